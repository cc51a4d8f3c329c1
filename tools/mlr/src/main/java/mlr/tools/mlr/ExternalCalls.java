package mlr.tools.mlr;

import java.util.LinkedHashSet;
import java.util.Set;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;

/** The C functions that a node needs from outside, through all nodes it instantiates. */
final class ExternalCalls {
  private final SymbolTable symbols;
  private final Set<NodeOp> visited = new LinkedHashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();

  private ExternalCalls(Operation module) {
    symbols = new SymbolTable(module);
  }

  /** Refuses to run a node that needs C functions: they are there only where the object is linked. */
  static void refuse(Operation module, String node) {
    var calls = new ExternalCalls(module);
    calls.visit(node);
    if (!calls.functions.isEmpty()) {
      throw new Failure("'" + node + "' calls the C function '" + String.join("', '", calls.functions) + "', which 'mlr run' does not have",
          "Build the node with 'mlr build' and link the function to its object.");
    }
  }

  private void visit(String symbol) {
    symbols.lookup(symbol, NodeOp.class).filter(visited::add).ifPresent(node -> {
      node.collect(CallOp.class).forEach(call -> functions.add(call.callee().root()));
      node.collect(InstanceOp.class).forEach(instance -> visit(instance.callee().root()));
    });
  }
}
