package mlr.validation.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.interpreter.TraceRunner;
import mlr.ir.Operation;
import mlr.validation.input.Trace.Instant;
import mlr.validation.subject.External;

/** A node that was loaded and keeps its state from instant to instant. One that cannot even be loaded refuses every instant. */
final class RunningNode {
  private final Fuel fuel = new Fuel();
  private final Outside outside;
  private final Outcome loading;
  private Optional<TraceRunner> runner = Optional.empty();

  /** Loads a node of a module from {@link Metering#copy}; {@code what} says in messages what it is. */
  RunningNode(String what, String name, Operation metered, List<External> externals) {
    outside = new Outside(externals, false, fuel);
    fuel.fill(Long.MAX_VALUE);
    loading = Outcome.of(what, () -> {
      runner = Optional.of(TraceRunner.of(metered, name, outside.functions()));
      return List.of();
    });
  }

  /** Runs an instant that may take {@code allowed} ticks. */
  Reaction step(String what, Instant instant, long salt, long allowed) {
    fuel.fill(allowed);
    outside.begin(List.of(), List.of(), salt);
    var outcome = runner.map(running -> Outcome.of(what, () -> {
      if (instant.reset()) {
        running.engine().reset();
      }
      return Arrays.asList(running.step(instant.inputs().toArray()));
    })).orElse(loading);
    return new Reaction(outcome, outside.events(), allowed - fuel.left());
  }
}
