package mlr.passes.tensor;

import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.dialects.sched.YieldOp;
import mlr.dialects.tensor.Buffers.FromBufferOp;
import mlr.dialects.tensor.Elements.ExtractOp;
import mlr.dialects.tensor.Elements.InsertOp;
import mlr.dialects.tensor.Elements.SplatOp;
import mlr.dialects.tensor.Products.DotOp;
import mlr.dialects.tensor.Products.MatmulOp;
import mlr.dialects.tensor.Products.PackedMatvecOp;
import mlr.dialects.tensor.Rearrangement.BroadcastOp;
import mlr.dialects.tensor.Rearrangement.ReverseOp;
import mlr.dialects.tensor.Rearrangement.TransposeOp;
import mlr.dialects.tensor.Reductions.ArgmaxOp;
import mlr.dialects.tensor.Reductions.ArgminOp;
import mlr.dialects.tensor.Reductions.ReduceOp;
import mlr.dialects.tensor.Slicing.ConcatOp;
import mlr.dialects.tensor.Slicing.ExtractSliceOp;
import mlr.dialects.tensor.Slicing.InsertSliceOp;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.definition.Trait;
import mlr.ir.types.RankedTensorType;

/** How operations get at the elements of tensors, as far as fusion and the sharing of memory depend on it. */
public final class ElementAccess {
  private ElementAccess() {}

  /** Whether element i of the result depends on element i of each tensor operand, and on scalars. */
  static boolean isPointwise(Operation op) {
    return op.resultCount() == 1 && op.result().type() instanceof RankedTensorType && (op.definition().hasTrait(Trait.ELEMENTWISE) || op instanceof SelectOp);
  }

  /** Whether each element of the result is an element of an operand, or its scalar. */
  static boolean isIndexMap(Operation op) {
    return op instanceof TransposeOp || op instanceof BroadcastOp || op instanceof SplatOp || op instanceof ReverseOp || op instanceof ExtractSliceOp;
  }

  /** Whether all elements of the result are the one scalar operand. */
  public static boolean isUniform(Operation op) {
    return op instanceof SplatOp || op instanceof BroadcastOp broadcast && !TensorFusion.isTensor(broadcast.input());
  }

  /** Whether each element of the result is a chain of multiply–adds of its own. */
  static boolean isContraction(Operation op) {
    return op instanceof MatmulOp || op instanceof PackedMatvecOp;
  }

  /** Whether outputs of a contraction are best computed one after another, or block by block, in whatever loop asks for them. */
  static boolean isMatrixVector(Operation op) {
    return op instanceof PackedMatvecOp || op instanceof MatmulOp matmul && ((RankedTensorType) matmul.rhs().type()).rank() == 1;
  }

  /** Whether the operation that uses a tensor asks for each of its elements at most once. */
  static boolean readsOnce(OpOperand use) {
    var user = use.owner();
    return isPointwise(user) || isIndexMap(user) && !(user instanceof BroadcastOp) || isWrite(user) || switch (user) {
      case ReduceOp _, ArgmaxOp _, ArgminOp _, DotOp _, ExtractOp _, ConcatOp _, InsertOp _, InsertSliceOp _, SweepOp _ -> true;
      default -> false;
    };
  }

  /** Whether the operation that uses a tensor reads element i of it only before it writes element i of its result. */
  static boolean readsInOrder(OpOperand use) {
    return switch (use.owner()) {
      case InsertOp _, InsertSliceOp _ -> use.index() == 1;
      case YieldOp _, SweepOp _ -> true;
      case Operation op -> isPointwise(op) || isWrite(op);
    };
  }

  /** Whether the result of {@code op} lies in memory already. */
  static boolean isReference(Operation op) {
    return op instanceof ReadOp || op instanceof LoadOp || op instanceof InputOp || op instanceof ConstantOp || op instanceof FromBufferOp || op instanceof CallOp;
  }

  /** Whether {@code op} puts a tensor into other memory. */
  static boolean isWrite(Operation op) {
    return op instanceof WriteOp || op instanceof StoreOp || op instanceof OutputOp || op instanceof YieldOp && op.parentOp().orElse(null) instanceof GuardOp;
  }
}
