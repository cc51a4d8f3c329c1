package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
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

  /** What happens in one round of a loop; gives the carried values for the next. */
  @FunctionalInterface
  public interface Round {
    List<Value> emit(OpBuilder builder, Value index, List<Value> carried);
  }

  /** Visits all elements of {@code shape} in row-major order; of a scalar shape the one, without a loop. */
  public static void over(List<Long> shape, Location location, OpBuilder builder, Body body) {
    over(shape, new ArrayList<>(), location, builder, body);
  }

  private static void over(List<Long> shape, List<Value> indices, Location location, OpBuilder builder, Body body) {
    if (indices.size() == shape.size()) {
      body.emit(builder, List.copyOf(indices));
      return;
    }
    loop(0, shape.get(indices.size()), 1, List.of(), location, builder, (inner, index, _) -> {
      var more = new ArrayList<>(indices);
      more.add(index);
      over(shape, more, location, inner, body);
      return List.of();
    });
  }

  /** A loop from {@code from} up to, not including, {@code to}; its results are the last round's values, or {@code initial} when there is none. */
  public static List<Value> loop(long from, long to, long step, List<Value> initial, Location location, OpBuilder builder, Round body) {
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
