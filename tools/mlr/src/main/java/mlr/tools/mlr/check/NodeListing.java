package mlr.tools.mlr.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.frontend.emit.InstanceSymbols;
import mlr.frontend.emit.Interfaces;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.TypedProgram;
import mlr.frontend.typed.Variable;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.passes.reactive.NodeSummaryText;

/** What {@code mlr check} prints: for each node a line with its interface, then one for each variable of its body. */
public final class NodeListing {
  private NodeListing() {}

  /** The lines of a program whose module has passed all checks. */
  public static List<String> of(TypedProgram program, Operation module) {
    var symbols = InstanceSymbols.of(program);
    var lines = new ArrayList<String>();
    program.nodes().forEach((name, node) -> {
      var symbol = symbols.of(node.instance());
      boolean exported = NodeInterface.of(module, symbol).filter(NodeInterface::exported).isPresent();
      var declaration = node.instance().declaration();
      var line = NodeSummaryText.line(Interfaces.of(node, name, exported), declaration.signature().stateless(), program.anticausal().containsKey(name));
      lines.add(declaration.isExternal() ? "extern " + line : line);
      variables(node, new SymbolTable(module).lookup(symbol, NodeOp.class).map(op -> new VariableClocks(node, op, module))).forEach(text -> lines.add("  " + text));
    });
    return lines;
  }

  /** A node that is only ever part of others has no clocks of its own. */
  private static List<String> variables(TypedNode node, Optional<VariableClocks> clocks) {
    return node.variables().stream().filter(variable -> !node.inputs().contains(variable) && !node.outputs().contains(variable))
        .map(variable -> variable.name() + " : " + node.solution().resolve(variable.type()) + clocks.map(all -> all.text(variable)).orElse("")
            + remark(variable.role())).toList();
  }

  private static String remark(Variable.Role role) {
    return switch (role) {
      case CARRY -> "   -- carried";
      case END -> "   -- true at the last instant of its segment";
      case COUNTER -> "   -- position in its segment";
      case ELEMENT -> "   -- element of a tensor";
      case INPUT, OUTPUT, LOCAL -> "";
    };
  }
}
