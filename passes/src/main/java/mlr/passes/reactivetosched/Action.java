package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;

/**
 * One thing to do in a step: under which samplings, from what, giving what. The order of actions follows from
 * what they read and define, and from {@link #after}.
 */
final class Action {
  /** Writes the action's operations; defines its keys in the environment. */
  @FunctionalInterface
  interface Emission {
    void emit(OpBuilder builder, Environment environment);
  }

  private final Operation source;
  private final List<Step> path;
  private final Set<Key> reads = new LinkedHashSet<>();
  private final List<Key> defines;
  private final Emission emission;
  private final List<Action> predecessors = new ArrayList<>();
  private boolean late;

  Action(Operation source, List<Step> path, List<Key> reads, List<Key> defines, Emission emission) {
    this.source = source;
    this.path = List.copyOf(path);
    this.reads.addAll(reads);
    path.forEach(step -> this.reads.add(step.condition()));
    this.defines = List.copyOf(defines);
    this.emission = emission;
  }

  /** The operation this comes from, for messages. */
  Operation source() {
    return source;
  }

  List<Step> path() {
    return path;
  }

  /** What must be computed before, conditions of the path included. */
  Set<Key> reads() {
    return reads;
  }

  List<Key> defines() {
    return defines;
  }

  List<Action> predecessors() {
    return predecessors;
  }

  /** Makes this come after another action for a reason that keys don't show. */
  Action after(Action earlier) {
    if (earlier != this) {
      predecessors.add(earlier);
    }
    return this;
  }

  Action after(List<Action> earlier) {
    earlier.forEach(this::after);
    return this;
  }

  /** Puts this behind everything that is not late: updates of large state, so that it may be read in place. */
  Action late() {
    late = true;
    return this;
  }

  boolean isLate() {
    return late;
  }

  void emit(OpBuilder builder, Environment environment) {
    emission.emit(builder, environment);
  }
}
