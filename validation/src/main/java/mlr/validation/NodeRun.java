package mlr.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.interpreter.TraceRunner;
import mlr.ir.Operation;
import mlr.validation.TraceGenerator.Instant;

/** A node of one of the two modules while it runs. One that cannot even be loaded refuses every instant. */
record NodeRun(String what, Optional<TraceRunner> runner, Outcome loading, Fuel fuel) {
  /**
   * Loads a node.
   *
   * @param side before or after
   */
  static NodeRun of(Operation module, String name, String side) {
    var what = "node @" + name + " as it is " + side + " the pass";
    var fuel = new Fuel();
    fuel.fill(Long.MAX_VALUE);
    var loaded = new TraceRunner[1];
    var loading = Outcome.of(what, () -> {
      loaded[0] = TraceRunner.of(module, name, Metering.externals(fuel));
      return List.of();
    });
    return new NodeRun(what, Optional.ofNullable(loaded[0]), loading, fuel);
  }

  /** Runs an instant on {@code allowed} fuel. */
  Outcome step(Instant instant, long allowed) {
    fuel.fill(allowed);
    return runner.map(running -> Outcome.of(what, () -> {
      if (instant.reset()) {
        running.engine().reset();
      }
      return Arrays.asList(running.step(instant.inputs()));
    })).orElse(loading);
  }
}
