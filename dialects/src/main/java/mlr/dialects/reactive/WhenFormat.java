package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code reactive.when %x, %c is 1 : f32, i1}. */
final class WhenFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "$operand `,` $condition `is` $value attr-dict `:` type($operand) `,` type($condition)";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    var operand = parser.parseOperand();
    parser.parsePunctuation(",");
    var condition = parser.parseOperand();
    if (!parser.parseOptionalKeyword("is")) {
      throw parser.error("expected 'is' and the condition's value");
    }
    state.attribute("value", IntegerAttr.i64(parser.parseInteger()));
    parser.parseOptionalAttributeDictionary(state);
    var types = parser.parseColonTypeList();
    if (types.size() != 2) {
      throw parser.error("expected two types, of the stream and of its condition");
    }
    parser.resolveOperand(operand, types.getFirst(), state);
    parser.resolveOperand(condition, types.get(1), state);
    state.result(types.getFirst());
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var when = (WhenOp) op;
    printer.print(" ").printOperand(when.operand()).print(", ").printOperand(when.condition()).print(" is " + when.value());
    printer.printOptionalAttributeDictionary(op, List.of("value"));
    printer.print(" : ").printTypes(List.of(when.operand().type(), when.condition().type()));
  }
}
