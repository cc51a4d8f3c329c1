package mlr.passes.loop.dependence;

import java.util.Optional;
import mlr.dialects.func.FuncOp;
import mlr.dialects.memref.AllocOp;
import mlr.dialects.memref.AllocaOp;
import mlr.dialects.memref.CastOp;
import mlr.dialects.memref.GetGlobalOp;
import mlr.dialects.memref.ReinterpretCastOp;
import mlr.dialects.memref.SubViewOp;
import mlr.dialects.memref.ViewOp;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;

/**
 * Whether two memrefs may share memory. Allocations share none with each other, with globals and with what a function is given;
 * arguments of a function may share with one another unless one is marked {@code llvm.noalias}.
 */
public final class Aliases {
  private static final String NO_ALIAS = "llvm.noalias";

  private Aliases() {}

  /** Whether {@code a} and {@code b} may have an element in common. */
  public static boolean mayAlias(Value a, Value b) {
    var first = source(a);
    var second = source(b);
    if (first == second) {
      return true;
    }
    if (isAllocation(first) || isAllocation(second)) {
      return !(isAllocation(first) || isOlder(first)) || !(isAllocation(second) || isOlder(second));
    }
    if (first.definingOp().orElse(null) instanceof GetGlobalOp one && second.definingOp().orElse(null) instanceof GetGlobalOp other) {
      return one.global().equals(other.global());
    }
    return !(isOlder(first) && isOlder(second) && (isUnshared(first) || isUnshared(second)));
  }

  /** What a view shows. */
  private static Value source(Value memref) {
    var source = memref;
    while (true) {
      switch (source.definingOp().orElse(null)) {
        case SubViewOp view -> source = view.source();
        case ReinterpretCastOp view -> source = view.source();
        case CastOp view -> source = view.operand(0);
        case ViewOp view -> source = view.source();
        case null, default -> {
          return source;
        }
      }
    }
  }

  private static boolean isAllocation(Value memref) {
    return memref.definingOp().filter(op -> op instanceof AllocOp || op instanceof AllocaOp).isPresent();
  }

  /** Whether {@code memref} was there when the function was entered. */
  private static boolean isOlder(Value memref) {
    return memref.definingOp().filter(GetGlobalOp.class::isInstance).isPresent() || functionOf(memref).isPresent();
  }

  private static Optional<FuncOp> functionOf(Value argument) {
    return argument instanceof BlockArgument a && a.owner().parentOp().orElse(null) instanceof FuncOp function && a.owner() == function.body().entry()
        ? Optional.of(function) : Optional.empty();
  }

  private static boolean isUnshared(Value memref) {
    return functionOf(memref).flatMap(function -> ((Operation) function).attribute("arg_attrs"))
        .filter(all -> all instanceof ArrayAttr each && each.elements().get(((BlockArgument) memref).index()) instanceof DictionaryAttr marks
            && marks.entries().containsKey(NO_ALIAS)).isPresent();
  }
}
