package mlr.frontend.typed;

import java.util.List;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.Name;
import mlr.frontend.types.ValueType;

/**
 * A variable of a node; two are equal when they have the same id.
 *
 * @param id its number in the node, in order of declaration
 * @param clock the declared clock, outermost condition first
 */
public record Variable(int id, Name name, ValueType type, Role role, List<ClockCondition> clock) {
  /** How a variable comes to have values. */
  public enum Role {
    INPUT, OUTPUT, LOCAL, CARRY, END, COUNTER, ELEMENT;

    /** Whether equations define it. */
    public boolean isDefined() {
      return this == OUTPUT || this == LOCAL;
    }
  }

  public Variable {
    clock = List.copyOf(clock);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }
}
