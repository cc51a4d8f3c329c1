package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.types.IntegerType;

/** {@code arith.cmpf}: comparison of floating-point numbers. */
public final class CmpFOp extends Operation {
  private static final OpSpec<CmpFOp> SPEC = OpDefinition.named("arith.cmpf", CmpFOp.class, CmpFOp::new);
  private static final AttributeHandle<IntegerAttr> PREDICATE =
      SPEC.attribute("predicate", IntegerAttr.class, "predicate number, 0 (false) to 15 (true)", IntegerAttr.of(IntegerType.I64).and(FloatPredicate::isNumber));

  static {
    SPEC.attribute(FlagsAttr.handle(ArithDialect.NAMESPACE, FlagsAttr.Kind.FASTMATH, "fastmath"));
    SPEC.operand("lhs", Types.FLOAT_LIKE);
    SPEC.operand("rhs", Types.FLOAT_LIKE);
    SPEC.result("result", Types.BOOL_LIKE);
  }

  public static final OpDefinition<CmpFOp> DEFINITION = SPEC.summary("floating-point comparison operation")
      .description("""
          Whether the predicate holds, element by element. The ordered predicates (`oeq`, `ogt`, `oge`, `olt`, `ole`, `one`, `ord`) are
          false and the unordered ones (`ueq`, `ugt`, `uge`, `ult`, `ule`, `une`, `uno`) true when an operand is NaN; `false` and `true`
          look at neither.""")
      .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_TYPE_OPERANDS).assembly(ComparisonFormat.floating())
      .infer(state -> List.of(Comparison.boolLike(state.operands().getFirst().type())))
      .eval(op -> FloatKernels.compare(op.predicate(), op.lhs().type()))
      .fold((op, _) -> switch (op.predicate()) {
        case FALSE -> Constants.constant(op.result().type(), 0);
        case TRUE -> Constants.constant(op.result().type(), 1);
        default -> Optional.empty();
      }).build();

  CmpFOp(OperationState state) {
    super(state);
  }

  public FloatPredicate predicate() {
    return FloatPredicate.at(PREDICATE.in(this).value());
  }

  public Value lhs() {
    return operand(0);
  }

  public Value rhs() {
    return operand(1);
  }

  /** What makes a comparison. */
  public static OperationState of(FloatPredicate predicate, Value lhs, Value rhs, Location location) {
    return OperationState.of(DEFINITION, location).attribute(PREDICATE.name(), IntegerAttr.i64(predicate.ordinal())).operands(lhs, rhs);
  }
}
