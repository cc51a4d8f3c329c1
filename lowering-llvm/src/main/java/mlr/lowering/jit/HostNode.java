package mlr.lowering.jit;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * An exported node that runs in this process.
 *
 * @param resetFunction {@code void NAME_reset(state *)}
 * @param stepFunction  {@code void NAME_step(state *, const in *, out *)}
 * @param state         the state
 * @param in            the inputs of the next step
 * @param out           the outputs of the last step
 */
public record HostNode(MethodHandle resetFunction, MethodHandle stepFunction, MemorySegment state, MemorySegment in, MemorySegment out) {
  static final long ALIGNMENT = 64;

  /** Puts the state back to its beginning. */
  public void reset() {
    try {
      resetFunction.invokeExact(state);
    } catch (Throwable failure) {
      throw new IllegalStateException("a native call failed", failure);
    }
  }

  /** Runs an instant on what {@link #in} holds. */
  public void step() {
    try {
      stepFunction.invokeExact(state, in, out);
    } catch (Throwable failure) {
      throw new IllegalStateException("a native call failed", failure);
    }
  }
}
