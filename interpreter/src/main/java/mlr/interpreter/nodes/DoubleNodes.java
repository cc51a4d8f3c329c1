package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.ir.Operation;
import mlr.ir.eval.Kernel;

/** Operations whose result is an f64. */
final class DoubleNodes {
  private DoubleNodes() {}

  static final class Unary extends KernelNode {
    private final Kernel.DoubleUnary kernel;

    Unary(Operation op, Kernel.DoubleUnary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setDouble(result(), kernel.apply(frame.getDouble(operand(0))));
    }
  }

  static final class Binary extends KernelNode {
    private final Kernel.DoubleBinary kernel;

    Binary(Operation op, Kernel.DoubleBinary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setDouble(result(), kernel.apply(frame.getDouble(operand(0)), frame.getDouble(operand(1))));
    }
  }

  static final class Ternary extends KernelNode {
    private final Kernel.DoubleTernary kernel;

    Ternary(Operation op, Kernel.DoubleTernary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setDouble(result(), kernel.apply(frame.getDouble(operand(0)), frame.getDouble(operand(1)), frame.getDouble(operand(2))));
    }
  }

  static final class FromLong extends KernelNode {
    private final Kernel.LongToDouble kernel;

    FromLong(Operation op, Kernel.LongToDouble kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setDouble(result(), kernel.apply(frame.getLong(operand(0))));
    }
  }

  static final class FromFloat extends KernelNode {
    private final Kernel.FloatToDouble kernel;

    FromFloat(Operation op, Kernel.FloatToDouble kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setDouble(result(), kernel.apply(frame.getFloat(operand(0))));
    }
  }
}
