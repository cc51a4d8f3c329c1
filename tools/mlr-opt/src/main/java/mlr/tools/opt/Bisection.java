package mlr.tools.opt;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.instrumentation.LimitInstrumentation;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.text.ExternalResources;
import mlr.validation.PassValidation;

/**
 * Finds the first run of a pass, and in it the first rewrite, after which something fails: a command given the IR in a file or,
 * without one, the passes themselves, verification and validation among them. Halves, each time from the input as it was first.
 */
final class Bisection {
  private final OptOptions options;
  private final DialectRegistry dialects;
  private final InputPart part;
  private final Pipeline pipeline;
  private final PrintStream out;

  Bisection(OptOptions options, DialectRegistry dialects, InputPart part, Pipeline pipeline, PrintStream out) {
    this.options = options;
    this.dialects = dialects;
    this.part = part;
    this.pipeline = pipeline;
    this.out = out;
  }

  /** Says what it finds; returns the exit status, 1 when nothing fails or the input does already. */
  int run() throws IOException {
    var all = new LimitInstrumentation(Long.MAX_VALUE, Long.MAX_VALUE);
    if (!fails(all)) {
      out.println("bisect: nothing fails" + command().map(c -> ": '" + c + "' accepts the result").orElse("") + "; give what shows the failure: a command, or --validate-passes");
      return 1;
    }
    if (fails(new LimitInstrumentation(0, 0))) {
      out.println("bisect: the input fails already, before any pass");
      return 1;
    }
    long pass = first(all.passes(), n -> failsQuietly(new LimitInstrumentation(n, Long.MAX_VALUE)));
    var last = new LimitInstrumentation(pass, Long.MAX_VALUE);
    fails(last);
    out.println("bisect: the first failure is after run " + pass + " of " + all.passes() + (all.passes() == 1 ? " pass: " : " passes: ") + last.lastPass());
    if (last.rewrites() == 0 || fails(new LimitInstrumentation(pass, 0))) {
      out.println("bisect: it is not in a rewrite of a driver" + "\nTo see the IR before it: --opt-bisect-limit=" + (pass - 1));
      return 0;
    }
    long rewrite = first(last.rewrites(), n -> failsQuietly(new LimitInstrumentation(pass, n)));
    var found = new LimitInstrumentation(pass, rewrite);
    fails(found);
    found.lastRewrite().ifPresent(wrong -> out.println("bisect: in it, after rewrite " + rewrite + " of " + last.rewrites() + ": " + wrong.name() + " on\n    "
        + wrong.operation() + "\n  at " + wrong.location()));
    out.println("To see the IR before and after it: --opt-bisect-limit=" + pass + " --opt-bisect-rewrites=" + (rewrite - 1) + " and =" + rewrite);
    return 0;
  }

  private Optional<String> command() {
    return options.bisect.filter(text -> !text.isEmpty());
  }

  /** The smallest number from 1 to {@code most} that fails, given that {@code most} does. */
  private static long first(long most, LongPredicate fails) {
    long low = 1;
    long high = most;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (fails.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean failsQuietly(LimitInstrumentation limit) {
    try {
      return fails(limit);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private boolean fails(LimitInstrumentation limit) throws IOException {
    var diagnostics = new DiagnosticEngine();
    var input = options.reader(dialects).read(part, diagnostics).orElseThrow();
    try {
      boolean succeeded = new PassManager(pipeline, dialects, diagnostics, watching(limit)).run(input);
      return !succeeded || command().isPresent() && rejects(command().get(), input);
    } catch (InternalPassError _) {
      return true;
    }
  }

  private List<PassInstrumentation> watching(LimitInstrumentation limit) {
    var all = new ArrayList<PassInstrumentation>(List.of(limit));
    options.validationTrials.ifPresent(trials -> all.add(new PassValidation(trials)));
    if (options.verifyEach) {
      all.add(new VerifyInstrumentation());
    }
    return all;
  }

  private boolean rejects(String command, Operation op) throws IOException {
    var file = Files.createTempFile("mlr-opt-bisect-", ".mlir");
    try {
      Files.writeString(file, new IrOutput(options).result(op, new ExternalResources(), false).toString());
      var process = new ProcessBuilder("/bin/sh", "-c", command + " \"$0\"", file.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return process.waitFor() != 0;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while '" + command + "' ran", interruption);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
