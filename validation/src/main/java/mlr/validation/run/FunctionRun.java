package mlr.validation.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.FunctionEngine;
import mlr.ir.Operation;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.validation.input.CallInputs;
import mlr.validation.subject.Callable;
import mlr.validation.subject.External;

/**
 * A function of one of the two modules, loaded once. Each call begins with the globals as the module has them. What calls did is remembered by their number;
 * on the other side of the next pass the same call is not run again.
 */
public final class FunctionRun implements SubjectRun {
  private final String what;
  private final Callable callable;
  private final FunctionEngine engine;
  private final Outside outside;
  private final Fuel fuel;
  private final List<String> globals;
  private final Map<Integer, Call> calls;

  /** What was given, and what was seen then. */
  private record Call(CallInputs inputs, Observation observation) {
    boolean answers(CallInputs now, long allowed) {
      return observation.work() <= allowed && inputs.equals(now);
    }
  }

  /**
   * Loads a function.
   *
   * @param side before or after
   * @param metered a module from {@link Metering#copy}
   * @param globals symbols of mutable globals to look at
   */
  public FunctionRun(String side, Callable callable, Operation metered, List<External> externals, List<String> globals) {
    this.what = text(side, callable);
    this.callable = callable;
    this.fuel = new Fuel();
    this.outside = new Outside(externals, true, fuel);
    this.engine = new FunctionEngine(metered, outside.functions());
    this.globals = List.copyOf(globals);
    this.calls = new HashMap<>();
  }

  private FunctionRun(String side, FunctionRun same) {
    this.what = text(side, same.callable);
    this.callable = same.callable;
    this.fuel = same.fuel;
    this.outside = same.outside;
    this.engine = same.engine;
    this.globals = same.globals;
    this.calls = same.calls;
  }

  private static String text(String side, Callable callable) {
    return "function @" + callable.symbol() + " as it is " + side + " the pass";
  }

  @Override
  public FunctionRun asBefore() {
    return new FunctionRun("before", this);
  }

  /** Whether it is these mutable globals that are looked at. */
  public boolean looksAt(List<String> symbols) {
    return globals.equals(symbols);
  }

  /**
   * Why some function that the calls may lead to cannot be run, if one cannot. It is asked before any call, because what is not executed in this
   * module may be in the other: passes execute early what has no effects.
   *
   * @param symbols those that the function reaches, itself among them
   */
  public Optional<String> obstacle(Collection<String> symbols) {
    try {
      symbols.stream().filter(engine::isDefined).forEach(engine::load);
      return Optional.empty();
    } catch (ExecutionError missing) {
      return Optional.of(missing.getMessage());
    }
  }

  /** The call of a number, which may take {@code allowed} ticks. */
  public Observation call(int number, CallInputs inputs, long allowed) {
    var known = calls.get(number);
    if (known != null && known.answers(inputs, allowed)) {
      return known.observation();
    }
    var observation = call(inputs, allowed);
    if (lasts(observation.outcome())) {
      calls.put(number, new Call(inputs, observation));
    }
    return observation;
  }

  /** Whether what was seen stays as it is: memory that is returned may be a global's, which later calls write to. */
  private static boolean lasts(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned(var values) -> values.stream().noneMatch(value -> value instanceof MemRefValue || value instanceof PointerValue);
      case Outcome.Stopped _ -> false;
      case Outcome.Aborted _, Outcome.Undefined _, Outcome.Failed _ -> true;
    };
  }

  /** One call that may take {@code allowed} ticks. */
  public Observation call(CallInputs inputs, long allowed) {
    engine.restoreGlobals();
    var memory = inputs.allocate();
    var arguments = IntStream.range(0, inputs.arguments().size())
        .mapToObj(i -> Callable.adapt(inputs.arguments().get(i).value(memory), callable.parameters().get(i))).toList();
    outside.begin(inputs.memory(), memory, inputs.salt());
    fuel.fill(allowed);
    var outcome = Outcome.of(what, () -> callable.unpack(engine.call(callable.symbol(), arguments.toArray())));
    return new Observation(outcome, outside.events(), arguments, memory, globals(), allowed - fuel.left());
  }

  private Map<String, Memory> globals() {
    var contents = new LinkedHashMap<String, Memory>();
    globals.forEach(symbol -> contents.put(symbol, engine.global(symbol).copy()));
    return contents;
  }
}
