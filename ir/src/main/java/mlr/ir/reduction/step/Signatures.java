package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.interfaces.FunctionInterface;

/** Takes results from functions that nothing calls, and arguments that they do not use. */
public record Signatures() implements ReductionStep {
  /** An argument or result of a function. */
  private record Port(FunctionInterface function, int index, boolean isResult) {}

  @Override
  public String units() {
    return "arguments and results";
  }

  @Override
  public int count(Operation root) {
    return ports(root).size();
  }

  private static List<Port> ports(Operation root) {
    var used = new HashSet<String>();
    root.walk(op -> SymbolUses.of(op).forEach(use -> used.add(use.root())));
    var all = new ArrayList<Port>();
    root.walkPreOrder(op -> {
      if (op instanceof FunctionInterface function && !function.callableRegion().isEmpty() && SymbolTable.nameOf(op).filter(name -> !used.contains(name)).isPresent()) {
        var entry = function.callableRegion().entry();
        var returned = exits(function).stream().mapToInt(Operation::operandCount).max().orElse(0);
        for (int i = 0; i < returned; i++) {
          all.add(new Port(function, i, true));
        }
        for (int i = 0; i < entry.arguments().size(); i++) {
          all.add(new Port(function, i, false));
        }
      }
    });
    return all;
  }

  private static List<Operation> exits(FunctionInterface function) {
    return function.callableRegion().blocks().stream().flatMap(block -> block.terminator().stream()).filter(end -> end.successorCount() == 0).toList();
  }

  @Override
  public void remove(Operation root, int from, int to) {
    for (var port : List.copyOf(ports(root).subList(from, to)).reversed()) {
      if (port.isResult()) {
        exits(port.function()).forEach(exit -> exit.eraseOperand(port.index()));
        port.function().eraseResults(Set.of(port.index()));
      } else if (port.function().callableRegion().entry().argument(port.index()).isUnused()) {
        port.function().eraseArguments(Set.of(port.index()));
      }
    }
  }
}
