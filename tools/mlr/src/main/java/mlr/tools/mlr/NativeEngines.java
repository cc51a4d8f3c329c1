package mlr.tools.mlr;

import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.builtin.ModuleOp;
import mlr.lowering.target.Target;
import mlr.tools.mlr.engine.BoardEngine;
import mlr.tools.mlr.engine.Engine;
import mlr.tools.mlr.engine.HostEngine;

/** Compiled code, in this process or on an emulated board. */
record NativeEngines(Target target) implements Engines {
  @Override
  public Optional<Engine> start(Compilation compilation, ModuleOp module, NodeInterface node) {
    return NativeCode.compile(compilation, module, node, target)
        .map(built -> target.isHost() ? new HostEngine(built) : new BoardEngine(built));
  }
}
