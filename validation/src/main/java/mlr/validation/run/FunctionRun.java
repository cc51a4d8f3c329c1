package mlr.validation.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.FunctionEngine;
import mlr.ir.Operation;
import mlr.ir.eval.Memory;
import mlr.validation.input.CallInputs;
import mlr.validation.subject.Callable;
import mlr.validation.subject.External;

/** A function of one of the two modules, loaded once. Each call begins with the globals as the module has them. */
public final class FunctionRun {
  private final String what;
  private final Callable callable;
  private final FunctionEngine engine;
  private final Outside outside;
  private final Fuel fuel = new Fuel();
  private final List<String> globals;

  /**
   * Loads a function.
   *
   * @param side before or after
   * @param metered a module from {@link Metering#copy}
   * @param globals symbols of mutable globals to look at
   */
  public FunctionRun(String side, Callable callable, Operation metered, List<External> externals, List<String> globals) {
    this.what = "function @" + callable.symbol() + " as it is " + side + " the pass";
    this.callable = callable;
    this.outside = new Outside(externals, true, fuel);
    this.engine = new FunctionEngine(metered, outside.functions());
    this.globals = List.copyOf(globals);
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
    globals.forEach(symbol -> contents.put(symbol, engine.global(symbol)));
    return contents;
  }
}
