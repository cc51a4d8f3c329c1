package mlr.interpreter.reactive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.Value;

/** One instance of a node under elaboration: the streams and clocks that its values and their clocks stand for. */
final class Frame {
  private final NodeOp node;
  private final ClockAnalysis clocks;
  private final Consumer<Runnable> later;
  private final Map<Value, Supplier<Stream>> streams = new IdentityHashMap<>();
  private final Map<Operation, ClockStream> bases = new IdentityHashMap<>();
  private final Map<Clock, ClockStream> clockStreams = new HashMap<>();
  private final Set<Value> resolving = new HashSet<>();

  /** @param later takes what can only be done when every stream exists */
  Frame(NodeOp node, ClockAnalysis clocks, ClockStream base, Consumer<Runnable> later) {
    this.node = node;
    this.clocks = clocks;
    this.later = later;
    bases.put(node, base);
  }

  NodeOp node() {
    return node;
  }

  /** Says what a value stands for; asked only after elaboration. */
  void bind(Value value, Supplier<Stream> stream) {
    streams.put(value, stream);
  }

  /** Says that {@code value} is another name for {@code original}. */
  void alias(Value value, Value original) {
    bind(value, () -> stream(original));
  }

  /** Says which clock the steps of an {@code over} segment have. */
  void bindBase(Operation scope, ClockStream clock) {
    bases.put(scope, clock);
  }

  /** The stream that a value stands for. */
  Stream stream(Value value) {
    if (!resolving.add(value)) {
      throw new ExecutionError(value.location(), "the value of " + ExecutionError.name(value) + " depends on itself");
    }
    try {
      var binding = streams.get(value);
      if (binding == null) {
        throw new IllegalStateException(ExecutionError.name(value) + " of node @" + node.symbol() + " has no stream");
      }
      return binding.get();
    } finally {
      resolving.remove(value);
    }
  }

  /** The clock of a value. */
  ClockStream clockOf(Value value) {
    return clock(clocks.clockOf(value));
  }

  /** The clock on which an operation runs. */
  ClockStream activationOf(Operation op) {
    return clock(clocks.activationOf(op));
  }

  private ClockStream clock(Clock clock) {
    var known = clockStreams.get(clock);
    if (known != null) {
      return known;
    }
    var made = switch (clock) {
      case Clock.Base base -> bases.get(base.scope());
      case Clock.On on -> {
        var stream = new ClockStream.On(clock(on.parent()), on.value(), on.condition().location(), "the clock '" + on + "'");
        later.accept(() -> stream.link(stream(on.condition())));
        yield stream;
      }
    };
    clockStreams.put(clock, made);
    return made;
  }
}
