package mlr.ir.transforms.mem2reg;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.interfaces.PromotableAllocation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Turns memory that holds one value, and is only loaded from and stored to, into SSA values: arguments of blocks where control
 * flow joins, and carried values of structured loops and conditionals. What is loaded before anything was stored is the
 * allocation's default value.
 */
public record Mem2RegPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("mem2reg")
      .summary("Promotes memory slots into values")
      .anchor("any")
      .title("Mem2Reg")
      .option("region-simplify", PassOption.Kind.BOOLEAN, "true", "Read because upstream has it; it changes nothing, nor does it in upstream's version 19")
      .statistic("promoted slots", "Total amount of memory slot promoted")
      .statistic("new block args", "Total amount of new block argument inserted in blocks")
      .description("""
          Promotes `memref.alloca` of one element and `llvm.alloca` of one value, where all uses are plain loads and stores of the whole.
          Values meet in arguments of blocks, and go through `loop.for`, `loop.while` and `loop.if` as carried values and results. A load
          before any store gives zero for a memref, `llvm.mlir.undef` for an `llvm.alloca`. `memref.alloc` stays, and so does what another
          operation with regions loads or stores.""")
      .example("""
          func.func @count(%n: index) -> index {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %m = memref.alloca() : memref<index>
            memref.store %c0, %m[] : memref<index>
            loop.for %i = %c0 to %n step %c1 {
              %0 = memref.load %m[] : memref<index>
              %1 = arith.addi %0, %i : index
              memref.store %1, %m[] : memref<index>
            }
            %2 = memref.load %m[] : memref<index>
            return %2 : index
          }
          """, """
          func.func @count(%arg0: index) -> index {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %0 = loop.for %arg1 = %c0 to %arg0 step %c1 iter_args(%arg2 = %c0) -> (index) {
              %1 = arith.addi %arg2, %arg1 : index
              loop.yield %1 : index
            }
            return %0 : index
          }
          """)
      .creates(new Mem2RegPass());

  @Override
  public void run(Operation op, PassContext context) {
    // No promotion changes blocks or successors.
    var graphs = new IdentityHashMap<Region, ControlFlow>();
    // A promoted slot may have held the pointer to another.
    while (promoteAll(op, graphs, context)) { }
  }

  private static boolean promoteAll(Operation root, Map<Region, ControlFlow> graphs, PassContext context) {
    boolean changed = false;
    for (var allocation : root.collect(PromotableAllocation.class)) {
      var promotion = SlotPromotion.of(allocation, region -> graphs.computeIfAbsent(region, ControlFlow::new));
      if (promotion.isPresent()) {
        context.count("new block args", promotion.get().run());
        context.count("promoted slots", 1);
        changed = true;
      }
    }
    return changed;
  }
}
