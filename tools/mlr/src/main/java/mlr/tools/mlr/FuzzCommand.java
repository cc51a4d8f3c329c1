package mlr.tools.mlr;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import mlr.ir.tool.InternalErrorReport;
import mlr.ir.tool.WholeFile;
import mlr.passes.AllPasses;
import mlr.validation.fuzz.BrokenInputFuzzing;
import mlr.validation.fuzz.Corpus;
import mlr.validation.fuzz.Finding;
import mlr.validation.fuzz.FuzzReport;
import mlr.validation.fuzz.FuzzRun;
import mlr.validation.fuzz.ModuleFuzzing;

/**
 * {@code mlr fuzz}: looks for defects with random modules or broken input. Ends with status 2 when it finds some, each in a file that
 * shows it again.
 *
 * @param print whether to print the modules instead of checking them
 * @param only the passes to check; all of them when there are none
 * @param output the folder for reproducers
 */
record FuzzCommand(long seed, long count, int threads, boolean broken, boolean print, List<String> only, Path output) {
  private static final long BETWEEN_MESSAGES = 1000;

  int run(PrintStream out, PrintStream err) {
    var passes = AllPasses.registry();
    only.stream().filter(name -> passes.pass(name).isEmpty()).findFirst().ifPresent(name -> {
      throw new Failure("there is no pass '" + name + "'", "Type 'mlr-opt --list-passes' for those there are.");
    });
    if (print) {
      var modules = new ModuleFuzzing(passes, only);
      for (long i = seed; i < seed + count; i++) {
        out.println(modules.module(i));
      }
      return Mlr.SUCCESS;
    }
    var run = new FuzzRun(seed, count, threads);
    LongConsumer progress = done -> {
      if (done % BETWEEN_MESSAGES == 0) {
        err.println(done + " of " + count);
      }
    };
    long start = System.nanoTime();
    var report = broken ? new BrokenInputFuzzing(passes, Corpus.of(Path.of(System.getProperty("mlr.home", ""), "test", "lit"))).run(run, progress)
        : new ModuleFuzzing(passes, only).run(run, progress);
    report.findings().forEach(finding -> write(finding, err));
    summarize(report, (System.nanoTime() - start) / 1e9, out);
    return report.findings().isEmpty() ? Mlr.SUCCESS : InternalErrorReport.EXIT_STATUS;
  }

  private void write(Finding finding, PrintStream err) {
    var file = output.resolve("fuzz-" + (broken ? "broken-" : "") + finding.seed() + ".mlir");
    err.println("seed " + finding.seed() + ": " + finding.failure().check() + ": " + finding.failure().message().lines().findFirst().orElse(""));
    try {
      WholeFile.write(file, finding.report().getBytes(StandardCharsets.UTF_8));
      err.println("  " + file + "; again: mlr fuzz " + (broken ? "--broken " : "") + "--seed " + finding.seed() + " --count 1");
    } catch (IOException failure) {
      err.println("  the reproducer could not be written (" + failure.getMessage() + "), here it is:\n" + finding.report());
    }
  }

  private static void summarize(FuzzReport report, double seconds, PrintStream out) {
    report.counts().forEach((kind, amount) -> out.println(amount + "  " + kind));
    out.printf("%d inputs, %d failed, %.1f s%n", report.inputs(), report.findings().size(), seconds);
  }
}
