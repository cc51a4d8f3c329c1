package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.ir.IrMapping;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;
import mlr.ir.verify.Verifier;

/**
 * Makes a module that shows a failure smaller: takes operations out, their results replaced by operands, values before or zeros, and
 * results of functions away, as long as the module stays valid and shows it.
 */
final class Shrinker {
  private final Predicate<ModuleOp> shows;
  private int checksLeft;

  /** @param checks the most that {@code shows} may be asked */
  Shrinker(Predicate<ModuleOp> shows, int checks) {
    this.shows = shows;
    this.checksLeft = checks;
  }

  /** The smallest module found; {@code module} itself is not changed. */
  ModuleOp shrink(ModuleOp module) {
    var smallest = module;
    boolean smaller = true;
    while (smaller && checksLeft > 0) {
      smaller = false;
      for (int position = count(smallest) - 1; position > 0 && checksLeft > 0; position--) {
        for (int how = 0; how < Edit.values().length; how++) {
          var candidate = edited(smallest, position, Edit.values()[how]);
          if (candidate.filter(this::isShown).isPresent()) {
            smallest = candidate.get();
            smaller = true;
            position = Math.min(position, count(smallest));
            break;
          }
        }
      }
    }
    return smallest;
  }

  private enum Edit { ERASE, BY_OPERAND, BY_VALUE_BEFORE, BY_ZERO, FEWER_RETURNED }

  private boolean isShown(ModuleOp candidate) {
    return checksLeft > 0 && Verifier.verify(candidate, new DiagnosticEngine()) && --checksLeft >= 0 && shows.test(candidate);
  }

  private static int count(ModuleOp module) {
    return module.collect(Operation.class).size();
  }

  private static Optional<ModuleOp> edited(ModuleOp module, int position, Edit edit) {
    var copy = (ModuleOp) module.copy(new IrMapping());
    var all = copy.collect(Operation.class);
    return position < all.size() && apply(all.get(position), edit) ? Optional.of(copy) : Optional.empty();
  }

  private static boolean apply(Operation op, Edit edit) {
    if (edit == Edit.FEWER_RETURNED) {
      return op instanceof ReturnOp && op.parentOp().orElseThrow() instanceof FuncOp function && dropLastResult(function);
    }
    if (op.definition().isTerminator()) {
      return false;
    }
    boolean replaced = switch (edit) {
      case ERASE -> op.isUnused();
      case BY_OPERAND -> !op.isUnused() && replace(op, result -> op.operands().stream().filter(v -> v.type().equals(result.type())).map(Value.class::cast).findFirst());
      case BY_VALUE_BEFORE -> !op.isUnused() && replace(op, result -> before(op, result.type()));
      case BY_ZERO -> !op.isUnused() && !(op instanceof ConstantOp) && replace(op, result -> zero(op, result.type()));
      case FEWER_RETURNED -> false;
    };
    if (replaced) {
      op.erase();
    }
    return replaced;
  }

  private interface Replacement {
    Optional<Value> of(OpResult result);
  }

  private static boolean replace(Operation op, Replacement replacement) {
    for (var result : op.results()) {
      if (!result.isUnused()) {
        var value = replacement.of(result);
        if (value.isEmpty()) {
          return false;
        }
        result.replaceAllUsesWith(value.get());
      }
    }
    return true;
  }

  /** A value of a type that the block has before {@code op}, or that the blocks around it take. */
  private static Optional<Value> before(Operation op, Type type) {
    for (var inner = Optional.of(op); inner.isPresent() && inner.get().block().isPresent(); inner = inner.get().parentOp()) {
      var candidates = new ArrayList<Value>(inner.get().block().get().arguments());
      for (var earlier : inner.get().block().get()) {
        if (earlier == inner.get()) {
          break;
        }
        candidates.addAll(earlier.results());
      }
      var found = candidates.stream().filter(value -> value.type().equals(type)).findFirst();
      if (found.isPresent() || inner.get() instanceof FuncOp) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> zero(Operation op, Type type) {
    var element = ShapedType.elementOrSelf(type);
    boolean shaped = type instanceof VectorType || type instanceof RankedTensorType tensor && tensor.hasStaticShape();
    if (!shaped && type instanceof ShapedType) {
      return Optional.empty();
    }
    return switch (element) {
      case IntegerType _, IndexType _ -> Optional.of(OpBuilder.before(op).create(ConstantOp.of(Constants.ofInteger(type, 0), op.location())).result(0));
      case FloatType _ -> Optional.of(OpBuilder.before(op).create(ConstantOp.of(Constants.ofFloat(type, 0), op.location())).result(0));
      default -> Optional.empty();
    };
  }

  /** Takes the last result away from a function that nobody calls. */
  private static boolean dropLastResult(FuncOp function) {
    var type = function.functionType();
    if (type.results().isEmpty()) {
      return false;
    }
    List<Type> kept = type.results().subList(0, type.results().size() - 1);
    for (var block : function.body().blocks()) {
      if (block.last().orElseThrow() instanceof ReturnOp old) {
        OpBuilder.before(old).create(ReturnOp.DEFINITION, old.location(), old.operands().subList(0, kept.size()), List.of());
        old.erase();
      }
    }
    function.setFunctionType(new mlr.ir.types.FunctionType(type.inputs(), kept));
    return true;
  }
}
