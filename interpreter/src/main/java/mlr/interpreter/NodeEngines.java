package mlr.interpreter;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.func.FuncOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.sched.MachineOp;
import mlr.interpreter.function.StepFunctionEngine;
import mlr.interpreter.machine.MachineEngine;
import mlr.interpreter.reactive.ReactiveEngine;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;

/** Finds what runs a node in a module, at whatever level the module is. */
public final class NodeEngines {
  private NodeEngines() {}

  /** The engine of a node that needs no external function; as {@link #of(Operation, String, ExternalFunctions)}. */
  public static NodeEngine of(Operation module, String node) {
    return of(module, node, ExternalFunctions.NONE);
  }

  /**
   * The engine of a node, already reset: of the {@code reactive.node} or {@code sched.machine} of its name, or of the functions
   * {@code NAME_step} and {@code NAME_reset} of the func or llvm dialect.
   *
   * @throws ExecutionError when the module has none of these
   */
  public static NodeEngine of(Operation module, String node, ExternalFunctions externals) {
    var symbols = new SymbolTable(module);
    return switch (symbols.lookup(node).or(() -> symbols.lookup(node + "_step")).orElse(module)) {
      case NodeOp op -> new ReactiveEngine(module, op, externals);
      case MachineOp op -> new MachineEngine(module, op, externals);
      case FuncOp op -> new StepFunctionEngine(module, op, ports(module, node), externals);
      case mlr.dialects.llvm.FuncOp op -> new StepFunctionEngine(module, op, ports(module, node), externals);
      default -> throw new ExecutionError(module.location(), "the module has no node '" + node + "'; it has " + names(symbols));
    };
  }

  /** The interface record of a node at any level. */
  public static NodeInterface ports(Operation module, String node) {
    return new SymbolTable(module).lookup(node, NodeOp.class).map(op -> NodeInterface.ofNode(module, op))
        .or(() -> NodeInterface.of(module, node))
        .orElseThrow(() -> new ExecutionError(module.location(), "the module has no interface record for '" + node + "'"));
  }

  private static List<String> names(SymbolTable symbols) {
    var names = new ArrayList<String>();
    symbols.symbols().forEach((name, op) -> {
      if (op instanceof NodeOp || op instanceof MachineOp) {
        names.add(name);
      } else if (name.endsWith("_step")) {
        names.add(name.substring(0, name.length() - "_step".length()));
      }
    });
    return names;
  }
}
