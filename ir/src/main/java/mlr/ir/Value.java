package mlr.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An SSA value: the result of an operation or the argument of a block, with the list of its uses. */
public abstract sealed class Value permits OpResult, BlockArgument {
  private Type type;
  private OpOperand firstUse;

  Value(Type type) {
    this.type = type;
  }

  /** The types of {@code values}, in order. */
  public static List<Type> types(List<? extends Value> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    if (values.size() == 1) {
      return List.of(values.getFirst().type());
    }
    var types = new Type[values.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = values.get(i).type();
    }
    return List.of(types);
  }

  /** Whether these are values of the given types, in order. */
  public static boolean haveTypes(List<? extends Value> values, List<? extends Type> types) {
    if (values.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).type().equals(types.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The type of this value. */
  public final Type type() {
    return type;
  }

  /** Changes the type; the caller keeps the uses valid. */
  public final void setType(Type newType) {
    type = newType;
  }

  /** The operation that defines this value; empty for a block argument. */
  public abstract Optional<Operation> definingOp();

  /** The block in which this value is defined; absent while its operation is detached. */
  public abstract Optional<Block> parentBlock();

  /** Whether {@code region}, or a region inside it, holds the definition. */
  public final boolean isDefinedIn(Region region) {
    var block = this instanceof OpResult result ? result.owner().block : ((BlockArgument) this).owner();
    return block != null && block.isWithin(region);
  }

  /** The location of the definition. */
  public abstract Location location();

  /** Whether nothing uses this value. */
  public final boolean isUnused() {
    return firstUse == null;
  }

  /** Whether exactly one operand uses this value. */
  public final boolean hasOneUse() {
    return firstUse != null && firstUse.nextUse == null;
  }

  /** A snapshot of the uses, latest first; safe against changes while iterating. */
  public final List<OpOperand> uses() {
    var all = new ArrayList<OpOperand>();
    for (var use = firstUse; use != null; use = use.nextUse) {
      all.add(use);
    }
    return all;
  }

  /** Hears of each use, latest first; must not change the uses. */
  public final void forEachUse(Consumer<? super OpOperand> visitor) {
    for (var use = firstUse; use != null; use = use.nextUse) {
      visitor.accept(use);
    }
  }

  /** The operations that use this value, without repetition, latest first. */
  public final List<Operation> users() {
    var all = new java.util.LinkedHashSet<Operation>();
    for (var use = firstUse; use != null; use = use.nextUse) {
      all.add(use.owner());
    }
    return List.copyOf(all);
  }

  /** Makes every use of this value a use of {@code replacement}. */
  public final void replaceAllUsesWith(Value replacement) {
    if (replacement != this) {
      while (firstUse != null) {
        firstUse.set(replacement);
      }
    }
  }

  /** Replaces the uses that {@code condition} accepts. */
  public final void replaceUsesIf(Value replacement, java.util.function.Predicate<OpOperand> condition) {
    for (Iterator<OpOperand> all = uses().iterator(); all.hasNext(); ) {
      var use = all.next();
      if (condition.test(use)) {
        use.set(replacement);
      }
    }
  }

  final void link(OpOperand use) {
    use.previousUse = null;
    use.nextUse = firstUse;
    if (firstUse != null) {
      firstUse.previousUse = use;
    }
    firstUse = use;
  }

  final void unlink(OpOperand use) {
    if (use.previousUse == null) {
      firstUse = use.nextUse;
    } else {
      use.previousUse.nextUse = use.nextUse;
    }
    if (use.nextUse != null) {
      use.nextUse.previousUse = use.previousUse;
    }
    use.nextUse = null;
    use.previousUse = null;
  }
}
