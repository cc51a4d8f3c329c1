package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.interpreter.Absent;
import mlr.interpreter.PortClocks;
import mlr.validation.compare.Comparison;
import mlr.validation.compare.EventComparison;
import mlr.validation.compare.ValueText;
import mlr.validation.input.InputGenerator;
import mlr.validation.input.Shrinker;
import mlr.validation.input.Shrinker.Shown;
import mlr.validation.input.Trace;
import mlr.validation.input.Trace.Instant;
import mlr.validation.input.TraceExplorer;
import mlr.validation.run.NodeRun;
import mlr.validation.run.Outcome;
import mlr.validation.run.Reaction;
import mlr.validation.subject.Subject;

/** Drives a node of both modules through the same traces, whatever their levels, and compares all outputs in all instants. */
final class NodeTrials {
  /** Instants of the trials, in turn; the longest is for segments. */
  private static final int[] LENGTHS = {40, 130, 40, 130};

  private static final int SHRINKING_TRACES = 300;

  private final Subject.Node node;
  private final TraceExplorer explorer;
  private final ValidationReport report;
  private final NodeRun before;
  private final NodeRun after;
  private long estimate;
  private long done;

  /** What differs first, and in which instant. */
  private record Finding(String what, int instant) {}

  /** @param known the node before, if it was the one after the last pass */
  NodeTrials(Subject.Node node, RunningModules modules, InputGenerator inputs, Optional<NodeRun> known, ValidationReport report) {
    this.node = node;
    this.explorer = new TraceExplorer(node.ports(), inputs);
    this.report = report;
    var name = node.ports().name();
    this.before = known.orElseGet(() -> new NodeRun("before", name, modules.before(), modules.closureBefore().externals()));
    this.after = new NodeRun("after", name, modules.after(), modules.closureAfter().externals());
    load();
  }

  private void load() {
    before.load();
    after.load();
  }

  /** The node after the pass, with what it did. */
  NodeRun after() {
    return after;
  }

  /** Runs up to {@code trials} traces, at least one of a few instants, as long as less than {@code budget} work was done. */
  Optional<Difference> run(int trials, long seed, long budget) {
    estimate = Math.max(WorkBudget.estimate(node.codeBefore()), WorkBudget.estimate(node.codeAfter()));
    if (estimate > WorkBudget.LARGEST_RUN) {
      report.skipped("functions and nodes that take too long");
      return Optional.empty();
    }
    report.compared("nodes");
    for (int trial = 0; trial < trials && (trial == 0 || done < budget); trial++) {
      int affordable = (int) Math.min(LENGTHS[trial % LENGTHS.length], Math.max(3, (budget - done) / (2 * estimate)));
      explorer.begin(trial, affordable, new SplittableRandom(seed * node.ports().name().hashCode() + trial));
      var found = drive(affordable, explorer.salt(), _ -> explorer.next(), explorer::saw, budget);
      var trace = explorer.trace();
      if (found.isPresent()) {
        var shrinker = Shrinker.<Finding>ofTraces(simpler -> attempt(simpler, budget), SHRINKING_TRACES);
        // What led there may reach back beyond a reset, if a pass broke that.
        var sinceReset = trace.until(found.get().instant());
        var first = attempt(sinceReset, budget).map(again -> new Shown<>(sinceReset, again)).orElseGet(() -> new Shown<>(trace, found.get()));
        var shown = shrinker.shrink(first);
        return Optional.of(Difference.of(node, shown.difference().what(), shown(shown.inputs(), shown.difference().instant())));
      }
    }
    return Optional.empty();
  }

  /** Runs a trace again. */
  private Optional<Finding> attempt(Trace trace, long budget) {
    return drive(trace.instants().size(), trace.salt(), trace.instants()::get, _ -> { }, budget);
  }

  /** Runs instants on both sides; {@code seen} is told what came out before the pass. */
  private Optional<Finding> drive(int length, long salt, IntFunction<Instant> inputs, Consumer<List<Object>> seen, long budget) {
    long ticks = 0;
    for (int i = 0; i < length && ticks * WorkBudget.FOR_A_TICK < budget; i++) {
      var instant = inputs.apply(i);
      long allowed = (budget + estimate) / WorkBudget.FOR_A_TICK + 1000;
      var expected = before.step(instant, salt + i, allowed);
      done += 2 * estimate + expected.work() * WorkBudget.FOR_A_TICK;
      if (!Outcomes.isDefined(expected.outcome())) {
        report.skippedRun(expected.outcome());
        load();
        return Optional.empty();
      }
      var found = after.step(instant, salt + i, 50 * (expected.work() + (budget + estimate) / WorkBudget.FOR_A_TICK) + 100_000);
      done += found.work() * WorkBudget.FOR_A_TICK;
      ticks += expected.work() + found.work();
      var difference = compare(expected, found, " in instant " + i);
      if (difference.isPresent() || expected.outcome() instanceof Outcome.Aborted) {
        load();
        int at = i;
        return difference.map(what -> new Finding(what, at));
      }
      if (expected.outcome() instanceof Outcome.Returned(var outputs)) {
        seen.accept(outputs);
      }
    }
    report.run("traces");
    return Optional.empty();
  }

  private Optional<String> compare(Reaction expected, Reaction found, String when) {
    var difference = Outcomes.compare(expected.outcome(), found.outcome(), when);
    if (difference.isPresent()) {
      return difference;
    }
    var events = EventComparison.compareUnordered(expected.events(), found.events());
    if (events.isPresent()) {
      return events.map(what -> what + when);
    }
    return expected.outcome() instanceof Outcome.Returned(var earlier) && found.outcome() instanceof Outcome.Returned(var later)
        ? compareOutputs(earlier, later, when) : Optional.empty();
  }

  private Optional<String> compareOutputs(List<Object> earlier, List<Object> later, String when) {
    for (int i = 0; i < earlier.size(); i++) {
      var port = node.ports().outputs().get(i);
      var mismatch = Comparison.compare(port.type(), earlier.get(i), later.get(i));
      if (mismatch.isPresent()) {
        return mismatch.map(m -> "computes something else: output '" + port.name() + m.element() + "'" + when + " " + m.text());
      }
    }
    return Optional.empty();
  }

  /** The inputs up to an instant, one line an instant. */
  private List<String> shown(Trace trace, int last) {
    var lines = new ArrayList<String>();
    for (int i = 0; i <= last; i++) {
      var instant = trace.instants().get(i);
      lines.add("instant " + i + (instant.reset() ? " (reset): " : ": ") + line(instant.inputs().toArray()));
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
