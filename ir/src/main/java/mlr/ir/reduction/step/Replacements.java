package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.DialectRegistry;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Trait;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** Finds values that can stand where others did. */
record Replacements(DialectRegistry registry) {
  /** Makes the results of {@code op} unused; false, with some of them still used, when there is nothing to take their place. */
  boolean replaceResults(Operation op) {
    for (var result : op.results()) {
      if (!result.isUnused()) {
        var replacement = older(op, result.type()).or(() -> isConstant(op) ? Optional.empty() : zero(op, result.type()));
        if (replacement.isEmpty()) {
          return false;
        }
        result.replaceAllUsesWith(replacement.get());
      }
    }
    return true;
  }

  /** A value of a type that can be seen from {@code op}: an argument of a block around it if there is one, else an operand of its own. */
  Optional<Value> older(Operation op, Type type) {
    return arguments(op).stream().filter(value -> value.type().equals(type)).findFirst()
        .or(() -> op.operands().stream().filter(value -> value.type().equals(type) && !isOwn(op, value)).findFirst());
  }

  private static boolean isOwn(Operation op, Value value) {
    return value instanceof OpResult result && result.owner() == op;
  }

  /** The arguments of the blocks around {@code op} up to the next isolated operation, outermost first. */
  private static List<Value> arguments(Operation op) {
    var found = new ArrayList<Value>();
    for (var at = Optional.of(op); at.isPresent(); at = at.get().parentOp()) {
      at.get().block().ifPresent(block -> {
        found.addAll(0, block.arguments());
        // The entry's arguments are seen from all blocks of a region.
        block.region().filter(region -> region.entry() != block).ifPresent(region -> found.addAll(0, region.entry().arguments()));
      });
      if (at.get().parentOp().filter(parent -> parent.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)).isPresent()) {
        break;
      }
    }
    return found;
  }

  private static boolean isConstant(Operation op) {
    return op.definition().hasTrait(Trait.CONSTANT_LIKE);
  }

  /** The zero of a type, made before {@code op}. */
  Optional<Value> zero(Operation op, Type type) {
    return zero(type).flatMap(attribute -> registry.dialect("arith").flatMap(arith -> arith.materializeConstant(attribute, type, op.location())))
        .map(state -> OpBuilder.before(op).create(state).result());
  }

  private static Optional<Attribute> zero(Type type) {
    return switch (type) {
      case IntegerType _, IndexType _ -> Optional.of(new IntegerAttr(type, 0));
      case FloatType _ -> Optional.of(RuntimeValues.attribute(type, 0.0)).filter(FloatAttr.class::isInstance);
      default -> Optional.empty();
    };
  }
}
