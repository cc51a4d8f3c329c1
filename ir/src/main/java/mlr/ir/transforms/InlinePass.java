package mlr.ir.transforms;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.CallGraph;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Replaces calls by the body of what they call, callees first, and erases private callables that nothing calls any more. Left alone
 * are recursive calls, calls that keep state between instants, bodies of several blocks where only one may stand, and what is marked
 * {@code no_inline}.
 */
public record InlinePass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("inline")
      .summary("Inline function calls")
      .title("Inliner")
      .statistic("num-inlined", "Number of calls replaced by a body")
      .statistic("num-erased", "Number of private callables erased that nothing calls any more")
      .description("""
          Callees first. A body of several blocks divides the block of the call, where several blocks may stand. Locations become call
          sites. Left alone are recursive calls, calls through values, calls that keep state between instants, and calls and callables
          marked `no_inline`. Unlike upstream's pass it does not canonicalize in between: put `canonicalize` behind it.""")
      .example("""
          func.func private @twice(%a: i32) -> i32 {
            %0 = arith.addi %a, %a : i32
            return %0 : i32
          }
          func.func @main(%x: i32) -> i32 {
            %0 = call @twice(%x) : (i32) -> i32
            return %0 : i32
          }
          """, """
          func.func @main(%arg0: i32) -> i32 {
            %0 = arith.addi %arg0, %arg0 : i32
            return %0 : i32
          }
          """)
      .creates(new InlinePass());

  @Override
  public void run(Operation op, PassContext context) {
    var graph = new CallGraph(op);
    var bodies = new LinkedHashSet<Operation>();
    for (var component : graph.components()) {
      for (var callable : component) {
        if (callable.regions().stream().anyMatch(region -> !region.blocks().isEmpty())) {
          bodies.add(callable);
        }
        for (var call : graph.calls(callable)) {
          var callee = graph.target(call).filter(target -> !component.contains(target));
          if (callee.isPresent() && inline(call, callee.get())) {
            context.count("num-inlined", 1);
          }
        }
      }
    }
    eraseUncalled(op, bodies, context);
  }

  private static boolean inline(Operation call, Operation callee) {
    boolean possible = !call.definition().hasTrait(Trait.STATEFUL) && Inliner.canInline((CallInterface) call, (CallableInterface) callee);
    if (possible) {
      Inliner.inlineCall((CallInterface) call, (CallableInterface) callee);
    }
    return possible;
  }

  /** Erases private ones of {@code callables} that nothing mentions, callers before what they call. */
  private static void eraseUncalled(Operation root, Set<Operation> callables, PassContext context) {
    var dead = uncalled(root, callables);
    while (!dead.isEmpty()) {
      dead.forEach(callables::remove);
      dead.forEach(Operation::erase);
      context.count("num-erased", dead.size());
      dead = uncalled(root, callables);
    }
  }

  private static List<Operation> uncalled(Operation root, Set<Operation> callables) {
    var mentioned = mentions(root);
    return callables.stream().filter(InlinePass::isPrivate).filter(callable -> !mentioned.contains(SymbolTable.nameOf(callable).orElseThrow())).toList();
  }

  private static Set<String> mentions(Operation root) {
    var names = new HashSet<String>();
    root.walk(op -> SymbolUses.of(op).forEach(use -> {
      names.add(use.root());
      names.addAll(use.nested());
    }));
    return names;
  }

  private static boolean isPrivate(Operation op) {
    return op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).filter(new StringAttr("private")::equals).isPresent();
  }
}
