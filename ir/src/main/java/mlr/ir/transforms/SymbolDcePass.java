package mlr.ir.transforms;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.Trait;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Erases symbols that can't be reached: private (or nested) ones that neither a public symbol nor an operation without a symbol
 * mentions, directly or through others.
 *
 * <pre>{@code
 * func.func private @unused() { return }    ->   (gone)
 * func.func @main() { return }                   func.func @main() { return }
 * }</pre>
 */
public record SymbolDcePass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("symbol-dce").title("SymbolDCE")
      .summary("Erase private symbols that nothing reaches")
      .creates(new SymbolDcePass());

  @Override
  public void run(Operation op, PassContext context) {
    var live = reach(op);
    var symbols = op.collect(Operation.class).stream().filter(inner -> inner != op && isSymbol(inner) && !live.contains(inner)).toList();
    // Parents come first, and take the symbols inside them along.
    symbols.stream().filter(symbol -> symbol.block().isPresent() && !hasDeadParent(symbol, live, op)).toList().forEach(symbol -> {
      symbol.erase();
      context.count("num-dce'd", 1);
    });
  }

  private static boolean hasDeadParent(Operation symbol, Set<Operation> live, Operation root) {
    for (var parent = symbol.parentOp(); parent.isPresent() && parent.get() != root; parent = parent.get().parentOp()) {
      if (isSymbol(parent.get()) && !live.contains(parent.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSymbol(Operation op) {
    return op.definition().hasTrait(Trait.SYMBOL) && SymbolTable.nameOf(op).isPresent();
  }

  private static boolean isVisibleOutside(Operation symbol) {
    return symbol.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).filter(v -> v instanceof StringAttr text && !text.value().equals("public")).isEmpty();
  }

  /** The symbols that live code mentions. Code is live outside all symbols, in public symbols, and in those found live. */
  private static Set<Operation> reach(Operation root) {
    var live = new LinkedHashSet<Operation>();
    var pending = new ArrayDeque<Operation>();
    SymbolUses.of(root).forEach(use -> markUse(root, use, live, pending));
    scan(root, live, pending);
    while (!pending.isEmpty()) {
      var symbol = pending.remove();
      SymbolUses.of(symbol).forEach(use -> markUse(symbol, use, live, pending));
      scan(symbol, live, pending);
    }
    return live;
  }

  /** Follows the uses in the regions of {@code op}, but stops at symbols: they come later, if at all. */
  private static void scan(Operation op, Set<Operation> live, ArrayDeque<Operation> pending) {
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var inner : block) {
          if (!isSymbol(inner)) {
            SymbolUses.of(inner).forEach(use -> markUse(inner, use, live, pending));
            scan(inner, live, pending);
          } else if (isVisibleOutside(inner)) {
            mark(inner, live, pending);
          }
        }
      }
    }
  }

  private static void markUse(Operation user, SymbolRefAttr use, Set<Operation> live, ArrayDeque<Operation> pending) {
    var symbol = inside(user, use.root()).or(() -> SymbolTable.lookupNearest(user, use.root()));
    symbol.ifPresent(found -> mark(found, live, pending));
    for (var name : use.nested()) {
      symbol = symbol.flatMap(table -> inside(table, name));
      symbol.ifPresent(found -> mark(found, live, pending));
    }
  }

  /** A symbol table's own attributes speak of the symbols in it. */
  private static Optional<Operation> inside(Operation table, String name) {
    return table.definition().hasTrait(Trait.SYMBOL_TABLE) ? new SymbolTable(table).lookup(name) : Optional.empty();
  }

  private static void mark(Operation symbol, Set<Operation> live, ArrayDeque<Operation> pending) {
    if (live.add(symbol)) {
      pending.add(symbol);
    }
  }
}
