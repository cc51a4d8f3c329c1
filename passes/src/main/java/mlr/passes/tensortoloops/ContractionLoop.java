package mlr.passes.tensortoloops;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;

/**
 * The loop over a contracted index: {@code unroll} steps in a round, in groups of {@code group} steps, and what is left over behind the loop.
 * The steps form one chain in ascending order.
 */
record ContractionLoop(int unroll, int group) {
  /** Continues the chain from {@code sum} by {@code steps} steps, the first of them at {@code k}. */
  @FunctionalInterface
  interface Steps {
    Value emit(OpBuilder builder, Value k, int steps, Value sum);
  }

  /** The chain over 0 to {@code extent - 1} that starts with {@code initial}. */
  Value emit(long extent, Value initial, Location location, OpBuilder builder, Steps body) {
    long looped = extent < 2L * unroll ? 0 : extent / unroll * unroll;
    var sum = looped == 0 ? initial : LoopNest.loop(0, looped, unroll, List.of(initial), location, builder, (inner, k, carried) -> {
      var arithmetic = new IndexArithmetic(inner, location);
      var partial = carried.getFirst();
      for (int u = 0; u < unroll; u += group) {
        partial = body.emit(inner, arithmetic.add(k, u), group, partial);
      }
      return List.of(partial);
    }).getFirst();
    for (long k = looped; k < extent; ) {
      int steps = k + group <= extent ? group : 1;
      sum = body.emit(builder, LoopNest.index(k, location, builder), steps, sum);
      k += steps;
    }
    return sum;
  }
}
