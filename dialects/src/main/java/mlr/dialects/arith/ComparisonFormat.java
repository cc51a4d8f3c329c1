package mlr.dialects.arith;

import java.util.Arrays;
import java.util.List;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code slt, %a, %b : i32}: the predicate by its keyword, then operands of the printed type. */
record ComparisonFormat(List<String> keywords, boolean fastMath) implements AssemblyFormat {
  static ComparisonFormat integer() {
    return new ComparisonFormat(Arrays.stream(IntegerPredicate.values()).map(IntegerPredicate::keyword).toList(), false);
  }

  static ComparisonFormat floating() {
    return new ComparisonFormat(Arrays.stream(FloatPredicate.values()).map(FloatPredicate::keyword).toList(), true);
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    int predicate = keywords.indexOf(parser.parseCaseOf(keywords));
    parser.parsePunctuation(",");
    var lhs = parser.parseOperand();
    parser.parsePunctuation(",");
    var rhs = parser.parseOperand();
    state.attribute("predicate", IntegerAttr.i64(predicate));
    if (fastMath && parser.parseOptionalKeyword("fastmath")) {
      state.attribute("fastmath", FlagsAttr.parse(ArithDialect.NAMESPACE, FlagsAttr.Kind.FASTMATH, parser));
    }
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    var type = parser.parseType();
    parser.resolveOperand(lhs, type, state);
    parser.resolveOperand(rhs, type, state);
    state.result(Comparison.boolLike(type));
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    printer.print(" " + keywords.get((int) op.attribute("predicate", IntegerAttr.class).value()) + ", ").printOperands(op.operands());
    var flags = FlagsAttr.of(op, "fastmath", FlagsAttr.Kind.FASTMATH);
    if (fastMath && !flags.isEmpty()) {
      printer.print(" fastmath" + flags.body());
    }
    printer.printOptionalAttributeDictionary(op, List.of("predicate", "fastmath")).print(" : ").printType(op.operand(0).type());
  }

  @Override
  public String syntax() {
    return "$predicate `,` $lhs `,` $rhs" + (fastMath ? " (`fastmath` `` $fastmath^)?" : "") + " attr-dict `:` type($lhs)";
  }
}
