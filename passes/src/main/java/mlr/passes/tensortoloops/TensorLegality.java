package mlr.passes.tensortoloops;

import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.dialects.sched.CollectOp;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.LoadOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.ReadOp;
import mlr.dialects.sched.StoreOp;
import mlr.dialects.sched.SweepOp;
import mlr.dialects.sched.WriteOp;
import mlr.dialects.sched.YieldOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.RankedTensorType;
import mlr.passes.tensor.TensorFusion;

/** Which operations on tensors can be lowered to loops. */
final class TensorLegality {
  private TensorLegality() {}

  /** Whether all of {@code root} can be lowered; reports what can't. */
  static boolean check(Operation root, DiagnosticEngine diagnostics) {
    int before = diagnostics.errorCount();
    root.walkPreOrder(op -> {
      if (op != root && touchesTensors(op) && !isKnown(op)) {
        diagnostics.opError(op, "takes or gives a tensor, and there are no loops for it");
      } else if (op.results().stream().map(Value::type).anyMatch(t -> t instanceof RankedTensorType tensor && !tensor.hasStaticShape())) {
        diagnostics.opError(op, "has a tensor of dynamic shape; loops need static extents");
      }
    });
    return diagnostics.errorCount() == before;
  }

  /** Whether {@code op} has a tensor among its operands, results or block arguments. */
  static boolean touchesTensors(Operation op) {
    return op.operands().stream().anyMatch(TensorFusion::isTensor) || op.results().stream().anyMatch(TensorFusion::isTensor)
        || op.regions().stream().flatMap(region -> region.blocks().stream()).flatMap(block -> block.arguments().stream()).anyMatch(TensorFusion::isTensor);
  }

  private static boolean isKnown(Operation op) {
    if (op.dialect().equals("tensor") && op.definition().isRegistered() || op.definition().hasTrait(Trait.ELEMENTWISE)) {
      return true;
    }
    return switch (op) {
      case ConstantOp _, SelectOp _ -> true;
      case ReadOp _, WriteOp _, LoadOp _, StoreOp _, CollectOp _, InputOp _, OutputOp _, GuardOp _, SweepOp _, YieldOp _ -> true;
      case CallOp _, ReturnOp _ -> op.parentOfType(FuncOp.class).isPresent();
      default -> false;
    };
  }
}
