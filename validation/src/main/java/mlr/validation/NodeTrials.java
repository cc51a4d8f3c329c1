package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.interpreter.Absent;
import mlr.interpreter.PortClocks;
import mlr.validation.TraceGenerator.Instant;

/** Drives a node of both modules through the same traces, whatever their levels, and compares all outputs in all instants. */
final class NodeTrials {
  /** Instants of the trials, in turn; the longest is for segments. */
  private static final int[] LENGTHS = {40, 130, 12, 130};

  private final Subject.Node node;
  private final RunningModules modules;
  private final TraceGenerator traces;
  private final ValidationReport report;

  NodeTrials(Subject.Node node, RunningModules modules, InputGenerator inputs, ValidationReport report) {
    this.node = node;
    this.modules = modules;
    this.traces = new TraceGenerator(node.ports(), inputs);
    this.report = report;
  }

  /** Runs up to {@code trials} traces, at least one of a few instants, as long as less than {@code budget} work was done. */
  void run(int trials, long budget) {
    long estimate = Math.max(WorkBudget.estimate(node.codeBefore()), WorkBudget.estimate(node.codeAfter()));
    if (estimate > WorkBudget.LARGEST_RUN) {
      report.skipped("functions and nodes that take too long");
      return;
    }
    report.compared("nodes");
    long done = 0;
    for (int trial = 0; trial < trials && (trial == 0 || done < budget); trial++) {
      int length = LENGTHS[trial % LENGTHS.length];
      int affordable = (int) Math.min(length, Math.max(3, (budget - done) / (2 * estimate)));
      done += trial(trial, affordable, estimate, budget) + 2 * estimate * affordable;
    }
  }

  private long trial(int trial, int length, long estimate, long budget) {
    var random = new SplittableRandom(31L * node.ports().name().hashCode() + trial);
    var trace = traces.trace(trial, length, random);
    var before = NodeRun.of(modules.before(), node.ports().name(), "before");
    var after = NodeRun.of(modules.after(), node.ports().name(), "after");
    long ticks = 0;
    for (int i = 0; i < trace.size() && ticks * WorkBudget.FOR_A_TICK < budget; i++) {
      long allowed = (budget + estimate) / WorkBudget.FOR_A_TICK + 1000;
      var expected = before.step(trace.get(i), allowed);
      long used = allowed - before.fuel().left();
      if (!(expected instanceof Outcome.Returned returned)) {
        report.skippedRun(expected);
        return (ticks + used) * WorkBudget.FOR_A_TICK;
      }
      long allowedAfter = 50 * (used + (budget + estimate) / WorkBudget.FOR_A_TICK) + 100_000;
      compare(returned, after.step(trace.get(i), allowedAfter), trace, i);
      ticks += used + allowedAfter - after.fuel().left();
    }
    report.run("traces");
    return ticks * WorkBudget.FOR_A_TICK;
  }

  private void compare(Outcome.Returned expected, Outcome found, List<Instant> trace, int instant) {
    var when = " in instant " + instant;
    if (!(found instanceof Outcome.Returned returned)) {
      report.fail(node, found, when, shown(trace, instant));
      return;
    }
    for (int i = 0; i < expected.values().size(); i++) {
      var port = node.ports().outputs().get(i);
      var mismatch = Comparison.compare(port.type(), expected.values().get(i), returned.values().get(i));
      mismatch.ifPresent(m -> report.fail(node, "computes something else: output '" + port.name() + m.element() + "'" + when + " " + m.text(), shown(trace, instant)));
    }
  }

  /** The inputs since the last reset, one line an instant. */
  private List<String> shown(List<Instant> trace, int last) {
    int first = last;
    while (!trace.get(first).reset()) {
      first--;
    }
    var lines = new ArrayList<String>();
    for (int i = first; i <= last; i++) {
      lines.add("instant " + i + (i == first ? " (reset): " : ": ") + line(trace.get(i).inputs()));
    }
    return lines;
  }

  private String line(Object[] inputs) {
    var given = new PortClocks(node.ports()).presentInputs(inputs, new Object[0]);
    return IntStream.range(0, inputs.length).mapToObj(i -> {
      var port = node.ports().inputs().get(i);
      return port.name() + " = " + ValueText.ofAny(port.type(), given[i] ? inputs[i] : Absent.ABSENT);
    }).collect(Collectors.joining(", "));
  }
}
