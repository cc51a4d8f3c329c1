package mlr.passes.loop;

import java.util.List;
import java.util.stream.IntStream;
import mlr.ir.Operation;
import mlr.ir.analysis.AliasAnalysis;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Tiles perfect nests: outer loops go from tile to tile, inner ones over the points of a tile, the last of which may be
 * smaller. A nest is tiled only where its loops could be in any order. Options are those of upstream's {@code affine-loop-tile}.
 *
 * @param size iterations of each loop in a tile; 0 where {@code sizes} says it
 * @param sizes iterations of each loop of a nest, from the outermost; those left out are 4, and one of 0 or 1 is not tiled
 */
public record LoopTilePass(int size, List<Integer> sizes) implements Pass {
  private static final int DEFAULT_SIZE = 4;
  public static final PassDefinition DEFINITION = PassDefinition.named("loop-tile")
      .summary("Tile perfect nests of counted loops")
      .anchor("any")
      .statistic("num-tiled", "Number of nests tiled")
      .option("tile-size", PassOption.Kind.INTEGER, "0", "Use this tile size for all loops; 0 for tile-sizes")
      .option("tile-sizes", PassOption.Kind.INTEGER_LIST, "", "Tile sizes of the loops of each nest, from the outermost; 4 where left out, 0 for none")
      .description("""
          Options are those of upstream's `affine-loop-tile`. Perfect nests without carried values are tiled where no dependence between
          accesses goes backwards in any of their loops; a loop alone always can be. Steps must be constants. Arguments of functions may
          share memory unless marked `llvm.noalias`.""")
      .example("tile-size=4", """
          func.func @fill(%a: memref<10xf32>, %z: f32) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c10 = arith.constant 10 : index
            loop.for %i = %c0 to %c10 step %c1 {
              memref.store %z, %a[%i] : memref<10xf32>
            }
            return
          }
          """, """
          func.func @fill(%arg0: memref<10xf32>, %arg1: f32) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c10 = arith.constant 10 : index
            %c4 = arith.constant 4 : index
            loop.for %arg2 = %c0 to %c10 step %c4 {
              %0 = arith.subi %c10, %arg2 : index
              %1 = arith.minui %0, %c4 : index
              %2 = arith.addi %arg2, %1 : index
              loop.for %arg3 = %arg2 to %2 step %c1 {
                memref.store %arg1, %arg0[%arg3] : memref<10xf32>
              }
            }
            return
          }
          """)
      .creates(options -> new LoopTilePass(Math.toIntExact(options.integer("tile-size")), options.integers("tile-sizes")));

  @Override
  public void run(Operation op, PassContext context) {
    if (size < 0 || sizes.stream().anyMatch(s -> s < 0)) {
      context.diagnostics().error(op.location(), "loop-tile: tile sizes must not be negative");
      return;
    }
    var aliases = context.analysis(AnalysisKind.ALIASES, op);
    for (var nest : PerfectNest.in(op)) {
      if (isPermutable(nest, aliases) && new LoopTiler(nest, sizes(nest.depth()), context.registry()).tile()) {
        context.count("num-tiled", 1);
      }
    }
  }

  private List<Integer> sizes(int depth) {
    return IntStream.range(0, depth).mapToObj(i -> size > 0 ? size : i < sizes.size() ? sizes.get(i) : DEFAULT_SIZE).toList();
  }

  /** Whether no dependence goes backwards in any loop. */
  private static boolean isPermutable(PerfectNest nest, AliasAnalysis aliases) {
    return nest.depth() == 1 || nest.directions(aliases).filter(all -> all.stream().allMatch(signs -> signs.stream().allMatch(sign -> sign >= 0))).isPresent();
  }
}
