package mlr.interpreter.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.eval.Memory;
import mlr.ir.eval.UndefinedBehavior;

/** Access to scalars in an array of memory that is fixed when the program is loaded: a slot is an array of one. */
public final class CellNodes {
  private CellNodes() {}

  /** An array of {@code count} values of one scalar type from the start of an allocation on. */
  public record Cells(Memory memory, Type type, long count) {}

  /** Finds the cell that an index in a frame slot names; a negative slot stands for index 0. */
  private static MemoryAccess.At at(VirtualFrame frame, Cells cells, int index, Operation op) {
    long position = index < 0 ? 0 : Conditions.read(frame, index, op);
    if (position < 0 || position >= cells.count()) {
      CompilerDirectives.transferToInterpreter();
      throw ExecutionError.undefined(op, new UndefinedBehavior("index " + position + " is outside a buffer of " + cells.count()));
    }
    return new MemoryAccess.At(cells.memory(), position * Memory.byteSize(cells.type()));
  }

  /** {@code sched.read}, {@code sched.load}. */
  public static final class Load extends ActionNode {
    private final Operation op;
    private final Cells cells;
    private final int index;
    private final MemoryAccess.Reader reader;

    public Load(Operation op, Cells cells, int index, int result) {
      this.op = op;
      this.cells = cells;
      this.index = index;
      this.reader = MemoryAccess.reader(cells.type(), result);
    }

    @Override
    public void execute(VirtualFrame frame) {
      reader.read(frame, at(frame, cells, index, op));
    }
  }

  /** {@code sched.write}, {@code sched.store}. */
  public static final class Store extends ActionNode {
    private final Operation op;
    private final Cells cells;
    private final int index;
    private final MemoryAccess.Writer writer;

    public Store(Operation op, Cells cells, int value, int index) {
      this.op = op;
      this.cells = cells;
      this.index = index;
      this.writer = MemoryAccess.writer(cells.type(), value);
    }

    @Override
    public void execute(VirtualFrame frame) {
      writer.write(frame, at(frame, cells, index, op));
    }
  }
}
