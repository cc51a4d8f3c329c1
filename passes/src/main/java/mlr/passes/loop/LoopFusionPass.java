package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.loop.ForOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.analysis.AliasAnalysis;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Makes one loop of two that run equally often one after the other, where the second one reads in no iteration what the first
 * writes in a later one, nor the other way round. Loops in a body that came together that way are looked at next. Modes are
 * those of upstream's {@code affine-loop-fusion}.
 *
 * @param mode which loops to fuse
 */
public record LoopFusionPass(Mode mode) implements Pass {
  /** Loops of which the second reads what the first writes; loops that read the same; both. */
  public enum Mode {
    PRODUCER, SIBLING, GREEDY;

    static Optional<Mode> of(String text) {
      return switch (text) {
        case "producer" -> Optional.of(PRODUCER);
        case "sibling" -> Optional.of(SIBLING);
        case "greedy" -> Optional.of(GREEDY);
        default -> Optional.empty();
      };
    }
  }

  /** Further loops in a block are not looked at. */
  private static final int FARTHEST = 32;

  public static final PassDefinition DEFINITION = PassDefinition.named("loop-fusion")
      .summary("Fuse counted loops of equal bounds")
      .anchor("any")
      .statistic("num-fused", "Number of loops that became part of another")
      .option("mode", PassOption.Kind.STRING, "greedy", "greedy, producer (only loops that read what the one before writes) or sibling (only loops that read the same)")
      .description("""
          Loops of one block with equal bounds and step that read the same memref, or of which the second reads what the first writes. No
          access of the second may come before one of the first in a later iteration, where both may meet and one writes; one of the loops
          must be able to pass what stands in between. Bodies hold accesses, arithmetic and further loops and conditionals; calls and while
          loops are left alone.""")
      .example("""
          func.func @twice(%a: memref<8xf32>, %b: memref<8xf32> {llvm.noalias}) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            loop.for %i = %c0 to %c8 step %c1 {
              %0 = memref.load %a[%i] : memref<8xf32>
              memref.store %0, %b[%i] : memref<8xf32>
            }
            loop.for %i = %c0 to %c8 step %c1 {
              %0 = memref.load %b[%i] : memref<8xf32>
              %1 = arith.addf %0, %0 : f32
              memref.store %1, %b[%i] : memref<8xf32>
            }
            return
          }
          """, """
          func.func @twice(%arg0: memref<8xf32>, %arg1: memref<8xf32> {llvm.noalias}) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c8 = arith.constant 8 : index
            loop.for %arg2 = %c0 to %c8 step %c1 {
              %0 = memref.load %arg0[%arg2] : memref<8xf32>
              memref.store %0, %arg1[%arg2] : memref<8xf32>
              %1 = memref.load %arg1[%arg2] : memref<8xf32>
              %2 = arith.addf %1, %1 : f32
              memref.store %2, %arg1[%arg2] : memref<8xf32>
            }
            return
          }
          """)
      .creates(options -> Mode.of(options.string("mode")).<Pass>map(LoopFusionPass::new).orElseGet(() -> (op, context) -> context.diagnostics()
          .error(op.location(), "loop-fusion: mode must be greedy, producer or sibling, but is '" + options.string("mode") + "'")));

  @Override
  public void run(Operation op, PassContext context) {
    fuseIn(op, context.analysis(AnalysisKind.ALIASES, op), context);
  }

  private void fuseIn(Operation op, AliasAnalysis aliases, PassContext context) {
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        fuse(block, aliases, context);
      }
    }
  }

  private void fuse(Block block, AliasAnalysis aliases, PassContext context) {
    for (var at = block.first(); at.isPresent(); ) {
      var op = at.get();
      var next = op.nextInBlock();
      Optional<ForOp> fused = op instanceof ForOp loop ? fuseWithNext(loop, aliases, context) : Optional.empty();
      if (fused.isEmpty()) {
        fuseIn(op, aliases, context);
        at = next;
      } else {
        // The loop that is left may have gone to the place of the second one, past others.
        at = next.filter(n -> n.block().isPresent() && n.isBeforeInBlock(fused.get())).or(() -> fused);
      }
    }
  }

  /** Fuses a loop with the first later one of its block that it can be fused with. */
  private Optional<ForOp> fuseWithNext(ForOp loop, AliasAnalysis aliases, PassContext context) {
    var between = new ArrayList<Operation>();
    int loops = 0;
    for (var next = loop.nextInBlock(); next.isPresent() && loops < FARTHEST; next = next.get().nextInBlock()) {
      if (next.get() instanceof ForOp other) {
        loops++;
        var fused = LoopFuser.of(loop, List.copyOf(between), other, aliases).filter(fuser -> fuser.fits(mode)).flatMap(LoopFuser::fuse);
        if (fused.isPresent()) {
          context.count("num-fused", 1);
          return fused;
        }
      }
      between.add(next.get());
    }
    return Optional.empty();
  }
}
