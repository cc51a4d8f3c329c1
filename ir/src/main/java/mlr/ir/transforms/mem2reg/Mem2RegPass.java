package mlr.ir.transforms.mem2reg;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.interfaces.PromotableAllocation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Turns memory that holds one value, and is only loaded from and stored to, into SSA values: arguments of blocks where control
 * flow joins, and carried values of structured loops and conditionals. What is loaded before anything was stored is the
 * allocation's default value.
 *
 * <pre>{@code
 * func.func @count(%n: index) -> index {
 *   %c0 = arith.constant 0 : index
 *   %c1 = arith.constant 1 : index
 *   %m = memref.alloca() : memref<index>
 *   memref.store %c0, %m[] : memref<index>
 *   loop.for %i = %c0 to %n step %c1 {
 *     %0 = memref.load %m[] : memref<index>           ->   %0 = loop.for %arg1 = %c0 to %arg0 step %c1 iter_args(%arg2 = %c0) -> (index) {
 *     %1 = arith.addi %0, %i : index                         %1 = arith.addi %arg2, %arg1 : index
 *     memref.store %1, %m[] : memref<index>                  loop.yield %1 : index
 *   }                                                      }
 *   %2 = memref.load %m[] : memref<index>                  return %0 : index
 *   return %2 : index
 * }
 * }</pre>
 */
public record Mem2RegPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("mem2reg")
      .summary("Promotes memory slots into values")
      .anchor("any")
      .title("Mem2Reg")
      .statistic("promoted slots", "Total amount of memory slot promoted")
      .statistic("new block args", "Total amount of new block argument inserted in blocks")
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
