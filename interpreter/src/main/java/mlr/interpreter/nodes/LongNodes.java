package mlr.interpreter.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.eval.Kernel;
import mlr.ir.types.IntegerType;

/** Operations whose result is an integer or index, brought to the width of its type. */
final class LongNodes {
  private LongNodes() {}

  /** Brings a number to the width of a type: sign-extended, i1 zero-extended. */
  private record Wrap(int shift, boolean unsigned) {
    static Wrap of(Type type) {
      return type instanceof IntegerType integer && integer.width() < 64 ? new Wrap(64 - integer.width(), integer.width() == 1) : new Wrap(0, false);
    }

    long apply(long value) {
      return unsigned ? value << shift >>> shift : value << shift >> shift;
    }
  }

  static final class Unary extends KernelNode {
    private final Kernel.LongUnary kernel;
    private final Wrap wrap;

    Unary(Operation op, Kernel.LongUnary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.wrap = Wrap.of(op.result(0).type());
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), wrap.apply(kernel.apply(frame.getLong(operand(0)))));
    }
  }

  static final class Binary extends KernelNode {
    private final Kernel.LongBinary kernel;
    private final Wrap wrap;

    Binary(Operation op, Kernel.LongBinary kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.wrap = Wrap.of(op.result(0).type());
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), wrap.apply(kernel.apply(frame.getLong(operand(0)), frame.getLong(operand(1)))));
    }
  }

  static final class OfFloats extends KernelNode {
    private final Kernel.FloatPredicate kernel;

    OfFloats(Operation op, Kernel.FloatPredicate kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), kernel.apply(frame.getFloat(operand(0)), frame.getFloat(operand(1))) ? 1 : 0);
    }
  }

  static final class OfDoubles extends KernelNode {
    private final Kernel.DoublePredicate kernel;

    OfDoubles(Operation op, Kernel.DoublePredicate kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), kernel.apply(frame.getDouble(operand(0)), frame.getDouble(operand(1))) ? 1 : 0);
    }
  }

  static final class FromFloat extends KernelNode {
    private final Kernel.FloatToLong kernel;
    private final Wrap wrap;

    FromFloat(Operation op, Kernel.FloatToLong kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.wrap = Wrap.of(op.result(0).type());
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), wrap.apply(kernel.apply(frame.getFloat(operand(0)))));
    }
  }

  static final class FromDouble extends KernelNode {
    private final Kernel.DoubleToLong kernel;
    private final Wrap wrap;

    FromDouble(Operation op, Kernel.DoubleToLong kernel, int... slots) {
      super(op, slots);
      this.kernel = kernel;
      this.wrap = Wrap.of(op.result(0).type());
    }

    @Override
    void compute(VirtualFrame frame) {
      frame.setLong(result(), wrap.apply(kernel.apply(frame.getDouble(operand(0)))));
    }
  }
}
