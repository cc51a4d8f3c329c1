package mlr.ir.transforms;

import java.util.ArrayDeque;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.interfaces.LoopLikeInterface;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Moves operations whose operands do not change out of loops, inner loops first. The loop may run no iteration, so that only
 * operations move that touch no memory and are defined whatever their operands are: no division by a variable, and no
 * conditional or loop that poison could decide.
 */
public record LoopInvariantCodeMotionPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("loop-invariant-code-motion")
      .summary("Hoist loop invariant instructions outside of the loop")
      .anchor("any")
      .statistic("num-hoisted", "Number of operations moved out of a loop")
      .description("""
          Moves operations whose operands do not change in front of the loop, inner loops first. A loop may run no iteration, so only what
          touches no memory and is defined whatever its operands are moves: a division only where the divisor is a constant other than 0 and
          -1. Unlike upstream's pass it leaves conditionals and loops whose condition or bounds are no constants where they are: poison
          there would be undefined behaviour that did not happen before.""")
      .example("""
          func.func @scale(%x: f32, %y: f32, %out: memref<8xf32>) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            loop.for %i = %c0 to %c8 step %c1 {
              %0 = arith.mulf %x, %y : f32
              memref.store %0, %out[%i] : memref<8xf32>
            }
            return
          }
          """, """
          func.func @scale(%arg0: f32, %arg1: f32, %arg2: memref<8xf32>) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            %0 = arith.mulf %arg0, %arg1 : f32
            loop.for %arg3 = %c0 to %c8 step %c1 {
              memref.store %0, %arg2[%arg3] : memref<8xf32>
            }
            return
          }
          """)
      .creates(new LoopInvariantCodeMotionPass());

  @Override
  public void run(Operation op, PassContext context) {
    op.walk(inner -> {
      if (inner instanceof LoopLikeInterface loop) {
        context.count("num-hoisted", hoist(loop, inner));
      }
    });
  }

  /** Moves what is invariant in front of {@code loop}; returns how many operations moved. */
  private static int hoist(LoopLikeInterface loop, Operation position) {
    int moved = 0;
    for (var region : loop.loopRegions()) {
      // An operation can move once its operands have: moving one makes its users candidates again.
      var candidates = new ArrayDeque<Operation>();
      region.blocks().forEach(block -> candidates.addAll(block.operations()));
      while (!candidates.isEmpty()) {
        var op = candidates.poll();
        if (stands(op, region) && canMove(op, loop)) {
          op.moveBefore(position);
          moved++;
          op.results().forEach(result -> candidates.addAll(result.users()));
        }
      }
    }
    return moved;
  }

  private static boolean stands(Operation op, Region region) {
    return op.parentRegion().filter(home -> home == region).isPresent();
  }

  private static boolean canMove(Operation op, LoopLikeInterface loop) {
    if (op.definition().isTerminator() || !op.successors().isEmpty() || !Effects.isPure(op)) {
      return false;
    }
    // Nested operations may use what their own regions define.
    var all = op.collect(Operation.class);
    return all.stream().allMatch(inner -> inner.operands().stream().allMatch(value -> loop.isDefinedOutside(value) || isInside(value, op)));
  }

  private static boolean isInside(Value value, Operation op) {
    return value.parentBlock().flatMap(Block::parentOp).filter(op::isAncestorOf).isPresent();
  }
}
