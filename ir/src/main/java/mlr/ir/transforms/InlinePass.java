package mlr.ir.transforms;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Replaces calls by the body of what they call, callees first. Left alone are recursive calls, calls that keep state between
 * instants, and bodies of several blocks. What is no longer called stays, for {@code symbol-dce} to take.
 *
 * <pre>{@code
 * func.func private @twice(%a: i32) -> i32 {
 *   %0 = arith.addi %a, %a : i32
 *   return %0 : i32
 * }
 * func.func @main(%x: i32) -> i32 {              func.func @main(%x: i32) -> i32 {
 *   %0 = call @twice(%x) : (i32) -> i32    ->      %0 = arith.addi %x, %x : i32
 *   return %0 : i32                                return %0 : i32
 * }                                              }
 * }</pre>
 */
public record InlinePass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("inline").title("Inliner")
      .summary("Inline calls of single-block callables")
      .creates(new InlinePass());

  @Override
  public void run(Operation op, PassContext context) {
    var walk = new CallGraphWalk(context);
    op.collect(CallableInterface.class).forEach(walk::visit);
  }

  /** Visits callables after those they call. */
  private static final class CallGraphWalk {
    private enum State { OPEN, DONE }

    private final Map<CallableInterface, State> states = new IdentityHashMap<>();
    private final PassContext context;

    CallGraphWalk(PassContext context) {
      this.context = context;
    }

    void visit(CallableInterface callable) {
      if (states.putIfAbsent(callable, State.OPEN) != null) {
        return;
      }
      for (var call : ((Operation) callable).collect(CallInterface.class)) {
        var callee = SymbolTable.lookupNearest((Operation) call, call.callee().root()).filter(CallableInterface.class::isInstance).map(CallableInterface.class::cast);
        callee.ifPresent(this::visit);
        callee.filter(target -> states.get(target) == State.DONE && !((Operation) call).definition().hasTrait(Trait.STATEFUL) && Inliner.canInline(call, target))
            .ifPresent(target -> {
              Inliner.inlineCall(call, target);
              context.count("num-inlined", 1);
            });
      }
      states.put(callable, State.DONE);
    }
  }
}
