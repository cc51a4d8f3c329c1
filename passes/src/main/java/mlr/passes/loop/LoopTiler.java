package mlr.passes.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.ir.DialectRegistry;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.types.IndexType;
import mlr.passes.loop.PerfectNest.Bounds;

/**
 * Tiles one nest. Loops over tiles step by {@code step * size} where bounds are constants for which that leaves the type nowhere; else they
 * count tiles. A tile ends at {@code start + min(upper - start, step * size)}, which is exact for all bounds.
 */
final class LoopTiler {
  private final PerfectNest nest;
  private final List<Integer> sizes;
  private final BoundArithmetic before;

  LoopTiler(PerfectNest nest, List<Integer> sizes, DialectRegistry registry) {
    this.nest = nest;
    this.sizes = sizes;
    this.before = BoundArithmetic.before(nest.outermost(), registry);
  }

  /** Tiles the nest; returns whether a size was given and fits. */
  boolean tile() {
    if (sizes.stream().allMatch(size -> size <= 1) || !IntStream.range(0, nest.depth()).allMatch(this::fits)) {
      return false;
    }
    var bounds = nest.guardedBounds(before);
    // All of them before the first loop over tiles, inside of which the others are needed.
    var widths = IntStream.range(0, nest.depth()).mapToObj(i -> width(i, bounds.get(i))).toList();
    var starts = new HashMap<Integer, Value>();
    var inside = before;
    for (int i = 0; i < nest.depth(); i++) {
      if (sizes.get(i) > 1) {
        inside = overTiles(i, bounds.get(i), widths.get(i), inside, starts);
      }
    }
    var point = inside;
    var points = IntStream.range(0, nest.depth()).mapToObj(i -> pointBounds(i, bounds.get(i), widths.get(i), Optional.ofNullable(starts.get(i)), point)).toList();
    nest.outermost().moveBefore(inside.builder().insertionPoint().orElseThrow());
    for (int i = 0; i < nest.depth(); i++) {
      nest.loops().get(i).setOperands(List.of(points.get(i).lower(), points.get(i).upper(), points.get(i).step()));
    }
    before.eraseUnused();
    return true;
  }

  /** Whether the width of a tile is a number of the loop's type, and the number of tiles one, too. */
  private boolean fits(int position) {
    var loop = nest.loops().get(position);
    int size = sizes.get(position);
    var step = Constants.integer(ConstantOp.valueOf(loop.step()));
    int width = Integers.width(loop.lowerBound().type());
    long largest = loop.lowerBound().type() instanceof IndexType ? Integer.MAX_VALUE : Integers.signedMax(width);
    return size <= 1 || step.isPresent() && step.get() > 0 && step.get() <= largest / size && (width == Long.SIZE || direct(loop, size));
  }

  /** Whether a loop over tiles may step by tiles. */
  private static boolean direct(ForOp loop, int size) {
    return ConstantBounds.of(loop).filter(b -> b.step() <= Integer.MAX_VALUE / size && b.upper() <= Integers.signedMax(Integers.width(loop.lowerBound().type())) - b.step() * size)
        .isPresent();
  }

  /** How far it is from a tile to the next one; the step where the loop is not tiled. */
  private Value width(int position, Bounds bounds) {
    int size = sizes.get(position);
    return size > 1 ? before.in(nest.loops().get(position).lowerBound().type()).multiply(bounds.step(), size) : bounds.step();
  }

  private BoundArithmetic overTiles(int position, Bounds bounds, Value width, BoundArithmetic around, Map<Integer, Value> starts) {
    var loop = nest.loops().get(position);
    var outside = around.in(loop.lowerBound().type());
    boolean direct = direct(loop, sizes.get(position));
    var tiles = direct ? bounds : new Bounds(outside.constant(0), outside.tripCount(bounds.lower(), bounds.upper(), width), outside.constant(1));
    var outer = (ForOp) outside.builder().create(ForOp.of(tiles.lower(), tiles.upper(), direct ? width : tiles.step(), List.of(), loop.location()));
    var end = OpBuilder.atEnd(outer.body()).create(YieldOp.of(List.of(), loop.location()));
    var inside = outside.at(OpBuilder.before(end));
    starts.put(position, direct ? outer.inductionVariable() : inside.add(bounds.lower(), inside.multiply(outer.inductionVariable(), width)));
    return inside;
  }

  /** Where the points of a tile lie; of a loop that is not tiled, all. */
  private Bounds pointBounds(int position, Bounds bounds, Value width, Optional<Value> start, BoundArithmetic place) {
    if (start.isEmpty()) {
      return bounds;
    }
    var loop = nest.loops().get(position);
    var inside = place.in(loop.lowerBound().type());
    boolean divides = ConstantBounds.of(loop).filter(b -> b.tripCount() % sizes.get(position) == 0).isPresent();
    var length = divides ? width : inside.minimum(inside.subtract(bounds.upper(), start.get()), width);
    return new Bounds(start.get(), inside.add(start.get(), length), bounds.step());
  }
}
