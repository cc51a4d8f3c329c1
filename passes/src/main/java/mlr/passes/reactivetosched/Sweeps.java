package mlr.passes.reactivetosched;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.sched.StoreOp;
import mlr.ir.OpBuilder;
import mlr.ir.Value;

/**
 * The passes over one segment that run inside one step of the frame around it: for a segment in time those after
 * pass 0, at its last instant; for one in space all of them. Holds the buffers through which passes hand values on.
 */
final class Sweeps {
  private final Frame parent;
  private final SegmentOp segment;
  private final SweepPlan plan;
  private final Map<Integer, SweepFrame> frames = new TreeMap<>();
  private final Map<Value, Value> buffers = new LinkedHashMap<>();
  private final Map<Key, Key> exits = new LinkedHashMap<>();
  private final Set<Key> reads = new LinkedHashSet<>();
  private final Set<Key> aliased = new java.util.HashSet<>();
  private final List<Action> stores = new java.util.ArrayList<>();

  Sweeps(Frame parent, SegmentOp segment, SweepPlan plan, Clock base) {
    this.parent = parent;
    this.segment = segment;
    this.plan = plan;
    if (inSpace()) {
      frames.put(0, new SweepFrame(this, base, 0));
    }
    plan.later().forEach(pass -> frames.put(pass, new SweepFrame(this, base, pass)));
  }

  /** Translates the operations of every pass. */
  void translate() {
    frames.forEach((pass, frame) -> plan.operations(pass).forEach(frame::translate));
  }

  Frame parent() {
    return parent;
  }

  SegmentOp segment() {
    return segment;
  }

  SweepPlan plan() {
    return plan;
  }

  /** Whether the segment runs over tensors, within one step. */
  boolean inSpace() {
    return segment.kind() == SegmentOp.Kind.OVER;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** What the passes need from the frame around. */
  Set<Key> reads() {
    return reads;
  }

  /** The stores of a segment in time that fill buffers from instant to instant. */
  List<Action> stores() {
    return stores;
  }

  /** What the passes hand out: initial and final values. */
  List<Key> exits() {
    return List.copyOf(exits.values());
  }

  /** The number of positions, of index type. */
  Key count() {
    return new Key.Added("count", segment);
  }

  /** The position from 0, of index type. */
  Key index() {
    return new Key.Added("index", segment);
  }

  /** Makes a value of the frame around visible in the passes. */
  Key outer(Value value) {
    return outer(parent.read(value, segment));
  }

  Key outer(Key key) {
    reads.add(key);
    return key;
  }

  /** The buffer that holds {@code value} for every position, filled by whichever pass computes it. */
  Value buffer(Value value) {
    var known = buffers.get(value);
    if (known != null) {
      return known;
    }
    var buffer = parent.machine().buffer(Machine.owner(value), "stack", segment.length(), value.type(), value.location());
    buffers.put(value, buffer);
    int pass = plan.passOf(value);
    var frame = frames.containsKey(pass) ? frames.get(pass) : parent;
    var content = frame.read(value, segment);
    var path = within(frame, frame.path(value));
    var store = frame.add(new Action(segment, path, List.of(content, index()), List.of(), (builder, environment) ->
        builder.create(StoreOp.DEFINITION, value.location(), List.of(environment.get(content), buffer, environment.get(index())), List.of())));
    if (frame == parent) {
      stores.add(store);
    }
    return buffer;
  }

  /** The steps in which a value is stored: where it is present, and the segment runs. */
  private List<Step> within(Frame frame, List<Step> path) {
    var running = frame.path(segment);
    return path.size() >= running.size() && path.subList(0, running.size()).equals(running) ? path : running;
  }

  /** The value at the segment's first or last position of something that a pass computes. */
  Key exit(String role, Value value) {
    var key = new Key.Added(role, value);
    var frame = frames.get(plan.passOf(value));
    if (frame == null) {
      return outer(now(key, value));
    }
    return exits.computeIfAbsent(key, _ -> {
      frame.capture(role, value, key);
      return key;
    });
  }

  /** The value that a causal stream has in the instant of the passes, which call by the same name its value at their own position. */
  private Key now(Key key, Value value) {
    if (aliased.add(key)) {
      var content = parent.read(value, segment);
      parent.add(new Action(segment, parent.path(value), List.of(content), List.of(key), (_, environment) -> environment.define(key, environment.get(content))));
    }
    return key;
  }

  /** Writes all passes, one after the other. */
  void emit(OpBuilder builder, Environment environment) {
    frames.values().forEach(frame -> frame.emit(builder, environment));
  }
}
