package mlr.ir.eval;

/** The runtime value of an {@code !llvm.ptr}: a byte offset into an allocation, which it may leave as long as nothing is accessed there. */
public record PointerValue(Memory memory, long offset) {
  private static final Memory NOWHERE = Memory.zeroed(0);

  /** The null pointer: in bounds of nothing. */
  public static final PointerValue NULL = new PointerValue(NOWHERE, 0);

  /** Whether this and {@code other} point into one allocation or right behind it. */
  public boolean isInOneAllocation(PointerValue other) {
    return memory == other.memory && 0 <= Math.min(offset, other.offset) && Math.max(offset, other.offset) <= memory.size();
  }

  /** The pointer {@code bytes} further on. */
  public PointerValue plus(long bytes) {
    return new PointerValue(memory, offset + bytes);
  }
}
