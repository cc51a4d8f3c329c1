package mlr.interpreter.nodes;

import java.util.Arrays;
import mlr.ir.Operation;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;

/** Chooses the node for an operation with a kernel: typed where operands and result are scalars or f32 arrays, boxed elsewhere. */
public final class KernelNodes {
  private KernelNodes() {}

  /** The node of an operation whose operands and results lie in the given slots. */
  public static ActionNode create(Operation op, Kernel kernel, int[] operands, int[] results) {
    if (kernel instanceof Kernel.General || results.length != 1) {
      return new GeneralNode(op, arguments -> Evaluation.run(op, kernel, arguments), operands, results);
    }
    if (op.result(0).type() instanceof ShapedType type) {
      boolean floats = type.element() == FloatType.F32 && FloatArrayNode.takes(kernel) && op.operands().stream().allMatch(o -> o.type().equals(type));
      return floats ? new FloatArrayNode(op, kernel, operands, results[0])
          : new GeneralNode(op, arguments -> Evaluation.run(op, kernel, arguments), operands, results);
    }
    var slots = Arrays.copyOf(operands, operands.length + 1);
    slots[operands.length] = results[0];
    return switch (kernel) {
      case Kernel.LongUnary k -> new LongNodes.Unary(op, k, slots);
      case Kernel.LongBinary k -> new LongNodes.Binary(op, k, slots);
      case Kernel.FloatPredicate k -> new LongNodes.OfFloats(op, k, slots);
      case Kernel.DoublePredicate k -> new LongNodes.OfDoubles(op, k, slots);
      case Kernel.FloatToLong k -> new LongNodes.FromFloat(op, k, slots);
      case Kernel.DoubleToLong k -> new LongNodes.FromDouble(op, k, slots);
      case Kernel.FloatUnary k -> new FloatNodes.Unary(op, k, slots);
      case Kernel.FloatBinary k -> new FloatNodes.Binary(op, k, slots);
      case Kernel.FloatTernary k -> new FloatNodes.Ternary(op, k, slots);
      case Kernel.LongToFloat k -> new FloatNodes.FromLong(op, k, slots);
      case Kernel.DoubleToFloat k -> new FloatNodes.FromDouble(op, k, slots);
      case Kernel.DoubleUnary k -> new DoubleNodes.Unary(op, k, slots);
      case Kernel.DoubleBinary k -> new DoubleNodes.Binary(op, k, slots);
      case Kernel.DoubleTernary k -> new DoubleNodes.Ternary(op, k, slots);
      case Kernel.LongToDouble k -> new DoubleNodes.FromLong(op, k, slots);
      case Kernel.FloatToDouble k -> new DoubleNodes.FromFloat(op, k, slots);
      case Kernel.General _ -> throw new IllegalStateException();
    };
  }
}
