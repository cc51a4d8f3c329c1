package mlr.interpreter.reactive;

import java.util.List;
import mlr.dialects.reactive.NodeOp;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.Programs;
import mlr.interpreter.Traces;

/** Runs node {@code @f} of a test program by the reference semantics. */
final class ReactivePrograms {
  private ReactivePrograms() {}

  static void check(String program, String trace) {
    check(program, trace, ExternalFunctions.NONE);
  }

  static void check(String program, String trace, ExternalFunctions externals) {
    var module = Programs.parse(program);
    var node = module.collect(NodeOp.class).stream().filter(n -> n.symbol().equals("f")).findFirst().orElseThrow();
    Traces.check(new ReactiveEngine(module, node, externals), List.copyOf(node.functionType().inputs()), trace);
  }
}
