package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** Two named groups of operands with their types, each left out when empty: {@code next(%w : f32) outs(%a, %b : f32, i1)}. */
record GroupsFormat(String first, String second) implements AssemblyFormat {
  @Override
  public String syntax() {
    return "(`%s` `(` $%s `:` type($%s) `)`)? (`%s` `(` $%s `:` type($%s) `)`)? attr-dict".formatted(first, first, first, second, second, second);
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    int inFirst = parseGroup(parser, first, state);
    int inSecond = parseGroup(parser, second, state);
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(inFirst, inSecond));
    parser.parseOptionalAttributeDictionary(state);
  }

  /** Reads one group into the operands and says how many it has. */
  static int parseGroup(OpParser parser, String keyword, OperationState state) {
    if (!parser.parseOptionalKeyword(keyword)) {
      return 0;
    }
    parser.parsePunctuation("(");
    var operands = parser.parseOperandList();
    if (!operands.isEmpty()) {
      parser.resolveOperands(operands, parser.parseColonTypeList(), state);
    }
    parser.parsePunctuation(")");
    return operands.size();
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    printGroup(printer, first, op.definition().operands().get(0).all(op));
    printGroup(printer, second, op.definition().operands().get(1).all(op));
    printer.printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS));
  }

  static void printGroup(OpPrinter printer, String keyword, List<Value> values) {
    if (!values.isEmpty()) {
      printer.print(" " + keyword + "(").printOperands(values).print(" : ").printTypes(values.stream().map(Value::type).toList()).print(")");
    }
  }
}
