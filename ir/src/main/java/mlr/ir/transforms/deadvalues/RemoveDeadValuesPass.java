package mlr.ir.transforms.deadvalues;

import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Removes values that nothing observable depends on, also where they go round in circles: operations, arguments of blocks,
 * values carried by loops, results of conditionals, and arguments and results of private functions.
 */
public record RemoveDeadValuesPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("remove-dead-values")
      .summary("Remove dead values")
      .interprocedural()
      .statistic("operations removed", "Number of operations removed")
      .statistic("block arguments removed", "Number of arguments of blocks removed")
      .statistic("region values removed", "Number of values removed that loops carry or conditionals yield")
      .statistic("function arguments removed", "Number of arguments of private functions removed")
      .statistic("function results removed", "Number of results of private functions removed")
      .description("""
          Finds backwards, from writes, calls, assertions and returns of public functions, what is needed, and removes the rest: operations,
          arguments of blocks, carried values and results of structured operations, arguments and results of private functions that only
          direct calls mention. Unlike upstream's pass it takes modules with branches, and removes values that only go round in a loop.""")
      .example("""
          func.func private @first(%a: i32, %unused: i32) -> (i32, i32) {
            %0 = arith.muli %a, %a : i32
            return %a, %0 : i32, i32
          }
          func.func @main(%x: i32, %n: index) -> i32 {
            %0:2 = call @first(%x, %x) : (i32, i32) -> (i32, i32)
            return %0#0 : i32
          }
          """, """
          func.func private @first(%arg0: i32) -> i32 {
            return %arg0 : i32
          }
          func.func @main(%arg0: i32, %arg1: index) -> i32 {
            %0 = call @first(%arg0) : (i32) -> i32
            return %0 : i32
          }
          """)
      .creates(new RemoveDeadValuesPass());

  @Override
  public void run(Operation op, PassContext context) {
    var functions = PrivateFunctions.in(op);
    new DeadValueRemoval(LiveValues.of(op, functions), functions, context).run(op);
  }
}
