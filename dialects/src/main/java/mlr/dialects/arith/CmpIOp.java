package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.RangeArithmetic;
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

/** {@code arith.cmpi}: comparison of integers. */
public final class CmpIOp extends Operation {
  private static final OpSpec<CmpIOp> SPEC = OpDefinition.named("arith.cmpi", CmpIOp.class, CmpIOp::new);
  private static final AttributeHandle<IntegerAttr> PREDICATE = SPEC.attribute("predicate", IntegerAttr.class, "predicate number, 0 (eq) to 9 (uge)", IntegerAttr.of(IntegerType.I64).and(IntegerPredicate::isNumber));

  static {
    SPEC.operand("lhs", Types.INTEGER_LIKE);
    SPEC.operand("rhs", Types.INTEGER_LIKE);
    SPEC.result("result", Types.BOOL_LIKE);
  }

  public static final OpDefinition<CmpIOp> DEFINITION = SPEC.summary("integer comparison operation")
      .description("""
          Whether the predicate holds, element by element: `eq`, `ne`; `slt`, `sle`, `sgt`, `sge` by the signed readings;
          `ult`, `ule`, `ugt`, `uge` by the unsigned ones.""")
      .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_TYPE_OPERANDS).assembly(ComparisonFormat.integer())
      .infer(state -> List.of(Comparison.boolLike(state.operands().getFirst().type())))
      .eval(op -> IntegerKernels.compare(op.predicate(), Integers.width(op.lhs().type())))
      // x <= x
      .fold((op, _) -> op.lhs() == op.rhs() ? Constants.constant(op.result().type(), op.predicate().isReflexive() ? 1 : 0) : Optional.empty())
      .ranges((op, in) -> RangeArithmetic.compare(op.predicate(), op, in))
      .canonicalize(ArithEquations.at("arith.cmpi"))
      .build();

  CmpIOp(OperationState state) {
    super(state);
  }

  public IntegerPredicate predicate() {
    return IntegerPredicate.at(PREDICATE.in(this).value());
  }

  public Value lhs() {
    return operand(0);
  }

  public Value rhs() {
    return operand(1);
  }

  /** What makes a comparison. */
  public static OperationState of(IntegerPredicate predicate, Value lhs, Value rhs, Location location) {
    return OperationState.of(DEFINITION, location).attributes(predicate.attributes()).operands(lhs, rhs);
  }
}
