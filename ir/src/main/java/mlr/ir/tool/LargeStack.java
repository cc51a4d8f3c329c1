package mlr.ir.tool;

import java.util.function.IntSupplier;

/** Runs a tool on a thread whose stack suits deeply nested input: readers, printers and passes recurse. */
public final class LargeStack {
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /** A thread with such a stack, not started. */
  public static Thread thread(String name, Runnable work) {
    return new Thread(null, work, name, BYTES);
  }

  /** The exit status that {@code tool} computes. */
  public static int run(IntSupplier tool) {
    var status = new int[] {2};
    var thread = thread("main", () -> status[0] = tool.getAsInt());
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return status[0];
  }
}
