package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** What comparisons and selection share. */
final class Comparison {
  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(CmpIOp.DEFINITION, CmpFOp.DEFINITION, SelectOp.DEFINITION);
  }

  private Comparison() {}

  /** i1, or the vector or tensor of i1 with the shape of {@code type}. */
  static Type boolLike(Type type) {
    return type instanceof VectorType || type instanceof RankedTensorType ? ((ShapedType) type)
        .with(((ShapedType) type).shape(), IntegerType.I1) : IntegerType.I1;
  }

  /** {@code not (a < b) = a >= b}: exclusive or with true of a comparison is the comparison of the opposite predicate. */
  static RewritePattern notOfComparison() {
    return RewritePattern.on(BitArithmetic.XOrIOp.class, "arith.xori", "not of comparison", (op, rewriter) -> {
      boolean negation = op.elementType().equals(IntegerType.I1) && Constants.isInteger(ConstantOp.valueOf(op.rhs()), 1);
      var negated = negation ? op.lhs().definingOp().flatMap(Comparison::negated) : Optional.<OperationState>empty();
      negated.ifPresent(state -> rewriter.replaceOpWith(op, state));
      return negated.isPresent();
    });
  }

  private static Optional<OperationState> negated(Operation comparison) {
    return switch (comparison) {
      case CmpIOp op -> Optional.of(copy(op, op.predicate().negated().ordinal()));
      case CmpFOp op -> Optional.of(copy(op, op.predicate().negated().ordinal()));
      default -> Optional.empty();
    };
  }

  private static OperationState copy(Operation op, int predicate) {
    return OperationState.of(op.definition(), op.location()).operands(op.operands()).attributes(op.attributes().asMap())
        .attribute("predicate", IntegerAttr.i64(predicate)).results(op.resultTypes());
  }
}
