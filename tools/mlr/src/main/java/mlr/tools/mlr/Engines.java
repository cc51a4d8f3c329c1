package mlr.tools.mlr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.builtin.ModuleOp;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.tools.mlr.engine.Engine;

/** What can run a node: the interpreter, this machine, a board. */
interface Engines {
  String INTERPRETER = "interpreter";

  /** Prepares to run {@code node} of a checked program, which may be lowered in place; empty after errors. */
  Optional<Engine> start(Compilation compilation, ModuleOp module, NodeInterface node);

  /** The engine of a name, the interpreter or a target. */
  static Engines named(String name) {
    if (name.equals(INTERPRETER)) {
      return new InterpreterEngines();
    }
    var targets = Targets.all();
    return targets.stream().filter(target -> target.name().equals(name)).findFirst().<Engines>map(NativeEngines::new)
        .orElseThrow(() -> new Failure("unknown engine '" + name + "'", "Engines are: " + String.join(", ", names(targets)) + "."));
  }

  private static List<String> names(List<Target> targets) {
    var all = new ArrayList<>(List.of(INTERPRETER));
    targets.forEach(target -> all.add(target.name()));
    return all;
  }
}
