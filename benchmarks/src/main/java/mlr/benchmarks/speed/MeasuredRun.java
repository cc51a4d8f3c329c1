package mlr.benchmarks.speed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One run of a tool as a process of its own.
 *
 * @param wall from start to end
 * @param cpu of all its threads, as last seen before the end
 * @param peakKilobytes the most memory that was resident, as last seen before the end
 */
public record MeasuredRun(Duration wall, Duration cpu, long peakKilobytes) {
  private static final long POLL_MILLISECONDS = 10;

  /** Runs a command, which must succeed. */
  public static MeasuredRun of(List<String> command) throws IOException, InterruptedException {
    var errors = Files.createTempFile("mlr-speed-", ".err");
    long start = System.nanoTime();
    var process = start(command, errors);
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    var cpu = Duration.ZERO;
    long peak = 0;
    do {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peakKilobytes(status));
    } while (!process.waitFor(Duration.ofMillis(POLL_MILLISECONDS)));
    var wall = Duration.ofNanos(System.nanoTime() - start);
    check(process, command, errors);
    return new MeasuredRun(wall, cpu, peak);
  }

  /** How long a command takes, which must succeed. Nothing looks at it meanwhile, as that would slow a run of a tenth of a second. */
  public static Duration wall(List<String> command) throws IOException, InterruptedException {
    var errors = Files.createTempFile("mlr-speed-", ".err");
    long start = System.nanoTime();
    var process = start(command, errors);
    process.waitFor();
    var wall = Duration.ofNanos(System.nanoTime() - start);
    check(process, command, errors);
    return wall;
  }

  private static Process start(List<String> command, Path errors) throws IOException {
    return new ProcessBuilder(command).redirectOutput(new File("/dev/null")).redirectError(errors.toFile()).start();
  }

  private static void check(Process process, List<String> command, Path errors) throws IOException {
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " ended with status " + process.exitValue() + ": " + Files.readString(errors));
    }
    Files.delete(errors);
  }

  private static long peakKilobytes(Path status) {
    try (var lines = Files.lines(status)) {
      return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
    } catch (IOException | UncheckedIOException _) {
      // The process is gone.
      return 0;
    }
  }

  public double seconds() {
    return wall.toNanos() / 1e9;
  }

  public double cpuSeconds() {
    return cpu.toNanos() / 1e9;
  }
}
