package mlr.tools.mlr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.NodeEngines;
import mlr.ir.builtin.ModuleOp;
import mlr.tools.mlr.engine.Engine;

/** The reference interpreter, on the reactive level. */
record InterpreterEngines() implements Engines {
  @Override
  public Optional<Engine> start(Compilation compilation, ModuleOp module, NodeInterface node) {
    return Optional.of(inputs -> run(module, node, inputs));
  }

  private static List<Object[]> run(ModuleOp module, NodeInterface node, List<Object[]> inputs) {
    var engine = NodeEngines.of(module, node.name());
    engine.reset();
    var outputs = new ArrayList<Object[]>();
    for (var instant : inputs) {
      outputs.add(engine.step(instant));
    }
    return outputs;
  }
}
