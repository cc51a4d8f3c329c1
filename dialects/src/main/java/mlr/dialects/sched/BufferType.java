package mlr.dialects.sched;

import mlr.ir.Type;

/** {@code !sched.buffer<49, T>}: room for {@code capacity} values of T. */
public record BufferType(long capacity, Type element) implements Type {
  @Override
  public String dialect() {
    return SchedDialect.NAMESPACE;
  }

  @Override
  public String toString() {
    return "!sched.buffer<" + capacity + ", " + element + ">";
  }
}
