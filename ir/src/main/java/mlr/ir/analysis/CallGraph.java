package mlr.ir.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;

/**
 * Who calls whom below one operation: the callables that have a symbol, and the operations with {@link CallInterface} that name
 * them. A snapshot; it costs one walk.
 */
public final class CallGraph {
  private final List<Operation> callables = new ArrayList<>();
  private final Map<Operation, List<Operation>> callers = new IdentityHashMap<>();
  private final Map<Operation, List<Operation>> calls = new IdentityHashMap<>();
  private final Map<Operation, Operation> targets = new IdentityHashMap<>();
  private final Set<Operation> escaping = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Operation, SymbolTable> tables = new IdentityHashMap<>();

  /** Reads what is in {@code root}, itself included. */
  public CallGraph(Operation root) {
    root.walkPreOrder(op -> {
      if (op instanceof CallableInterface) {
        callables.add(op);
        callers.put(op, new ArrayList<>());
        calls.put(op, new ArrayList<>());
        if (op == root || !isPrivate(op)) {
          escaping.add(op);
        }
      }
    });
    readUses(root, Optional.empty());
  }

  private void readUses(Operation op, Optional<Operation> callable) {
    if (!op.attributes().isEmpty() || op.properties().isPresent()) {
      boolean called = false;
      for (var reference : SymbolUses.of(op)) {
        var target = lookup(op, reference).filter(callers::containsKey);
        if (target.isPresent()) {
          if (!called && op instanceof CallInterface call && call.isDirect() && call.callee().equals(reference)) {
            called = true;
            addCall(op, target.get(), callable);
          } else {
            escaping.add(target.get());
          }
        }
      }
    }
    var inner = callers.containsKey(op) ? Optional.of(op) : callable;
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var nested : block) {
          readUses(nested, inner);
        }
      }
    }
  }

  private void addCall(Operation call, Operation target, Optional<Operation> caller) {
    targets.put(call, target);
    callers.get(target).add(call);
    caller.ifPresent(c -> calls.get(c).add(call));
  }

  private static boolean isPrivate(Operation op) {
    return op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).filter(v -> v instanceof StringAttr s && s.value().equals("private")).isPresent();
  }

  private Optional<Operation> lookup(Operation from, SymbolRefAttr reference) {
    for (var table = SymbolTable.nearest(from); table.isPresent(); table = SymbolTable.nearest(table.get())) {
      var found = symbols(table.get()).lookup(reference.root());
      if (found.isPresent()) {
        for (var part : reference.nested()) {
          found = found.filter(op -> op.definition().hasTrait(Trait.SYMBOL_TABLE)).flatMap(op -> symbols(op).lookup(part));
        }
        return found;
      }
    }
    return Optional.empty();
  }

  private SymbolTable symbols(Operation table) {
    return tables.computeIfAbsent(table, SymbolTable::new);
  }

  /** All callables, in program order. */
  public List<Operation> callables() {
    return Collections.unmodifiableList(callables);
  }

  /** The callable that {@code call} names; empty when it is not here. */
  public Optional<Operation> target(Operation call) {
    return Optional.ofNullable(targets.get(call));
  }

  /** The callable that {@code call} names now, whether or not it stood there when the graph was made; symbols are as they were then. */
  public Optional<Operation> resolve(CallInterface call) {
    return call.isDirect() ? lookup((Operation) call, call.callee()).filter(callers::containsKey) : Optional.empty();
  }

  /** The calls of a callable, in program order. */
  public List<Operation> callers(Operation callable) {
    return Collections.unmodifiableList(callers.getOrDefault(callable, List.of()));
  }

  /** The calls in the body of a callable whose targets are here, in program order. */
  public List<Operation> calls(Operation callable) {
    return Collections.unmodifiableList(calls.getOrDefault(callable, List.of()));
  }

  /** Whether {@link #callers} are all there are: the symbol is private and named only in calls. */
  public boolean hasOnlyKnownCallers(Operation callable) {
    return callers.containsKey(callable) && !escaping.contains(callable);
  }

  /** The strongly connected components, callees before callers. */
  public List<List<Operation>> components() {
    return new StronglyConnectedComponents<>(callables, callable -> calls(callable).stream().map(targets::get).toList()).inOrder();
  }
}
