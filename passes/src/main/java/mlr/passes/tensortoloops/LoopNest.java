package mlr.passes.tensortoloops;

import java.util.List;
import java.util.stream.Stream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;

/** Loops over the elements of a static shape, the last dimension innermost. */
public final class LoopNest {
  private LoopNest() {}

  /** What happens for one element. */
  @FunctionalInterface
  public interface Body {
    void emit(OpBuilder builder, List<Value> indices);
  }

  /** How an element is combined with what was found so far. */
  @FunctionalInterface
  public interface Step {
    Value emit(OpBuilder builder, List<Value> indices, Value found);
  }

  /** What happens in one round of a loop; gives the carried values for the next. */
  @FunctionalInterface
  public interface Round {
    List<Value> emit(OpBuilder builder, Value index, List<Value> carried);
  }

  /** Visits all elements of {@code shape} in row-major order; of a scalar shape the one, without a loop. */
  public static void over(List<Long> shape, Location location, OpBuilder builder, Body body) {
    over(shape, List.of(), location, builder, body);
  }

  private static void over(List<Long> shape, List<Value> indices, Location location, OpBuilder builder, Body body) {
    if (indices.size() == shape.size()) {
      body.emit(builder, indices);
      return;
    }
    loop(0, shape.get(indices.size()), 1, List.of(), location, builder, (inner, index, _) -> {
      over(shape, append(indices, index), location, inner, body);
      return List.of();
    });
  }

  /** Combines all elements of {@code shape} in row-major order, starting with {@code initial}. */
  public static Value fold(List<Long> shape, Value initial, Location location, OpBuilder builder, Step step) {
    return fold(shape, List.of(), initial, location, builder, step);
  }

  private static Value fold(List<Long> shape, List<Value> indices, Value initial, Location location, OpBuilder builder, Step step) {
    if (indices.size() == shape.size()) {
      return step.emit(builder, indices, initial);
    }
    return loop(0, shape.get(indices.size()), 1, List.of(initial), location, builder, (inner, index, carried) ->
        List.of(fold(shape, append(indices, index), carried.getFirst(), location, inner, step))).getFirst();
  }

  private static List<Value> append(List<Value> indices, Value index) {
    return Stream.concat(indices.stream(), Stream.of(index)).toList();
  }

  /** A loop from {@code from} up to, not including, {@code to}; its results are the last round's values, or {@code initial} when there is none. */
  public static List<Value> loop(long from, long to, long step, List<Value> initial, Location location, OpBuilder builder, Round body) {
    if (from >= to) {
      return initial;
    }
    var loop = (ForOp) builder.create(ForOp.of(index(from, location, builder), index(to, location, builder), index(step, location, builder), initial, location));
    var inner = OpBuilder.atEnd(loop.body());
    var next = body.emit(inner, loop.inductionVariable(), List.copyOf(loop.carriedArguments()));
    inner.create(YieldOp.of(next, location));
    return List.copyOf(loop.results());
  }

  /** An index constant. */
  public static Value index(long value, Location location, OpBuilder builder) {
    return builder.create(ConstantOp.index(value, location)).result();
  }
}
