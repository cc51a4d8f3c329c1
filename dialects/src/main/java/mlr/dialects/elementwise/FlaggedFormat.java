package mlr.dialects.elementwise;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code %a, %b overflow<nsw> {…} : T}: operands of the result's type, then optional flags, printed when there are any. */
public record FlaggedFormat(String dialect, FlagsAttr.Kind kind, String attribute) implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var operands = parser.parseOperandList();
    if (parser.parseOptionalKeyword(kind.keyword())) {
      state.attribute(attribute, FlagsAttr.parse(dialect, kind, parser));
    }
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    var type = parser.parseType();
    operands.forEach(operand -> parser.resolveOperand(operand, type, state));
    state.result(type);
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    printer.print(" ").printOperands(op.operands());
    printFlags(op, printer);
    printer.printOptionalAttributeDictionary(op, List.of(attribute)).print(" : ").printType(op.result().type());
  }

  void printFlags(Operation op, OpPrinter printer) {
    var flags = FlagsAttr.of(op, attribute, kind);
    if (!flags.isEmpty()) {
      printer.print(" " + kind.keyword() + flags.body());
    }
  }

  @Override
  public String syntax() {
    return "operands (`" + kind.keyword() + "` `` $" + attribute + "^)? attr-dict `:` type($result)";
  }
}
