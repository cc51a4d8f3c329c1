package mlr.validation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.builtin.ModuleOp;
import mlr.validation.subject.CodeClosure;

/**
 * What an operation of a module needs around it to be run: what it reaches by symbols, and for a private node, which is run
 * through those that use it, everything.
 */
record Surroundings(ModuleOp module, Operation op) {
  /** Two modules that differ in the operation alone. */
  record Sides(Operation before, Operation after) {}

  /** The modules with the operation as it was, which is detached and has the same name, and as it is. */
  Sides sides(Operation earlier) {
    var table = new SymbolTable(module);
    var needed = new TreeSet<>(CodeClosure.of(List.of(op), table).symbols().keySet());
    needed.addAll(CodeClosure.of(List.of(earlier), table).symbols().keySet());
    return new Sides(with(earlier, needed), with(op.copy(new IrMapping()), needed));
  }

  private ModuleOp with(Operation side, Set<String> needed) {
    var copy = ModuleOp.create(module.location());
    module.attributes().asMap().forEach(copy::setAttribute);
    for (var symbol : module.body()) {
      if (symbol == op) {
        copy.body().append(side);
      } else if (op instanceof NodeOp || SymbolTable.nameOf(symbol).filter(needed::contains).isPresent()) {
        copy.body().append(symbol.copy(new IrMapping()));
      }
    }
    return copy;
  }
}
