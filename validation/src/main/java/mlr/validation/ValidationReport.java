package mlr.validation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.pass.RunningPass;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;

/** What the validation of one run of a pass found: counts for the pass's statistics, and the difference that ends it. */
final class ValidationReport {
  private static final PrintOptions PRINTING = PrintOptions.DEFAULT.withElisionAbove(16);
  private final RunningPass pass;
  private final Map<String, Long> counts = new TreeMap<>();

  ValidationReport(RunningPass pass) {
    this.pass = pass;
  }

  void compared(String subjects) {
    add("validated: " + subjects);
  }

  void run(String kind) {
    add("validated: " + kind);
  }

  void skipped(String why) {
    add("not validated: " + why);
  }

  void skippedRun(Outcome before) {
    add("not validated: runs, " + switch (before) {
      case Outcome.Undefined _ -> "undefined before the pass";
      case Outcome.Failed _ -> "failing before the pass";
      case Outcome.Stopped _ -> "too long";
      case Outcome.Returned _ -> throw new IllegalArgumentException("nothing was skipped");
    });
  }

  private void add(String statistic) {
    counts.merge(statistic, 1L, Long::sum);
  }

  /** Adds the counts to the pass's statistics. */
  void count() {
    counts.forEach(pass.context()::count);
  }

  /** Reports that something gives no values after the pass, as it did before. */
  void fail(Subject subject, Outcome after, String when, List<String> inputs) {
    fail(subject, switch (after) {
      case Outcome.Undefined undefined -> "has undefined behaviour" + when + " after the pass, but not before: " + undefined.message();
      case Outcome.Failed failed -> "fails" + when + " after the pass, but not before: " + failed.message();
      case Outcome.Stopped _ -> "does not end" + when + " after the pass, in fifty times the work that it took before";
      case Outcome.Returned _ -> throw new IllegalArgumentException("it gives values");
    }, inputs);
  }

  /** Reports a difference with what it takes to see it, and ends the run of the pass. */
  void fail(Subject subject, String how, List<String> inputs) {
    var where = subject.codeBefore().getFirst().location();
    var message = "pass '" + pass.argument() + "' is wrong: " + subject.title() + " " + how;
    var diagnostic = pass.context().diagnostics().error(where, message);
    if (!inputs.isEmpty()) {
      diagnostic.note(Location.UNKNOWN, "inputs:" + inputs.stream().map(line -> "\n  " + line).collect(Collectors.joining()));
    }
    diagnostic.note(Location.UNKNOWN, "before the pass:\n" + text(subject.codeBefore()));
    diagnostic.note(Location.UNKNOWN, "after the pass:\n" + text(subject.codeAfter()));
    throw new PassChangedMeaning(subject.title() + " " + how);
  }

  private static String text(List<Operation> code) {
    return code.stream().map(op -> IrPrinter.print(op, PRINTING)).collect(Collectors.joining("\n"));
  }
}
