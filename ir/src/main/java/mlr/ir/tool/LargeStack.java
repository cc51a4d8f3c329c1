package mlr.ir.tool;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** Runs a tool on a thread whose stack suits deeply nested input: readers, printers and passes recurse. */
public final class LargeStack {
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /** A thread with such a stack, not started. */
  public static Thread thread(String name, Runnable work) {
    return new Thread(null, work, name, BYTES);
  }

  /** Runs {@code tool}, which gets the standard output, as the whole program, and ends with the status that it computes. */
  public static void runAndExit(ToIntFunction<PrintStream> tool) {
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    int status = run(() -> tool.applyAsInt(out));
    out.flush();
    System.err.flush();
    // Leaving without shutdown hooks saves the time of looking a logger up through every jar.
    Runtime.getRuntime().halt(status);
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
