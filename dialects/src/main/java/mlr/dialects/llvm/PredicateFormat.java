package mlr.dialects.llvm;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code "slt" %a, %b : i32}: the predicate as a string, then operands of the printed type. */
record PredicateFormat(boolean floating) implements AssemblyFormat {
  private static final List<String> WRITTEN = List.of("predicate");
  private static final List<String> WRITTEN_WITH_DEFAULT_FLAGS = List.of("predicate", "fastmathFlags");

  @Override
  public void parse(OpParser parser, OperationState state) {
    var keyword = parser.parseString();
    var predicate = Comparison.predicateNumber(keyword, floating);
    if (predicate.isEmpty()) {
      throw parser.error("unknown comparison predicate '" + keyword + "'");
    }
    var operands = parser.parseOperandList();
    state.attribute("predicate", IntegerAttr.i64(predicate.get()));
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    var type = parser.parseType();
    for (int i = 0; i < operands.size(); i++) {
      parser.resolveOperand(operands.get(i), type, state);
    }
    state.results(state.definition().inferResultTypes(state));
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var keyword = Comparison.predicateKeyword((int) op.attribute("predicate", IntegerAttr.class).value(), floating);
    printer.print(" \"").print(keyword).print("\" ").printOperand(op.operand(0)).print(", ").printOperand(op.operand(1));
    printer.printOptionalAttributeDictionary(op, Comparison.hasDefaultFlags(op) ? WRITTEN_WITH_DEFAULT_FLAGS : WRITTEN);
    printer.print(" : ").printType(op.operand(0).type());
  }

  @Override
  public String syntax() {
    return "$predicate $lhs `,` $rhs attr-dict `:` type($lhs)";
  }
}
