package mlr.validation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mlr.interpreter.FunctionEngine;
import mlr.ir.Type;
import mlr.ir.eval.MemRefValue;

/** Calls a function of both modules with equal arguments and compares results and the memory that arguments lead to. */
final class FunctionTrials {
  /** Calls in a trial: with the default number of trials, scalars go through all their edges. */
  private static final int CALLS = 8;

  private final Subject.Function function;
  private final RunningModules modules;
  private final InputGenerator inputs;
  private final ValidationReport report;
  private final Fuel fuel = new Fuel();
  private FunctionEngine before;
  private FunctionEngine after;

  FunctionTrials(Subject.Function function, RunningModules modules, InputGenerator inputs, ValidationReport report) {
    this.function = function;
    this.modules = modules;
    this.inputs = inputs;
    this.report = report;
    load();
  }

  private void load() {
    before = new FunctionEngine(modules.before(), Metering.externals(fuel));
    after = new FunctionEngine(modules.after(), Metering.externals(fuel));
  }

  /** Runs the calls of {@code trials} trials, at least one call, as long as less than {@code budget} work was done. */
  void run(int trials, long budget) {
    long estimate = Math.max(WorkBudget.estimate(function.codeBefore()), WorkBudget.estimate(function.codeAfter()));
    if (estimate > WorkBudget.LARGEST_RUN) {
      report.skipped("functions and nodes that take too long");
      return;
    }
    report.compared("functions");
    long done = 0;
    for (int call = 0; call < trials * CALLS && (call == 0 || done < budget); call++) {
      done += 2 * estimate + compareCall(call, Math.max(budget, estimate));
    }
  }

  /** One call on each side; returns the work that was counted. */
  private long compareCall(int number, long budget) {
    var arguments = arguments(number);
    var equal = arguments(number);
    var argumentsAfter = IntStream.range(0, equal.size()).mapToObj(i -> Callable.adapt(equal.get(i), function.after().parameters().get(i))).toList();
    var shown = shown(arguments);
    long allowed = budget / WorkBudget.FOR_A_TICK + 1000;
    var expected = call(before, function.before(), "before", arguments, allowed);
    long used = allowed - fuel.left();
    if (!(expected instanceof Outcome.Returned returned)) {
      report.skippedRun(expected);
      load();
      return used * WorkBudget.FOR_A_TICK;
    }
    // A lowering turns what tensor operations did into loops, so that code after may take many ticks more.
    long allowedAfter = 50 * (used + budget / WorkBudget.FOR_A_TICK) + 100_000;
    var found = call(after, function.after(), "after", argumentsAfter, allowedAfter);
    compare(returned, found, arguments, argumentsAfter, shown);
    report.run("calls");
    return (used + allowedAfter - fuel.left()) * WorkBudget.FOR_A_TICK;
  }

  private Outcome call(FunctionEngine engine, Callable callable, String side, List<Object> arguments, long allowed) {
    fuel.fill(allowed);
    return Outcome.of(function.title() + " as it is " + side + " the pass", () -> callable.unpack(engine.call(callable.symbol(), arguments.toArray())));
  }

  /** The arguments of a call: equal ones each time they are asked for. */
  private List<Object> arguments(int number) {
    var random = new SplittableRandom(31L * function.before().symbol().hashCode() + number);
    return inputs.arguments(function.before().parameters(), number, random);
  }

  /** The arguments as they are now, before the function may change the memory that they lead to. */
  private List<String> shown(List<Object> arguments) {
    return IntStream.range(0, arguments.size()).mapToObj(i -> "argument " + i + " = " + ValueText.ofAny(parameter(i), arguments.get(i))).toList();
  }

  private Type parameter(int i) {
    return function.before().parameters().get(i);
  }

  private void compare(Outcome.Returned expected, Outcome found, List<Object> arguments, List<Object> argumentsAfter, List<String> shown) {
    if (!(found instanceof Outcome.Returned returned)) {
      report.fail(function, found, "", shown);
      return;
    }
    for (int i = 0; i < expected.values().size(); i++) {
      compare("result " + i, function.before().results().get(i), expected.values().get(i), returned.values().get(i), shown);
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof MemRefValue) {
        compare("the memory of argument " + i, parameter(i), arguments.get(i), argumentsAfter.get(i), shown);
      }
    }
  }

  private void compare(String what, Type type, Object expected, Object found, List<String> shown) {
    Comparison.compare(type, expected, found).ifPresent(m -> report.fail(function, "computes something else: " + what + m.element() + " " + m.text(), shown));
  }
}
