package mlr.passes.loop;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.ir.DialectRegistry;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.types.IndexType;

/** Unrolls one loop after the other. */
final class LoopUnroller {
  /** Code is not made larger than so many operations. */
  private static final long LARGEST = 100_000;

  private final DialectRegistry registry;

  /** Loops that run less often than the factor that they remain from. */
  private final Set<ForOp> remainders = Collections.newSetFromMap(new IdentityHashMap<>());

  LoopUnroller(DialectRegistry registry) {
    this.registry = registry;
  }

  /** Replaces a loop by its iterations, one after the other; returns whether the trip count was known and not too large. */
  boolean full(ForOp loop) {
    var bounds = ConstantBounds.of(loop);
    if (bounds.isEmpty() || bounds.get().tripCount() > LARGEST / LoopBody.size(loop)) {
      return false;
    }
    var arithmetic = BoundArithmetic.before(loop, registry);
    List<Value> carried = loop.initialValues();
    for (long i = 0; i < bounds.get().tripCount(); i++) {
      carried = LoopBody.copy(loop, arithmetic.constant(bounds.get().at(i)), carried, arithmetic.builder());
    }
    loop.replaceAllUsesWith(carried);
    loop.erase();
    return true;
  }

  /**
   * Splits a loop in two, of which the first does {@code factor} iterations in one; returns whether it did. For a trip count n,
   * the first one ends at {@code lower + (n - n mod factor) * step}, or at the old upper bound when n mod factor is 0: then the sum could
   * leave the type. Where a step that is not constant is so large that {@code step * factor} would, the first loop runs no iteration.
   * What remains of a loop is not unrolled again: that would double the number of loops each time, for nothing.
   */
  boolean by(int factor, ForOp loop) {
    int width = Integers.width(loop.lowerBound().type());
    long largest = loop.lowerBound().type() instanceof IndexType ? Integer.MAX_VALUE : Integers.signedMax(width);
    var step = Constants.integer(ConstantOp.valueOf(loop.step()));
    if (factor == 1 || width == 1 || remainders.contains(loop) || factor > LARGEST / LoopBody.size(loop) || step.isPresent() && (step.get() <= 0 || step.get() > largest / factor)) {
      return false;
    }
    var arithmetic = BoundArithmetic.before(loop, registry);
    var zero = arithmetic.constant(0);
    var trips = arithmetic.tripCount(loop.lowerBound(), loop.upperBound(), loop.step());
    if (Constants.integer(ConstantOp.valueOf(trips)).filter(n -> Long.compareUnsigned(Integers.unsigned(n, width), factor) < 0).isPresent()) {
      arithmetic.eraseUnused();
      return false;
    }
    var fits = arithmetic.compare(IntegerPredicate.SLE, loop.step(), arithmetic.constant(largest / factor));
    var rest = arithmetic.remainder(trips, arithmetic.constant(factor));
    var wide = arithmetic.multiply(loop.step(), factor);
    if (step.isEmpty()) {
      rest = arithmetic.select(fits, rest, trips);
      wide = arithmetic.select(fits, wide, loop.step());
    }
    var sum = arithmetic.add(loop.lowerBound(), arithmetic.multiply(arithmetic.subtract(trips, rest), loop.step()));
    var end = arithmetic.select(arithmetic.compare(IntegerPredicate.EQ, rest, zero), loop.upperBound(), sum);
    var first = unrolled(loop, end, wide, factor, arithmetic);
    if (Constants.isInteger(ConstantOp.valueOf(rest), 0)) {
      loop.replaceAllUsesWith(first.results());
      loop.erase();
    } else {
      remainders.add(loop);
      loop.setOperand(0, end);
      for (int i = 0; i < first.resultCount(); i++) {
        loop.setOperand(3 + i, first.result(i));
      }
    }
    arithmetic.eraseUnused();
    return true;
  }

  private static ForOp unrolled(ForOp loop, Value end, Value step, int factor, BoundArithmetic before) {
    var offsets = IntStream.range(0, factor).mapToObj(i -> before.multiply(loop.step(), i)).toList();
    var first = (ForOp) before.builder().create(ForOp.of(loop.lowerBound(), end, step, loop.initialValues(), loop.location()).attributes(loop.attributes()));
    var inside = before.at(OpBuilder.atEnd(first.body()));
    List<Value> carried = List.copyOf(first.carriedArguments());
    for (var offset : offsets) {
      carried = LoopBody.copy(loop, inside.add(first.inductionVariable(), offset), carried, inside.builder());
    }
    inside.builder().create(YieldOp.of(carried, loop.location()));
    return first;
  }
}
