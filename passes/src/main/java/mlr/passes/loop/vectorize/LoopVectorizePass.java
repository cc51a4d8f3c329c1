package mlr.passes.loop.vectorize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.ir.Operation;
import mlr.ir.analysis.AliasAnalysis;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.passes.loop.BoundArithmetic;
import mlr.passes.loop.dependence.Access;
import mlr.passes.loop.dependence.Distance;

/**
 * Does several iterations of a loop at once, on vectors, and what remains in a second loop. Accesses must be to neighbouring elements or to
 * one for all; innermost loops are tried first, then those around them, so that sums that must keep their order are done for several
 * outputs at a time. Reductions in the vectorised loop itself are those whose order does not matter.
 *
 * @param width lanes of the vectors
 * @param reassociate whether sums and products of floats may be computed in another order
 */
public record LoopVectorizePass(int width, boolean reassociate) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("loop-vectorize")
      .summary("Vectorize counted loops")
      .anchor("any")
      .statistic("num-vectorized", "Number of loops vectorized")
      .option("vector-size", PassOption.Kind.INTEGER, "4", "Number of iterations done at once")
      .option("reassociate-fp-reductions", PassOption.Kind.BOOLEAN, "false", "Allow sums and products of floats in another order, which changes results")
      .description("""
          Loops of step 1 whose accesses are to neighbouring elements, or to one for all lanes, and whose other operations are those of
          arith and math. Innermost loops are tried first, then the loops around them, so that a sum that must keep its order is done for
          several outputs at a time. Carried values are reductions: sums, products, bit operations and extremes of integers, `minimumf` and
          `maximumf`; sums and products of floats only with `reassociate-fp-reductions`. Iterations done at once must not depend on each
          other. Memory with gaps, gathers and conditionals are left alone.""")
      .example("""
          func.func @scale(%a: memref<10xf32>, %f: f32) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c10 = arith.constant 10 : index
            loop.for %i = %c0 to %c10 step %c1 {
              %0 = memref.load %a[%i] : memref<10xf32>
              %1 = arith.mulf %0, %f : f32
              memref.store %1, %a[%i] : memref<10xf32>
            }
            return
          }
          """, """
          func.func @scale(%arg0: memref<10xf32>, %arg1: f32) {
            %c8 = arith.constant 8 : index
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c10 = arith.constant 10 : index
            %c4 = arith.constant 4 : index
            %0 = vector.broadcast %arg1 : f32 to vector<4xf32>
            loop.for %arg2 = %c0 to %c8 step %c4 {
              %1 = vector.load %arg0[%arg2] : memref<10xf32>, vector<4xf32>
              %2 = arith.mulf %1, %0 : vector<4xf32>
              vector.store %2, %arg0[%arg2] : memref<10xf32>, vector<4xf32>
            }
            loop.for %arg2 = %c8 to %c10 step %c1 {
              %1 = memref.load %arg0[%arg2] : memref<10xf32>
              %2 = arith.mulf %1, %arg1 : f32
              memref.store %2, %arg0[%arg2] : memref<10xf32>
            }
            return
          }
          """)
      .creates(options -> new LoopVectorizePass(Math.toIntExact(options.integer("vector-size")), options.bool("reassociate-fp-reductions")));

  private static final int WIDEST = 1024;

  @Override
  public void run(Operation op, PassContext context) {
    if (width < 2 || width > WIDEST) {
      context.diagnostics().error(op.location(), "loop-vectorize: vector-size must be from 2 to " + WIDEST + ", but is " + width);
      return;
    }
    var aliases = context.analysis(AnalysisKind.ALIASES, op);
    var done = Collections.<ForOp>newSetFromMap(new IdentityHashMap<>());
    var loops = new ArrayList<ForOp>();
    op.walk(inner -> {
      if (inner instanceof ForOp loop) {
        loops.add(loop);
      }
    });
    for (var loop : loops) {
      boolean holdsVectors = loop.collect(ForOp.class).stream().anyMatch(done::contains);
      if (!holdsVectors && vectorize(loop, aliases, context)) {
        done.add(loop);
        context.count("num-vectorized", 1);
      }
    }
  }

  private boolean vectorize(ForOp loop, AliasAnalysis aliases, PassContext context) {
    var reductions = IntStream.range(0, loop.resultCount()).mapToObj(i -> Reduction.of(loop, i, reassociate)).toList();
    if (!Constants.integer(ConstantOp.valueOf(loop.step())).equals(Optional.of(1L)) || reductions.contains(Optional.<Reduction>empty())
        || ConstantBounds.of(loop).filter(bounds -> bounds.tripCount() < width).isPresent() || !keepsDependences(loop, aliases)) {
      return false;
    }
    var known = reductions.stream().flatMap(Optional::stream).toList();
    var body = new VectorBody(loop, known);
    if (!body.isPossible()) {
      return false;
    }
    var arithmetic = BoundArithmetic.before(loop, context.registry());
    if (!arithmetic.holds(width)) {
      return false;
    }
    var step = arithmetic.constant(width);
    var rest = arithmetic.remainder(arithmetic.tripCount(loop.lowerBound(), loop.upperBound(), loop.step()), step);
    var end = arithmetic.subtract(loop.upperBound(), rest);
    var carried = new LoopVectorizer(loop, width, known, body).emit(end, step);
    if (Constants.isInteger(ConstantOp.valueOf(rest), 0)) {
      loop.replaceAllUsesWith(carried);
      loop.erase();
    } else {
      loop.setOperand(0, end);
      for (int i = 0; i < carried.size(); i++) {
        loop.setOperand(3 + i, carried.get(i));
      }
    }
    arithmetic.eraseUnused();
    return true;
  }

  /**
   * Whether accesses that meet in iterations done at once keep their order: those of one iteration do, and those of which the first
   * in the body is also first in time.
   */
  private boolean keepsDependences(ForOp loop, AliasAnalysis aliases) {
    var accesses = Access.in(loop.body().operations());
    boolean flat = loop.collect(ForOp.class).size() == 1;
    return accesses.isPresent() && IntStream.range(0, accesses.get().size()).allMatch(i -> IntStream.range(i, accesses.get().size())
        .allMatch(j -> keepsDependence(accesses.get().get(i), accesses.get().get(j), loop, flat, aliases)));
  }

  private boolean keepsDependence(Access first, Access second, ForOp loop, boolean flat, AliasAnalysis aliases) {
    if (!first.writes() && !second.writes()) {
      return true;
    }
    return Distance.between(first, second, List.of(loop), aliases).map(distance -> distance.loops().getFirst()
        .filter(d -> d == 0 || Math.abs(d) >= width || d > 0 && flat).isPresent()).orElse(true);
  }
}
