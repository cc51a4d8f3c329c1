package mlr.dialects.tensor;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code {indexing_maps = […], iterator_types = […]} ins(%a : T) outs(%b : U) {^bb0(…): …} -> V}, as linalg.generic. */
record GenericFormat() implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    parser.parseOptionalAttributeDictionary(state);
    int inputs = parser.parseOptionalKeyword("ins") ? operands(parser, state) : 0;
    parser.parseKeyword("outs");
    int outputs = operands(parser, state);
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(inputs, outputs));
    parser.parseRegion(state.addRegion(), List.of());
    state.results(parser.parseOptionalArrowTypeList());
  }

  private static int operands(OpParser parser, OperationState state) {
    parser.parsePunctuation("(");
    var names = parser.parseOperandList();
    List<Type> types = parser.parseColonTypeList();
    parser.parsePunctuation(")");
    parser.resolveOperands(names, types, state);
    return names.size();
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var generic = (GenericOp) op;
    printer.printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS));
    if (!generic.inputs().isEmpty()) {
      print(" ins(", generic.inputs(), printer);
    }
    print(" outs(", generic.outputs(), printer);
    printer.print(" ").printRegion(op.region(0), true, true).print(op.resultCount() == 1 ? " -> " : " -> (").printTypes(op.resultTypes())
        .print(op.resultCount() == 1 ? "" : ")");
  }

  private static void print(String keyword, List<Value> values, OpPrinter printer) {
    printer.print(keyword).printOperands(values).print(" : ").printTypes(values.stream().map(Value::type).toList()).print(")");
  }

  @Override
  public String syntax() {
    return "attr-dict (`ins` `(` $inputs^ `:` type($inputs) `)`)? `outs` `(` $outputs `:` type($outputs) `)` $region `->` type($results)";
  }
}
