package mlr.tools.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.instrumentation.DebugInstrumentation;
import mlr.ir.pass.instrumentation.DiffInstrumentation;
import mlr.ir.pass.instrumentation.DumpFiles;
import mlr.ir.pass.instrumentation.DumpPlace;
import mlr.ir.pass.instrumentation.IsolationInstrumentation;
import mlr.ir.pass.instrumentation.LimitInstrumentation;
import mlr.ir.pass.instrumentation.OpQuery;
import mlr.ir.pass.instrumentation.PrintInstrumentation;
import mlr.ir.pass.instrumentation.PrintSelection;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.pass.instrumentation.TimingInstrumentation;
import mlr.ir.pass.instrumentation.TraceInstrumentation;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.validation.PassValidation;

/** Who watches the passes of a run, and what they report in the end. */
final class Watching {
  private final OptOptions options;
  private final TimingInstrumentation timing = new TimingInstrumentation();
  private final StatisticsInstrumentation statistics = new StatisticsInstrumentation();
  private final DumpPlace dumps;
  private final Optional<PassValidation> validation;

  Watching(OptOptions options) {
    this.options = options;
    this.validation = options.validationTrials.stream().mapToObj(PassValidation::new).findFirst();
    this.dumps = options.dumps.folder.<DumpPlace>map(DumpFiles::new).orElse(DumpPlace.STREAM);
  }

  TimingInstrumentation timing() {
    return timing;
  }

  /**
   * Printing comes first and timing last: the times then leave out the other instrumentations. After a pass the last is asked
   * first, so that only valid IR is run, and what running counts is counted.
   */
  List<PassInstrumentation> instrumentations(Operation input) {
    var all = new ArrayList<PassInstrumentation>();
    if (options.passLimit != Long.MAX_VALUE || options.rewriteLimit != Long.MAX_VALUE) {
      all.add(new LimitInstrumentation(options.passLimit, options.rewriteLimit));
    }
    options.traced.forEach(text -> all.add(new TraceInstrumentation(OpQuery.of(text, input))));
    if (options.debugAll || !options.debugTypes.isEmpty()) {
      all.add(new DebugInstrumentation());
    }
    if (options.dumps.any()) {
      var selection = new PrintSelection(options.dumps::isBefore, options.dumps::isAfter, options.dumps.onlyChanged, options.dumps.onlyFailed, options.dumps.moduleScope);
      all.add(new PrintInstrumentation(selection, new IrOutput(options)::dump, dumps));
    }
    if (options.diff) {
      all.add(new DiffInstrumentation(options.printOptions()));
    }
    if (options.statistics) {
      all.add(statistics);
    }
    if (options.checkIsolation) {
      all.add(new IsolationInstrumentation());
    }
    validation.ifPresent(all::add);
    if (options.verifyEach) {
      all.add(new VerifyInstrumentation());
    }
    if (options.timing) {
      all.add(timing);
    }
    return all;
  }

  /** What was measured and counted. */
  String report() {
    var validated = validation.filter(_ -> options.validationSummary).map(PassValidation::summary).orElse("");
    return validated + (options.statistics ? statistics.report(options.statisticsDisplay) : "") + (options.timing ? timing.report(options.timingDisplay) : "");
  }
}
