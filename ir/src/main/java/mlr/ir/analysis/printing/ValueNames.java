package mlr.ir.analysis.printing;

import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;

/** How remarks speak of values and blocks, which have no names of their own. */
final class ValueNames {
  private ValueNames() {}

  /** {@code ^bb1#0} for an argument, {@code memref.alloc} or {@code loop.for#1} for a result, with {@code {tag}} where the operation has a tag. */
  static String of(Value value) {
    return switch (value) {
      case BlockArgument argument -> of(argument.owner()) + "#" + argument.index();
      case OpResult result -> of(result.owner()) + (result.owner().resultCount() > 1 ? "#" + result.index() : "");
    };
  }

  /** {@code ^bb1}, by its place in the region. */
  static String of(Block block) {
    return "^bb" + block.region().map(region -> region.indexOf(block)).orElse(0);
  }

  /** The tag, as upstream's test passes use it; the symbol; or the name. */
  static String of(Operation op) {
    return op.attribute("tag").map(Object::toString).or(() -> SymbolTable.nameOf(op).map(name -> "@" + name)).orElse(op.name());
  }
}
