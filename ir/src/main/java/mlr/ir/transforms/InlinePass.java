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
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassOptions;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;

/**
 * Replaces calls by the body of what they call, callees first, and erases private callables that nothing calls any more. Left alone
 * are calls of what calls itself, calls that keep state between instants, bodies of several blocks where only one may stand, and what is marked
 * {@code no_inline}.
 *
 * @param defaultPipeline runs on each callable before its calls are looked at, and again after some were replaced
 * @param pipelines run instead on callables of the operations that they are for
 * @param maxIterations how often the calls of callables that call one another are looked at
 * @param threshold the most operations of a body for each hundred of the caller
 */
public record InlinePass(List<PipelineElement> defaultPipeline, List<Pipeline> pipelines, long maxIterations, long threshold) implements Pass {
  private static final long NO_THRESHOLD = 4294967295L;
  private static final int PERCENT = 100;

  public static final PassDefinition DEFINITION = PassDefinition.named("inline")
      .summary("Inline function calls")
      .title("Inliner")
      .option("default-pipeline", PassOption.Kind.PIPELINE, "canonicalize", "What runs on each callable before its calls are replaced, and after")
      .option("inlining-threshold", PassOption.Kind.INTEGER, Long.toString(NO_THRESHOLD), "Most operations of a body for each hundred of the caller")
      .option("max-iterations", PassOption.Kind.INTEGER, "4", "How often the calls of callables that call one another are looked at")
      .option("op-pipelines", PassOption.Kind.PIPELINE, "", "What runs instead on callables of some operations: func.func(canonicalize,cse)")
      .statistic("num-inlined", "Number of calls replaced by a body")
      .statistic("num-erased", "Number of private callables erased that nothing calls any more")
      .description("""
          Callees first; each is canonicalized, or whatever the pipelines say, before its calls are replaced and after. A body of several blocks
          divides the block of the call, where several blocks may stand. Locations become call sites. Left alone are calls of what calls itself,
          calls through values, calls that keep state between instants, and calls and callables marked `no_inline`.""")
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
      .creates(InlinePass::of);

  private static InlinePass of(PassOptions options) {
    return new InlinePass(options.pipeline("default-pipeline"), options.pipeline("op-pipelines").stream().map(InlinePass::anchored).toList(),
        options.integer("max-iterations"), options.integer("inlining-threshold"));
  }

  private static Pipeline anchored(PipelineElement element) {
    if (element instanceof Pipeline pipeline) {
      return pipeline;
    }
    throw new IllegalArgumentException("op-pipelines takes pipelines with the operations they run on, func.func(" + element + "), not '" + element + "'");
  }

  /** One without pipelines and limits. */
  public static InlinePass plain() {
    return new InlinePass(List.of(), List.of(), 1, NO_THRESHOLD);
  }

  @Override
  public void run(Operation op, PassContext context) {
    var graph = new CallGraph(op);
    var bodies = new LinkedHashSet<Operation>();
    for (var component : graph.components()) {
      var callables = component.reversed().stream().filter(InlinePass::hasBody).toList();
      bodies.addAll(callables);
      boolean inlined = true;
      for (int i = 0; inlined && i < maxIterations; i++) {
        for (var callable : callables) {
          if (!context.run(pipeline(callable), callable)) {
            return;
          }
        }
        inlined = inlineCalls(callables, graph, context);
      }
    }
    eraseUncalled(op, bodies, context);
  }

  private static boolean hasBody(Operation callable) {
    return callable.regions().stream().anyMatch(region -> !region.isEmpty());
  }

  private List<PipelineElement> pipeline(Operation callable) {
    return pipelines.stream().filter(pipeline -> pipeline.anchor().equals(callable.name())).findFirst().map(Pipeline::elements).orElse(defaultPipeline);
  }

  private boolean inlineCalls(List<Operation> callables, CallGraph graph, PassContext context) {
    boolean any = false;
    for (var callable : callables) {
      for (var call : callable.collect(CallInterface.class)) {
        var callee = graph.resolve(call).filter(target -> isWorthIt(callable, target) && !isInside(call, target) && !callsItself(target, graph));
        if (callee.isPresent() && inline((Operation) call, callee.get())) {
          context.count("num-inlined", 1);
          any = true;
        }
      }
    }
    return any;
  }

  private boolean isWorthIt(Operation caller, Operation callee) {
    if (threshold >= NO_THRESHOLD) {
      return true;
    }
    long operations = count(caller);
    return operations == 0 || count(callee) * PERCENT / operations <= threshold;
  }

  private static long count(Operation callable) {
    long[] all = {-1};
    callable.walk(_ -> all[0]++);
    return all[0];
  }

  private static boolean isInside(CallInterface call, Operation callee) {
    return callee.isAncestorOf((Operation) call);
  }

  private static boolean callsItself(Operation callable, CallGraph graph) {
    return callable.collect(CallInterface.class).stream().anyMatch(call -> graph.resolve(call).filter(target -> target == callable).isPresent());
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
