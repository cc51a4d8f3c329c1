package mlr.validation.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.interpreter.TraceRunner;
import mlr.ir.Operation;
import mlr.validation.input.Trace.Instant;
import mlr.validation.subject.External;

/** A node of one of the two modules, loaded once. One that cannot even be loaded refuses every instant. */
public final class NodeRun {
  private final String what;
  private final Fuel fuel = new Fuel();
  private final Outside outside;
  private final Outcome loading;
  private Optional<TraceRunner> runner = Optional.empty();

  /**
   * Loads a node.
   *
   * @param side before or after
   * @param metered a module from {@link Metering#copy}
   */
  public NodeRun(String side, String name, Operation metered, List<External> externals) {
    what = "node @" + name + " as it is " + side + " the pass";
    outside = new Outside(externals, false, fuel);
    fuel.fill(Long.MAX_VALUE);
    loading = Outcome.of(what, () -> {
      runner = Optional.of(TraceRunner.of(metered, name, outside.functions()));
      return List.of();
    });
  }

  /** Runs an instant that may take {@code allowed} ticks. */
  public Outcome step(Instant instant, long salt, long allowed) {
    fuel.fill(allowed);
    outside.begin(List.of(), List.of(), salt);
    return runner.map(running -> Outcome.of(what, () -> {
      if (instant.reset()) {
        running.engine().reset();
      }
      return Arrays.asList(running.step(instant.inputs().toArray()));
    })).orElse(loading);
  }

  /** Calls to the outside in the last instant, in any order: equations have none. */
  public List<Event> events() {
    return outside.events();
  }

  /** Ticks left of what the last instant was allowed. */
  public long left() {
    return fuel.left();
  }
}
