package mlr.dialects.sched;

import mlr.ir.Type;

/** {@code !sched.slot<T>}: a cell of state that holds one T. */
public record SlotType(Type element) implements Type {
  @Override
  public String dialect() {
    return SchedDialect.NAMESPACE;
  }

  @Override
  public String toString() {
    return "!sched.slot<" + element + ">";
  }
}
