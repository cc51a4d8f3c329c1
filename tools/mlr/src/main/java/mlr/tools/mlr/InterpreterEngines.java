package mlr.tools.mlr;

import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.TraceRunner;
import mlr.ir.builtin.ModuleOp;
import mlr.tools.mlr.engine.Engine;

/** The reference interpreter, on the reactive level. */
record InterpreterEngines() implements Engines {
  @Override
  public Optional<Engine> start(Compilation compilation, ModuleOp module, NodeInterface node) {
    return Optional.of(inputs -> TraceRunner.of(module, node.name(), ExternalFunctions.NONE).run(inputs));
  }
}
