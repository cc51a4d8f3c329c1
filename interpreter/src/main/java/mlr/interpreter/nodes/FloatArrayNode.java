package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.Arrays;
import mlr.ir.Operation;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.ShapedType;

/** An elementwise operation on f32 vectors or tensors, without boxing their elements. */
final class FloatArrayNode extends ActionNode {
  private final Operation op;
  private final Kernel kernel;
  private final ShapedType type;
  @CompilationFinal(dimensions = 1) private final int[] operands;
  private final int result;

  FloatArrayNode(Operation op, Kernel kernel, int[] operands, int result) {
    this.op = op;
    this.kernel = kernel;
    this.type = (ShapedType) op.result(0).type();
    this.operands = operands.clone();
    this.result = result;
  }

  /** Whether there is such a node for the kernel. */
  static boolean takes(Kernel kernel) {
    return kernel instanceof Kernel.FloatUnary || kernel instanceof Kernel.FloatBinary || kernel instanceof Kernel.FloatTernary;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    var data = new float[operands.length][];
    for (int i = 0; i < data.length; i++) {
      if (!(frame.getObject(operands[i]) instanceof TensorValue.OfFloat tensor)) {
        frame.setObject(result, general(frame.materialize()));
        return;
      }
      data[i] = tensor.data();
    }
    try {
      frame.setObject(result, new TensorValue.OfFloat(type, compute(data)));
    } catch (PoisonResult _) {
      frame.setObject(result, general(frame.materialize()));
    }
  }

  @TruffleBoundary
  private Object general(MaterializedFrame frame) {
    return Evaluation.run(op, kernel, Arrays.stream(operands).mapToObj(frame::getObject).toArray())[0];
  }

  private float[] compute(float[][] a) {
    var all = new float[a[0].length];
    switch (kernel) {
      case Kernel.FloatUnary unary -> {
        for (int i = 0; i < all.length; i++) {
          all[i] = unary.apply(a[0][i]);
        }
      }
      case Kernel.FloatBinary binary -> {
        for (int i = 0; i < all.length; i++) {
          all[i] = binary.apply(a[0][i], a[1][i]);
        }
      }
      case Kernel.FloatTernary ternary -> {
        for (int i = 0; i < all.length; i++) {
          all[i] = ternary.apply(a[0][i], a[1][i], a[2][i]);
        }
      }
      default -> throw new IllegalStateException("no elementwise kernel on f32");
    }
    return all;
  }
}
