package mlr.ir.transforms;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.dataflow.ConstantAnalysis;
import mlr.ir.dataflow.ConstantFact;
import mlr.ir.dataflow.SparseFacts;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.rewrite.ConstantFolding;
import mlr.ir.rewrite.OpFolder;

/**
 * Sparse conditional constant propagation: values that are the same constant on all ways that control can take, arguments of
 * blocks, regions and private functions among them, become that constant. What no longer chooses is left for {@code canonicalize}.
 */
public record SccpPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("sccp").title("SCCP")
      .summary("Sparse Conditional Constant Propagation")
      .anchor("any")
      .interprocedural()
      .statistic("num-replaced", "Number of values replaced by a constant")
      .description("""
          Values that are the same constant on all ways that control can take become that constant: through blocks, regions, and calls of
          private functions that only direct calls mention. Nothing is concluded from undefined behaviour or poison. Branches and
          conditionals that no longer choose are left for `canonicalize`.""")
      .example("""
          func.func @f(%p: i1, %a: i32) -> i32 {
            %true = arith.constant true
            %c1 = arith.constant 1 : i32
            %0 = loop.if %true -> (i32) {
              loop.yield %c1 : i32
            } else {
              loop.yield %a : i32
            }
            %1 = arith.addi %0, %c1 : i32
            return %1 : i32
          }
          """, """
          func.func @f(%arg0: i1, %arg1: i32) -> i32 {
            %c2_i32 = arith.constant 2 : i32
            %true = arith.constant true
            %c1_i32 = arith.constant 1 : i32
            return %c2_i32 : i32
          }
          """)
      .creates(new SccpPass());

  @Override
  public void run(Operation op, PassContext context) {
    new Replacement(ConstantAnalysis.of(op, context.debug()), new OpFolder(context.registry(), context.listener()), context).visitRegions(op);
  }

  /** Puts constants in the place of values, where control may get to. */
  private record Replacement(SparseFacts<ConstantFact> facts, OpFolder folder, PassContext context) {
    void visitRegions(Operation op) {
      for (var region : op.regions()) {
        for (var block : region.blocks()) {
          if (facts.isExecutable(block)) {
            block.arguments().forEach(this::replace);
            block.operations().forEach(this::visit);
          }
        }
      }
    }

    private void visit(Operation op) {
      visitRegions(op);
      if (ConstantFolding.isConstant(op)) {
        folder.unify(op).ifPresent(known -> op.result().replaceAllUsesWith(known));
      } else {
        op.results().forEach(this::replace);
      }
      if (op.resultCount() > 0 && Effects.isTriviallyDead(op)) {
        folder.erased(op);
        op.erase();
      }
    }

    private void replace(Value value) {
      var constant = facts.fact(value).constant();
      if (constant.isEmpty() || value.isUnused()) {
        return;
      }
      var users = value.definingOp().map(List::of).orElseGet(value::users);
      users.stream().flatMap(user -> folder.materialize(user, constant.get(), value.type()).stream()).findFirst().ifPresent(known -> {
        value.replaceAllUsesWith(known);
        context.count("num-replaced", 1);
      });
    }
  }
}
