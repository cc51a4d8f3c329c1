package mlr.ir.rewrite.equation;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mlr.ir.Attribute;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Trait;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.rewrite.ConstantFolding;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * What the variables of an equation stand for at one operation, found by backtracking: operands of commutative operations match in
 * either order.
 */
final class Match {
  private final Operation root;
  private final Object[] slots;

  Match(Operation root, int slots) {
    this.root = root;
    this.slots = new Object[slots];
  }

  /** Whether operations and constants are where {@code term} has them; quick to tell, and mostly not so. */
  static boolean isPossible(Term.Apply term, Operation op) {
    return op.definition() == term.operation() && op.operandCount() == term.operands().size()
        && (operandsArePossible(term.operands(), op, false)
            || op.operandCount() == 2 && op.definition().hasTrait(Trait.COMMUTATIVE) && operandsArePossible(term.operands(), op, true));
  }

  private static boolean operandsArePossible(List<Term> terms, Operation op, boolean swapped) {
    for (int i = 0; i < terms.size(); i++) {
      if (!isPossible(terms.get(i), op.operand(swapped ? 1 - i : i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPossible(Term term, Value value) {
    return switch (term) {
      case Term.Variable _ -> true;
      case Term.Constant _, Term.Literal _ -> value instanceof OpResult result && ConstantFolding.isConstant(result.owner());
      case Term.Apply apply -> value instanceof OpResult result && isPossible(apply, result.owner());
      case Term.Computed _ -> false;
    };
  }

  /** Whether the root is an instance of {@code term} in a way that {@code then} accepts, which is asked with all variables set. */
  boolean find(Term.Apply term, BooleanSupplier then) {
    return operation(term, root, then);
  }

  Value value(int slot) {
    return (Value) slots[slot];
  }

  Type type(int slot) {
    return (Type) slots[slot];
  }

  /** What a function or condition sees of a variable. */
  Object argument(int slot) {
    return slots[slot] instanceof Constant(Value _, Attribute attribute) ? attribute : slots[slot];
  }

  /** The constant's own value, for reuse. */
  Value constant(int slot) {
    return ((Constant) slots[slot]).value();
  }

  private record Constant(Value value, Attribute attribute) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Constant constant && attribute.equals(constant.attribute) && value.type().equals(constant.value.type());
    }

    @Override
    public int hashCode() {
      return attribute.hashCode();
    }
  }

  private boolean value(Term term, Value value, BooleanSupplier then) {
    return switch (term) {
      case Term.Variable(int slot, var _) -> bind(slot, value, then);
      case Term.Constant(int slot, var _) -> {
        var attribute = number(value);
        yield attribute.isPresent() && bind(slot, new Constant(value, attribute.get()), then);
      }
      case Term.Literal(var text, var type) -> number(value).isPresent() && number(value).equals(literal(value.type(), text)) && type(type, value.type(), then);
      case Term.Apply apply -> {
        var op = value.definingOp();
        yield op.isPresent() && op.get() != root && op.get().resultCount() == 1 && operation(apply, op.get(), then);
      }
      case Term.Computed _ -> false;
    };
  }

  private boolean operation(Term.Apply term, Operation op, BooleanSupplier then) {
    return op.definition() == term.operation() && op.operandCount() == term.operands().size()
        && type(term.type(), op.result(0).type(), () -> attributes(term.attributes(), op, () -> operands(term, op, then)));
  }

  private boolean operands(Term.Apply term, Operation op, BooleanSupplier then) {
    if (operands(term.operands(), op.operands(), then)) {
      return true;
    }
    return op.operandCount() == 2 && op.definition().hasTrait(Trait.COMMUTATIVE) && operands(term.operands(), List.of(op.operand(1), op.operand(0)), then);
  }

  private boolean operands(List<Term> terms, List<Value> values, BooleanSupplier then) {
    return terms.isEmpty() ? then.getAsBoolean()
        : value(terms.getFirst(), values.getFirst(), () -> operands(terms.subList(1, terms.size()), values.subList(1, values.size()), then));
  }

  private boolean attributes(List<Term.AttributeTerm> terms, Operation op, BooleanSupplier then) {
    if (terms.isEmpty()) {
      return then.getAsBoolean();
    }
    var term = terms.getFirst();
    var attribute = op.attribute(term.name());
    BooleanSupplier rest = () -> attributes(terms.subList(1, terms.size()), op, then);
    return attribute.isPresent() && switch (term.value()) {
      case Term.AttributeValue.Exactly(var expected) -> expected.equals(attribute.get()) && rest.getAsBoolean();
      case Term.AttributeValue.Variable(int slot, var _) -> bind(slot, attribute.get(), rest);
      case Term.AttributeValue.Computed _ -> false;
    };
  }

  private boolean type(Optional<Term.Type> term, Type type, BooleanSupplier then) {
    return term.isPresent() ? bind(term.get().slot(), type, then) : then.getAsBoolean();
  }

  /** Gives a variable its meaning while the rest of the match is looked for. */
  private boolean bind(int slot, Object meaning, BooleanSupplier then) {
    if (slots[slot] != null) {
      return slots[slot].equals(meaning) && then.getAsBoolean();
    }
    slots[slot] = meaning;
    if (then.getAsBoolean()) {
      return true;
    }
    slots[slot] = null;
    return false;
  }

  private static Optional<Attribute> number(Value value) {
    return ConstantFolding.constant(value).filter(a -> a instanceof IntegerAttr || a instanceof FloatAttr || a instanceof DenseElementsAttr);
  }

  /** The constant of a type that is the number {@code text} everywhere; empty when the type has no such number. */
  static Optional<Attribute> literal(Type type, String text) {
    boolean fraction = text.contains(".");
    return switch (ShapedType.elementOrSelf(type)) {
      case FloatType format when fraction -> Optional.of(filled(type, RuntimeValues.scalar(format, FloatFormat.of(format).bits(Double.parseDouble(text)))));
      case IntegerType integer when !fraction && integer.width() <= 64 -> Optional.of(filled(type, IntegerAttr.wrap(integer, Long.parseLong(text))));
      case IndexType _ when !fraction -> Optional.of(filled(type, Long.parseLong(text)));
      default -> Optional.empty();
    };
  }

  private static Attribute filled(Type type, Object element) {
    return RuntimeValues.attribute(type, type instanceof ShapedType shaped ? RuntimeValues.splat(shaped, element) : element);
  }
}
