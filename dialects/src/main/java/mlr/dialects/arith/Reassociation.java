package mlr.dialects.arith;

import java.util.Optional;
import mlr.dialects.elementwise.BinaryOp;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.rewrite.RewritePattern;

/**
 * {@code (x ∘ c1) ∘ c2 = x ∘ (c1 ∘ c2)} and {@code c ∘ x = x ∘ c} for an associative and commutative integer
 * operation. Flags are dropped: the new intermediate values may overflow where the old did not.
 */
final class Reassociation {
  private Reassociation() {}

  static <T extends BinaryOp> RewritePattern of(Class<T> kind, String name) {
    return RewritePattern.on(kind, name, "reassociate " + name, (op, rewriter) -> {
      var right = constant(op.rhs());
      if (right.isEmpty()) {
        if (constant(op.lhs()).isEmpty()) {
          return false;
        }
        var left = op.lhs();
        rewriter.modify(op, () -> {
          op.setOperand(0, op.rhs());
          op.setOperand(1, left);
        });
        return true;
      }
      if (!(op.lhs().definingOp().orElse(op) instanceof BinaryOp inner) || inner == op || inner.definition() != op.definition()
          || constant(inner.rhs()).isEmpty()) {
        return false;
      }
      // The constants are combined by the operation itself, without the flags that could make that poison.
      var bare = OperationState.of(op.definition(), op.location()).operands(inner.rhs(), op.rhs()).result(op.result().type()).create();
      var combined = Evaluation.run(bare, RuntimeValues.of(constant(inner.rhs()).get()), RuntimeValues.of(right.get())).orElseThrow()[0];
      bare.dropAllReferences();
      if (combined == Poison.POISON) {
        return false;
      }
      var constant = rewriter.create(ConstantOp.of(RuntimeValues.attribute(op.result().type(), combined), op.location()));
      rewriter.replaceOpWith(op, OperationState.of(op.definition(), op.location()).operands(inner.lhs(), constant.result())
          .result(op.result().type()));
      return true;
    });
  }

  private static Optional<Attribute> constant(Value value) {
    return ConstantOp.valueOf(value);
  }
}
