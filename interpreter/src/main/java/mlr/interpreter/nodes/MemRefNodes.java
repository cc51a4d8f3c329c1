package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.VectorType;

/** Loads and stores of memref elements, and of vectors of consecutive ones. */
public final class MemRefNodes {
  private MemRefNodes() {}

  /** An access at indices, of a value that is one element or, for a vector of elements, several along the innermost dimension. */
  private abstract static class Access extends ActionNode {
    private final Operation op;
    private final int memref;
    @CompilationFinal(dimensions = 1) private final int[] indices;
    private final long lanes;

    Access(Operation op, Type element, Type value, int memref, int[] indices) {
      this.op = op;
      this.memref = memref;
      this.indices = indices.clone();
      this.lanes = value instanceof VectorType vector && !value.equals(element) ? vector.shape().getLast() : 1;
    }

    /** Does the access at a byte offset. */
    abstract void access(VirtualFrame frame, MemoryAccess.At at);

    @Override
    @ExplodeLoop
    public final void execute(VirtualFrame frame) {
      var where = new long[indices.length];
      for (int i = 0; i < where.length; i++) {
        where[i] = Conditions.read(frame, indices[i], op);
      }
      try {
        if (!(frame.getObject(memref) instanceof MemRefValue value)) {
          throw new UndefinedBehavior("accesses a poison memref");
        }
        if (lanes > 1) {
          checkLastLane(value, where);
        }
        access(frame, new MemoryAccess.At(value.memory(), value.address(where)));
      } catch (UndefinedBehavior e) {
        CompilerDirectives.transferToInterpreter();
        throw ExecutionError.undefined(op, e);
      }
    }

    @TruffleBoundary
    private void checkLastLane(MemRefValue value, long[] where) {
      var last = where.clone();
      last[last.length - 1] += lanes - 1;
      value.address(last);
    }
  }

  /** {@code memref.load}, {@code vector.load}. */
  public static final class Load extends Access {
    private final MemoryAccess.Reader reader;

    public Load(Operation op, Type element, Type value, int memref, int[] indices, int result) {
      super(op, element, value, memref, indices);
      this.reader = MemoryAccess.reader(value, result);
    }

    @Override
    void access(VirtualFrame frame, MemoryAccess.At at) {
      reader.read(frame, at);
    }
  }

  /** {@code memref.store}, {@code vector.store}. */
  public static final class Store extends Access {
    private final MemoryAccess.Writer writer;

    public Store(Operation op, Type element, Type value, int source, int memref, int[] indices) {
      super(op, element, value, memref, indices);
      this.writer = MemoryAccess.writer(value, source);
    }

    @Override
    void access(VirtualFrame frame, MemoryAccess.At at) {
      writer.write(frame, at);
    }
  }
}
