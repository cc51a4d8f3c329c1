package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;

/** Operations whose result is an f32, f16 or bf16, rounded to its type. */
final class FloatNodes {
  private FloatNodes() {}

  static final class Unary extends KernelNode {
    private final Kernel.FloatUnary kernel;
    private final Type type;

    Unary(Operation op, Kernel.FloatUnary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.type = op.result(0).type();
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setFloat(result(), Evaluation.round(type, kernel.apply(frame.getFloat(operand(0)))));
    }
  }

  static final class Binary extends KernelNode {
    private final Kernel.FloatBinary kernel;
    private final Type type;

    Binary(Operation op, Kernel.FloatBinary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.type = op.result(0).type();
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setFloat(result(), Evaluation.round(type, kernel.apply(frame.getFloat(operand(0)), frame.getFloat(operand(1)))));
    }
  }

  static final class Ternary extends KernelNode {
    private final Kernel.FloatTernary kernel;
    private final Type type;

    Ternary(Operation op, Kernel.FloatTernary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.type = op.result(0).type();
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setFloat(result(), Evaluation.round(type, kernel.apply(frame.getFloat(operand(0)), frame.getFloat(operand(1)), frame.getFloat(operand(2)))));
    }
  }

  static final class FromLong extends KernelNode {
    private final Kernel.LongToFloat kernel;
    private final Type type;

    FromLong(Operation op, Kernel.LongToFloat kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.type = op.result(0).type();
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setFloat(result(), Evaluation.round(type, kernel.apply(frame.getLong(operand(0)))));
    }
  }

  static final class FromDouble extends KernelNode {
    private final Kernel.DoubleToFloat kernel;
    private final Type type;

    FromDouble(Operation op, Kernel.DoubleToFloat kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.type = op.result(0).type();
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setFloat(result(), Evaluation.round(type, kernel.apply(frame.getDouble(operand(0)))));
    }
  }
}
