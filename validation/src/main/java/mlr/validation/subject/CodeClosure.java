package mlr.validation.subject;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.types.ShapedType;
import mlr.validation.input.InputGenerator;
import mlr.validation.input.OutsideAnswers;

/** Operations together with everything that they lead to by symbols: functions called, globals used. In order of discovery, by name. */
public record CodeClosure(Map<String, Operation> symbols) {
  /** The closure of some symbols of a module. */
  public static CodeClosure of(List<Operation> roots, SymbolTable table) {
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

  /** The functions that are declared here and defined elsewhere. */
  public List<External> externals() {
    return symbols.values().stream().map(External::of).flatMap(Optional::stream).toList();
  }

  /** The globals that can be written and hold scalars of one type: symbols and those types. */
  public Map<String, Type> mutableGlobals() {
    var globals = new LinkedHashMap<String, Type>();
    symbols.forEach((symbol, op) -> Globals.elementOfMutable(op).ifPresent(element -> globals.put(symbol, element)));
    return globals;
  }

  /** Why this cannot be run, if it cannot. */
  public Optional<String> obstacle() {
    if (contains(op -> !op.definition().isRegistered())) {
      return Optional.of("unregistered operations");
    }
    if (contains(op -> op instanceof CallInterface call && call.isDirect()
        && !symbols.containsKey(call.callee().root()))) {
      return Optional.of("calls of functions that are not even declared");
    }
    return externals().stream().flatMap(external -> external.results().stream()).filter(type -> !OutsideAnswers.supports(type)).findFirst()
        .map(type -> "external functions that return " + type);
  }

  /** A function that later code calls and that is not known here: what it does cannot be told. */
  public Optional<String> newExternal(CodeClosure later) {
    var known = externals().stream().map(External::symbol).toList();
    return later.externals().stream().filter(external -> !known.contains(external.symbol())).findFirst()
        .map(external -> "external functions that only the later code calls, such as @" + external.symbol());
  }

  /** The types of the scalars that are accessed through pointers. */
  public List<Type> pointees() {
    var types = new LinkedHashSet<Type>();
    symbols.values().forEach(symbol -> symbol.walk(op -> {
      switch (op) {
        case mlr.dialects.llvm.Memory.LoadOp load -> types.add(ShapedType.elementOrSelf(load.result().type()));
        case mlr.dialects.llvm.Memory.StoreOp store -> types.add(ShapedType.elementOrSelf(store.value().type()));
        default -> { }
      }
    }));
    return types.stream().filter(InputGenerator::isScalar).toList();
  }

  /** Whether memrefs are made or accessed, so that an index is likely an extent or a place. */
  public boolean usesMemory() {
    return contains(op -> op.dialect().equals("memref"));
  }

  /** Whether some operation has a property. */
  public boolean contains(Predicate<Operation> property) {
    var found = new boolean[1];
    symbols.values().forEach(symbol -> symbol.walk(op -> found[0] |= property.test(op)));
    return found[0];
  }
}
