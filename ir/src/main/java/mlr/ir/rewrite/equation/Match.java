package mlr.ir.rewrite.equation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
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
 * What the variables of an equation stand for at one operation, found by trying every choice: operands of commutative operations match in
 * either order.
 */
final class Match {
  private final Operation root;
  private final Term.Apply term;
  private final Object[] slots;

  /** How many operations may have their operands swapped, which of them have, a bit each, and the bit of the next one. */
  private final int swappable;
  private int swaps = -1;
  private int nextSwap;

  Match(Operation root, Equation equation) {
    this.root = root;
    this.term = equation.left();
    this.slots = new Object[equation.slots()];
    this.swappable = swappable(term);
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

  // Asked of nearly every operand of a program. A switch would be a call.
  private static boolean isPossible(Term term, Value value) {
    if (term instanceof Term.Variable) {
      return true;
    }
    return value instanceof OpResult result && (term instanceof Term.Apply apply ? isPossible(apply, result.owner())
        : !(term instanceof Term.Computed) && ConstantFolding.isConstant(result.owner()));
  }

  /** Finds the next way in which the root is an instance of the equation's left side, with all variables set; false when there is none left. */
  boolean next() {
    // The outermost operation has the highest bit: this is the order of a search that backtracks.
    while (++swaps < 1 << swappable) {
      Arrays.fill(slots, null);
      nextSwap = 1 << swappable >> 1;
      if (operation(term, root)) {
        return true;
      }
    }
    return false;
  }

  private static int swappable(Term term) {
    if (!(term instanceof Term.Apply apply)) {
      return 0;
    }
    int count = isSwappable(apply) ? 1 : 0;
    for (var operand : apply.operands()) {
      count += swappable(operand);
    }
    return count;
  }

  private static boolean isSwappable(Term.Apply term) {
    return term.operands().size() == 2 && term.operation().hasTrait(Trait.COMMUTATIVE);
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

  private boolean value(Term term, Value value) {
    if (term instanceof Term.Variable(int slot, var _)) {
      return bind(slot, value);
    }
    if (term instanceof Term.Constant(int slot, var _)) {
      var attribute = number(value);
      return attribute.isPresent() && bind(slot, new Constant(value, attribute.get()));
    }
    if (term instanceof Term.Literal(var text, var type)) {
      var attribute = number(value);
      return attribute.isPresent() && attribute.equals(literal(value.type(), text)) && type(type, value.type());
    }
    return term instanceof Term.Apply apply && value instanceof OpResult result && result.owner() != root && result.owner().resultCount() == 1 && operation(apply, result.owner());
  }

  private boolean operation(Term.Apply term, Operation op) {
    return op.definition() == term.operation() && op.operandCount() == term.operands().size()
        && type(term.type(), op.result(0).type()) && attributes(term.attributes(), op) && operands(term, op);
  }

  private boolean operands(Term.Apply term, Operation op) {
    boolean swapped = false;
    if (isSwappable(term)) {
      swapped = (swaps & nextSwap) != 0;
      nextSwap >>= 1;
    }
    for (int i = 0; i < term.operands().size(); i++) {
      if (!value(term.operands().get(i), op.operand(swapped ? 1 - i : i))) {
        return false;
      }
    }
    return true;
  }

  private boolean attributes(List<Term.AttributeTerm> terms, Operation op) {
    for (var term : terms) {
      var attribute = op.attribute(term.name());
      if (attribute.isEmpty() || !attribute(term.value(), attribute.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean attribute(Term.AttributeValue term, Attribute attribute) {
    return term instanceof Term.AttributeValue.Exactly(var expected) ? expected.equals(attribute)
        : term instanceof Term.AttributeValue.Variable(int slot, var _) && bind(slot, attribute);
  }

  private boolean type(Optional<Term.Type> term, Type type) {
    return term.isEmpty() || bind(term.get().slot(), type);
  }

  /** Gives a variable its meaning, or compares it with the one that it has. */
  private boolean bind(int slot, Object meaning) {
    if (slots[slot] == null) {
      slots[slot] = meaning;
    }
    return slots[slot].equals(meaning);
  }

  private static Optional<Attribute> number(Value value) {
    var attribute = ConstantFolding.constant(value);
    return attribute.isPresent() && ConstantFolding.hasRuntimeValue(attribute.get()) ? attribute : Optional.empty();
  }

  /** The constant of a type that is the number {@code text} everywhere; empty when the type has no such number. */
  static Optional<Attribute> literal(Type type, String text) {
    boolean fraction = text.contains(".");
    var element = ShapedType.elementOrSelf(type);
    if (!fraction && element instanceof IntegerType integer && integer.width() <= Long.SIZE) {
      return Optional.of(filled(type, IntegerAttr.wrap(integer, Long.parseLong(text))));
    }
    if (!fraction && element instanceof IndexType) {
      return Optional.of(filled(type, Long.parseLong(text)));
    }
    return fraction && element instanceof FloatType format
        ? Optional.of(filled(type, RuntimeValues.scalar(format, FloatFormat.of(format).bits(Double.parseDouble(text))))) : Optional.empty();
  }

  private static Attribute filled(Type type, Object element) {
    return RuntimeValues.attribute(type, type instanceof ShapedType shaped ? RuntimeValues.splat(shaped, element) : element);
  }
}
