package mlr.validation.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.ir.Attribute;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Trait;
import mlr.ir.types.IntegerType;

/** One way to make a small mistake in one operation. */
enum Mutation {
  /** A constant, or the initial value of a memory, one more, or negated where it is a truth value. */
  OTHER_CONSTANT {
    @Override
    boolean apply(Operation op) {
      return changeNumber(op, 1);
    }
  },

  /** The same, one less. */
  LESSER_CONSTANT {
    @Override
    boolean apply(Operation op) {
      return changeNumber(op, -1);
    }
  },

  /** The last two operands of one type in the other order, where that matters. */
  SWAPPED_OPERANDS {
    @Override
    boolean apply(Operation op) {
      int n = op.operandCount();
      if (n < 2 || op.definition().hasTrait(Trait.COMMUTATIVE) || COMMUTATIVE.contains(op.name()) || op.operand(n - 1) == op.operand(n - 2)
          || isSymmetric(op) || !op.operand(n - 1).type().equals(op.operand(n - 2).type())) {
        return false;
      }
      var last = op.operand(n - 1);
      op.setOperand(n - 1, op.operand(n - 2));
      op.setOperand(n - 2, last);
      return true;
    }
  },

  /** Another operation on the same operands. */
  OTHER_OPERATION {
    @Override
    boolean apply(Operation op) {
      return OTHERS.containsKey(op.name()) && replace(op, OTHERS.get(op.name()));
    }
  },

  /** The next predicate of a comparison. */
  OTHER_PREDICATE {
    @Override
    boolean apply(Operation op) {
      if (op.attribute("predicate").orElse(null) instanceof IntegerAttr predicate && op.name().contains("cmp")) {
        op.setAttribute("predicate", new IntegerAttr(predicate.type(), predicate.value() == 0 ? 1 : predicate.value() - 1));
        return true;
      }
      return false;
    }
  },

  /** A value computed just before instead of the first operand. */
  OTHER_OPERAND {
    @Override
    boolean apply(Operation op) {
      for (int i = 0; i < op.operandCount(); i++) {
        var other = earlier(op, op.operand(i));
        if (other.isPresent()) {
          op.setOperand(i, other.get());
          return true;
        }
      }
      return false;
    }
  },

  /** What has an effect and no result left out. */
  DROPPED {
    @Override
    boolean apply(Operation op) {
      if (op.resultCount() > 0 || !op.regions().isEmpty() || op.definition().hasTrait(Trait.TERMINATOR)) {
        return false;
      }
      op.erase();
      return true;
    }
  };

  private static final List<String> COMMUTATIVE = List.of("arith.addi", "arith.addf", "arith.muli", "arith.mulf", "arith.andi", "arith.ori", "arith.xori");

  private static final Map<String, String> OTHERS = Map.of("arith.addi", "arith.subi", "arith.subi", "arith.addi", "arith.addf", "arith.subf", "arith.subf", "arith.addf",
      "arith.mulf", "arith.addf", "arith.divf", "arith.mulf", "arith.muli", "arith.addi", "arith.andi", "arith.ori", "arith.ori", "arith.andi", "arith.xori", "arith.ori");

  /** Changes the operation in place; false where it cannot be changed so. */
  abstract boolean apply(Operation op);

  /** Whether an operation compares for equality. */
  private static boolean isSymmetric(Operation op) {
    return op.name().equals("arith.cmpi") && op.attribute("predicate").orElseThrow() instanceof IntegerAttr predicate && predicate.value() < 2;
  }

  private static boolean changeNumber(Operation op, int by) {
    for (var name : List.of("value", "init")) {
      var changed = op.attribute(name).flatMap(attribute -> number(attribute, by));
      if (changed.isPresent()) {
        op.setAttribute(name, changed.get());
        return true;
      }
    }
    return false;
  }

  private static Optional<Attribute> number(Attribute attribute, int by) {
    return switch (attribute) {
      case IntegerAttr number when number.type().equals(IntegerType.I1) -> by > 0 ? Optional.of(new IntegerAttr(number.type(), 1 - number.value())) : Optional.empty();
      case IntegerAttr number -> Optional.of(new IntegerAttr(number.type(), number.value() + by));
      case FloatAttr number -> Optional.of(FloatAttr.of(number.type(), number.value() + by));
      default -> Optional.empty();
    };
  }

  private static boolean replace(Operation op, String name) {
    var definition = AllDialects.registry().operation(name).orElseThrow();
    var state = OperationState.of(definition, op.location()).operands(op.operands()).result(op.result(0).type());
    op.attributes().asMap().forEach(state::attribute);
    var other = state.create();
    OpBuilder.before(op).insert(other);
    op.result(0).replaceAllUsesWith(other.result(0));
    op.erase();
    return true;
  }

  /** The nearest earlier result of the same block with the type of {@code value} and not that. */
  private static Optional<Value> earlier(Operation op, Value value) {
    Optional<Value> found = Optional.empty();
    for (var before : op.block().orElseThrow()) {
      if (before == op) {
        return found;
      }
      for (var result : before.results()) {
        if (result != value && result.type().equals(value.type())) {
          found = Optional.of(result);
        }
      }
    }
    return found;
  }
}
