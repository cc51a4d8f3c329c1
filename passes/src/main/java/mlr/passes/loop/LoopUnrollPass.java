package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Unrolls innermost loops: one iteration does the work of several, and a second loop does what remains. Options are those of
 * upstream's {@code affine-loop-unroll}.
 *
 * @param factor iterations done in one
 * @param upToFactor whether a loop that is known to run less often is unrolled altogether
 * @param full whether to unroll loops altogether whose trip count is known
 * @param fullThreshold where positive, unroll altogether, outer loops too, what runs at most so often
 * @param repetitions how often to go over the innermost loops there are
 */
public record LoopUnrollPass(int factor, boolean upToFactor, boolean full, int fullThreshold, int repetitions) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("loop-unroll")
      .summary("Unroll innermost counted loops")
      .anchor("any")
      .statistic("num-unrolled", "Number of loops unrolled")
      .option("unroll-factor", PassOption.Kind.INTEGER, "4", "Iterations to do in one")
      .option("unroll-up-to-factor", PassOption.Kind.BOOLEAN, "false", "Unroll loops altogether that are known to run less often")
      .option("unroll-full", PassOption.Kind.BOOLEAN, "false", "Unroll loops altogether whose trip count is known")
      .option("unroll-full-threshold", PassOption.Kind.INTEGER, "0", "With unroll-full, all loops of at most so many iterations, outer ones too; 0 for innermost ones")
      .option("unroll-num-reps", PassOption.Kind.INTEGER, "1", "How often to go over the innermost loops")
      .description("""
          Options are those of upstream's `affine-loop-unroll`. Bounds and step may be any values: the first loop does the largest multiple
          of the factor, the second what remains. Code does not grow beyond 100,000 operations a loop.""")
      .example("unroll-factor=2", """
          func.func @sum(%m: memref<8xi32>, %z: i32) -> i32 {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            %0 = loop.for %i = %c0 to %c8 step %c1 iter_args(%s = %z) -> (i32) {
              %1 = memref.load %m[%i] : memref<8xi32>
              %2 = arith.addi %s, %1 : i32
              loop.yield %2 : i32
            }
            return %0 : i32
          }
          """, """
          func.func @sum(%arg0: memref<8xi32>, %arg1: i32) -> i32 {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            %c2 = arith.constant 2 : index
            %0 = loop.for %arg2 = %c0 to %c8 step %c2 iter_args(%arg3 = %arg1) -> (i32) {
              %1 = memref.load %arg0[%arg2] : memref<8xi32>
              %2 = arith.addi %arg3, %1 : i32
              %3 = arith.addi %arg2, %c1 : index
              %4 = memref.load %arg0[%3] : memref<8xi32>
              %5 = arith.addi %2, %4 : i32
              loop.yield %5 : i32
            }
            return %0 : i32
          }
          """)
      .creates(options -> new LoopUnrollPass(Math.toIntExact(options.integer("unroll-factor")), options.bool("unroll-up-to-factor"),
          options.bool("unroll-full"), Math.toIntExact(options.integer("unroll-full-threshold")), Math.toIntExact(options.integer("unroll-num-reps"))));

  @Override
  public void run(Operation op, PassContext context) {
    if (factor < 1) {
      context.diagnostics().error(op.location(), "loop-unroll: unroll-factor must be at least 1, but is " + factor);
      return;
    }
    var unroller = new LoopUnroller(context.registry());
    if (full && fullThreshold > 0) {
      shortLoops(op).forEach(loop -> count(unroller.full(loop), context));
      return;
    }
    boolean changed = true;
    for (int i = 0; i < repetitions && changed; i++) {
      changed = false;
      for (var loop : LoopBody.innermost(op)) {
        boolean unrolled = unroll(loop, unroller);
        count(unrolled, context);
        changed |= unrolled;
      }
    }
  }

  private List<ForOp> shortLoops(Operation root) {
    var all = new ArrayList<ForOp>();
    root.walk(op -> {
      if (op instanceof ForOp loop && ConstantBounds.of(loop).filter(bounds -> bounds.tripCount() <= fullThreshold).isPresent()) {
        all.add(loop);
      }
    });
    return all;
  }

  private boolean unroll(ForOp loop, LoopUnroller unroller) {
    boolean isShort = upToFactor && ConstantBounds.of(loop).filter(bounds -> bounds.tripCount() <= factor).isPresent();
    return full || isShort ? unroller.full(loop) : unroller.by(factor, loop);
  }

  private static void count(boolean unrolled, PassContext context) {
    context.count("num-unrolled", unrolled ? 1 : 0);
  }
}
