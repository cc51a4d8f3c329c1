package mlr.tools.mlr;

import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.builtin.ModuleOp;
import mlr.lowering.build.Built;
import mlr.lowering.build.ObjectBuilder;
import mlr.lowering.build.TargetLowering;
import mlr.lowering.target.Target;
import mlr.tools.mlr.engine.NativeNode;

/** From a checked program to code. */
final class NativeCode {
  private NativeCode() {}

  /** Lowers the module in place and builds it for a target; empty after errors. */
  static Optional<Built> build(Compilation compilation, ModuleOp module, String name, Target target) {
    return compilation.run(module, TargetLowering.pipeline(target)) ? Optional.of(new ObjectBuilder(target).build(module, name)) : Optional.empty();
  }

  /** The code of one node, to be run. */
  static Optional<NativeNode> compile(Compilation compilation, ModuleOp module, NodeInterface node, Target target) {
    return build(compilation, module, node.name(), target).map(built -> new NativeNode(NodeInterface.of(module, node.name()).orElseThrow(), built.object()));
  }
}
