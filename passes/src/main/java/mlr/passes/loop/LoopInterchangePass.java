package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.analysis.AliasAnalysis;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Changes the order of the loops of perfect nests, where no dependence between iterations is turned round by it. Without a
 * permutation it looks for the order in which the innermost loop walks most accesses along their last dimension.
 *
 * @param permutation the loop, counted from the outermost, that comes to each place; empty to choose
 */
public record LoopInterchangePass(List<Integer> permutation) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("loop-interchange")
      .summary("Change the order of the loops of perfect nests")
      .anchor("any")
      .statistic("num-interchanged", "Number of nests whose order changed")
      .option("permutation", PassOption.Kind.INTEGER_LIST, "", "The loop, counted from 0 at the outermost, that comes to each place; chosen by contiguity when empty")
      .description("""
          Perfect nests without carried values whose bounds are known in front. The order is legal when the first iteration of each
          dependence stays first. Without a permutation the best legal order is taken, that is the one whose innermost loop makes the most
          accesses to the same or the next element.""")
      .example("permutation=1,0", """
          func.func @transpose(%a: memref<4x8xf32>, %z: f32) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c4 = arith.constant 4 : index
            %c8 = arith.constant 8 : index
            loop.for %j = %c0 to %c8 step %c1 {
              loop.for %i = %c0 to %c4 step %c1 {
                memref.store %z, %a[%i, %j] : memref<4x8xf32>
              }
            }
            return
          }
          """, """
          func.func @transpose(%arg0: memref<4x8xf32>, %arg1: f32) {
            %c0 = arith.constant 0 : index
            %c1 = arith.constant 1 : index
            %c4 = arith.constant 4 : index
            %c8 = arith.constant 8 : index
            loop.for %arg2 = %c0 to %c4 step %c1 {
              loop.for %arg3 = %c0 to %c8 step %c1 {
                memref.store %arg1, %arg0[%arg2, %arg3] : memref<4x8xf32>
              }
            }
            return
          }
          """)
      .creates(options -> new LoopInterchangePass(options.integers("permutation")));

  @Override
  public void run(Operation op, PassContext context) {
    if (!permutation.stream().sorted().toList().equals(identity(permutation.size()))) {
      context.diagnostics().error(op.location(), "loop-interchange: permutation must name each loop from 0 on once, but is " + permutation);
      return;
    }
    var aliases = context.analysis(AnalysisKind.ALIASES, op);
    for (var nest : PerfectNest.in(op)) {
      order(nest, aliases).ifPresent(order -> {
        reorder(nest, order, context);
        context.count("num-interchanged", 1);
      });
    }
  }

  /** The new order of a nest; empty when it stays. */
  private Optional<List<Integer>> order(PerfectNest nest, AliasAnalysis aliases) {
    var directions = nest.depth() > 1 ? nest.directions(aliases) : Optional.<Set<List<Integer>>>empty();
    if (directions.isEmpty()) {
      return Optional.empty();
    }
    var wanted = permutation.isEmpty() ? new Contiguity(nest).orders() : List.of(permutation);
    return wanted.stream().filter(order -> order.size() == nest.depth()).filter(order -> isLegal(order, directions.get())).findFirst()
        .filter(order -> !order.equals(identity(nest.depth())));
  }

  private static List<Integer> identity(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  /** Whether the earlier iteration of each dependence stays the earlier one. */
  private static boolean isLegal(List<Integer> order, Set<List<Integer>> directions) {
    return directions.stream().allMatch(signs -> PerfectNest.firstSign(order.stream().map(signs::get).toList()) > 0);
  }

  private static void reorder(PerfectNest nest, List<Integer> order, PassContext context) {
    var before = BoundArithmetic.before(nest.outermost(), context.registry());
    var bounds = nest.guardedBounds(before);
    var variables = nest.loops().stream().map(loop -> loop.inductionVariable()).toList();
    var types = variables.stream().map(variable -> variable.type()).toList();
    var uses = new ArrayList<List<OpOperand>>(variables.stream().map(variable -> variable.uses()).toList());
    for (int place = 0; place < order.size(); place++) {
      int from = order.get(place);
      var loop = nest.loops().get(place);
      loop.setOperands(List.of(bounds.get(from).lower(), bounds.get(from).upper(), bounds.get(from).step()));
      variables.get(place).setType(types.get(from));
      uses.get(from).forEach(use -> use.set(loop.inductionVariable()));
    }
    before.eraseUnused();
  }
}
