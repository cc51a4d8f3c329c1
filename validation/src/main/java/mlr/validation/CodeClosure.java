package mlr.validation;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;

/** Operations together with everything that they lead to by symbols: functions called, globals used. In order of discovery, by name. */
record CodeClosure(Map<String, Operation> symbols) {
  /** The closure of some symbols of a module. */
  static CodeClosure of(List<Operation> roots, SymbolTable table) {
    var found = new LinkedHashMap<String, Operation>();
    var open = new ArrayDeque<Operation>();
    roots.forEach(root -> {
      found.put(SymbolTable.nameOf(root).orElseThrow(), root);
      open.add(root);
    });
    while (!open.isEmpty()) {
      open.remove().walk(op -> SymbolUses.of(op).forEach(use -> table.lookup(use.root()).ifPresent(used -> {
        if (found.putIfAbsent(use.root(), used) == null) {
          open.add(used);
        }
      })));
    }
    return new CodeClosure(found);
  }

  /** Whether both are the same code, so that nothing needs to be run. */
  boolean sameAs(CodeClosure other) {
    return symbols.keySet().equals(other.symbols.keySet())
        && symbols.entrySet().stream().allMatch(entry -> new SameCode().test(entry.getValue(), other.symbols.get(entry.getKey())));
  }

  /** Whether all that is called is here and every operation is of a dialect that is known. */
  boolean isRunnable() {
    return !contains(op -> !op.definition().isRegistered() || isCall(op) && !isDefined(((CallInterface) op).callee().root()));
  }

  private static boolean isCall(Operation op) {
    return op instanceof CallInterface && !(op instanceof mlr.dialects.llvm.CallOp call && call.isIndirect());
  }

  private boolean isDefined(String symbol) {
    return symbols.get(symbol) instanceof CallableInterface callee && !callee.callableRegion().isEmpty();
  }

  /** Whether memrefs are made or accessed, so that an index is likely an extent or a place. */
  boolean usesMemory() {
    return contains(op -> op.dialect().equals("memref"));
  }

  /** Whether some operation has a property. */
  boolean contains(Predicate<Operation> property) {
    var found = new boolean[1];
    symbols.values().forEach(symbol -> symbol.walk(op -> found[0] |= property.test(op)));
    return found[0];
  }
}
