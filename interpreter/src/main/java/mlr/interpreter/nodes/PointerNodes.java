package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.UndefinedBehavior;

/** Loads and stores of scalars and vectors through pointers. */
public final class PointerNodes {
  private PointerNodes() {}

  private static MemoryAccess.At at(VirtualFrame frame, int pointer) {
    if (frame.getObject(pointer) instanceof PointerValue value) {
      return new MemoryAccess.At(value.memory(), value.offset());
    }
    throw new UndefinedBehavior("accesses memory through a poison pointer");
  }

  /** {@code llvm.load}. */
  public static final class Load extends ActionNode {
    private final Operation op;
    private final int pointer;
    private final MemoryAccess.Reader reader;

    public Load(Operation op, Type type, int pointer, int result) {
      this.op = op;
      this.pointer = pointer;
      this.reader = MemoryAccess.reader(type, result);
    }

    @Override
    public void execute(VirtualFrame frame) {
      try {
        reader.read(frame, at(frame, pointer));
      } catch (UndefinedBehavior e) {
        CompilerDirectives.transferToInterpreter();
        throw ExecutionError.undefined(op, e);
      }
    }
  }

  /** {@code llvm.store}. */
  public static final class Store extends ActionNode {
    private final Operation op;
    private final int pointer;
    private final MemoryAccess.Writer writer;

    public Store(Operation op, Type type, int value, int pointer) {
      this.op = op;
      this.pointer = pointer;
      this.writer = MemoryAccess.writer(type, value);
    }

    @Override
    public void execute(VirtualFrame frame) {
      try {
        writer.write(frame, at(frame, pointer));
      } catch (UndefinedBehavior e) {
        CompilerDirectives.transferToInterpreter();
        throw ExecutionError.undefined(op, e);
      }
    }
  }
}
