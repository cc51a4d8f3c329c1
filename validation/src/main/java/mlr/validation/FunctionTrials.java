package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import mlr.validation.compare.Comparison;
import mlr.validation.compare.EventComparison;
import mlr.validation.compare.ValueText;
import mlr.validation.input.Argument;
import mlr.validation.input.CallGenerator;
import mlr.validation.input.CallGenerator.Parameter;
import mlr.validation.input.CallInputs;
import mlr.validation.input.InputGenerator;
import mlr.validation.input.Shrinker;
import mlr.validation.input.Shrinker.Shown;
import mlr.validation.run.FunctionRun;
import mlr.validation.run.Observation;
import mlr.validation.run.Outcome;
import mlr.validation.subject.CodeClosure;
import mlr.validation.subject.Subject;

/** Calls a function of both modules on equal inputs and compares all that can be seen. */
final class FunctionTrials {
  /** Calls in a trial: with the default number of trials, scalars go through all their edges. */
  private static final int CALLS = 8;

  private static final int SHRINKING_CALLS = 400;

  private final Subject.Function function;
  private final CallGenerator inputs;
  private final ValidationReport report;
  private final FunctionRun before;
  private final FunctionRun after;
  private final CodeClosure closure;
  private final List<String> globals;
  private long done;

  /**
   * @param metered the two modules as they are run
   * @param known the function before, if it was the one after the last pass
   */
  FunctionTrials(Subject.Function function, RunningModules metered, InputGenerator values, Optional<FunctionRun> known, ValidationReport report) {
    this.function = function;
    this.report = report;
    this.closure = metered.closureBefore();
    this.inputs = new CallGenerator(values, parameters(function), closure.pointees());
    var later = metered.closureAfter();
    this.globals = closure.mutableGlobals().entrySet().stream().filter(global -> later.mutableGlobals().containsKey(global.getKey())).map(Map.Entry::getKey).toList();
    this.before = known.filter(run -> run.looksAt(globals))
        .orElseGet(() -> new FunctionRun("before", function.before(), metered.before(), closure.externals(), globals));
    this.after = new FunctionRun("after", function.after().orElseThrow(), metered.after(), later.externals(), globals);
  }

  private static List<Parameter> parameters(Subject.Function function) {
    return IntStream.range(0, function.before().parameters().size())
        .mapToObj(i -> new Parameter(function.before().parameters().get(i), function.before().isApart(i))).toList();
  }

  /** The function after the pass, with what it did. */
  FunctionRun after() {
    return after;
  }

  /** Runs the calls of {@code trials} trials, at least one call, as long as less than {@code budget} work was done. */
  Optional<Difference> run(int trials, long seed, long budget) {
    long estimate = Math.max(WorkBudget.estimate(function.codeBefore()), WorkBudget.estimate(function.codeAfter()));
    if (estimate > WorkBudget.LARGEST_RUN) {
      report.skipped("functions and nodes that take too long");
      return Optional.empty();
    }
    var obstacle = before.obstacle(closure.symbols().keySet());
    if (obstacle.isPresent()) {
      report.skipped("functions, since " + obstacle.get());
      return Optional.empty();
    }
    report.compared("functions");
    for (int call = 0; call < trials * CALLS && (call == 0 || done < budget); call++) {
      done += 2 * estimate;
      var random = new SplittableRandom(seed * function.before().symbol().hashCode() + call);
      var given = inputs.call(call, random);
      long allowed = Math.max(budget, estimate) / WorkBudget.FOR_A_TICK + 1000;
      int number = call;
      var found = attempt(given, allowed, (run, ticks) -> run.call(number, given, ticks));
      if (found.isPresent()) {
        var shrinker = Shrinker.<String>ofCalls(simpler -> attempt(simpler, allowed, (run, ticks) -> run.call(simpler, ticks)), SHRINKING_CALLS);
        var shown = shrinker.shrink(new Shown<>(given, found.get()));
        return Optional.of(Difference.of(function, shown.difference(), shown(shown.inputs())));
      }
    }
    return Optional.empty();
  }

  /** One call on each side: what differs, as a predicate of the function. */
  private Optional<String> attempt(CallInputs given, long allowed, BiFunction<FunctionRun, Long, Observation> call) {
    var expected = call.apply(before, allowed);
    done += expected.work() * WorkBudget.FOR_A_TICK;
    if (!Outcomes.isDefined(expected.outcome())) {
      report.skippedRun(expected.outcome());
      return Optional.empty();
    }
    // A lowering turns what tensor operations did into loops, so that code after may take many ticks more.
    var found = call.apply(after, 50 * (expected.work() + allowed) + 100_000);
    done += found.work() * WorkBudget.FOR_A_TICK;
    report.run("calls");
    return compare(given, expected, found);
  }

  private Optional<String> compare(CallInputs given, Observation expected, Observation found) {
    return Outcomes.compare(expected.outcome(), found.outcome(), "")
        .or(() -> EventComparison.compare(expected.events(), found.events()))
        .or(() -> compareResults(expected.outcome(), found.outcome()))
        .or(() -> compareArguments(given, expected, found))
        .or(() -> compareGlobals(expected, found));
  }

  private Optional<String> compareResults(Outcome expected, Outcome found) {
    if (!(expected instanceof Outcome.Returned(var earlier) && found instanceof Outcome.Returned(var later))) {
      return Optional.empty();
    }
    return IntStream.range(0, earlier.size()).boxed().flatMap(i ->
        Comparison.compare(function.before().results().get(i), earlier.get(i), later.get(i)).map(m -> elsewhere("result " + i, m)).stream()).findFirst();
  }

  private Optional<String> compareArguments(CallInputs given, Observation expected, Observation found) {
    return IntStream.range(0, expected.arguments().size()).boxed().flatMap(i -> (switch (given.arguments().get(i)) {
      case Argument.View view -> Comparison.compare(view.type(), expected.arguments().get(i), found.arguments().get(i));
      case Argument.Address address -> Comparison.compareScalars(given.memory().get(address.memory()).element(),
          expected.memory().get(address.memory()), found.memory().get(address.memory()));
      case Argument.Plain _ -> Optional.<Comparison.Mismatch>empty();
    }).map(m -> elsewhere("the memory of argument " + i, m)).stream()).findFirst();
  }

  private Optional<String> compareGlobals(Observation expected, Observation found) {
    var types = closure.mutableGlobals();
    return globals.stream().flatMap(symbol ->
        Comparison.compareScalars(types.get(symbol), expected.globals().get(symbol), found.globals().get(symbol))
            .map(m -> elsewhere("the global @" + symbol, m)).stream()).findFirst();
  }

  private static String elsewhere(String what, Comparison.Mismatch mismatch) {
    return "computes something else: " + what + mismatch.element() + " " + mismatch.text();
  }

  private List<String> shown(CallInputs given) {
    var memory = given.allocate();
    var lines = new ArrayList<String>();
    for (int i = 0; i < given.arguments().size(); i++) {
      var value = ValueText.ofAny(given.types().get(i), given.arguments().get(i).value(memory));
      lines.add("argument " + i + " = " + value + sharing(given, i));
    }
    return lines;
  }

  private static String sharing(CallInputs given, int i) {
    var memory = given.arguments().get(i).allocation();
    return IntStream.range(0, i).filter(k -> memory.isPresent() && given.arguments().get(k).allocation().equals(memory))
        .mapToObj(k -> ", in the memory of argument " + k).findFirst().orElse("");
  }
}
