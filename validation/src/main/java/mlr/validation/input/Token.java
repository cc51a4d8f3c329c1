package mlr.validation.input;

import mlr.ir.Type;
import mlr.ir.types.ComplexType;
import mlr.ir.types.NoneType;
import mlr.ir.types.TupleType;

/** A value of a type whose values no operation looks into: it can be handed on, and told from others. */
public record Token(Type type, int number) {
  /** Whether values of a type are only handed on. */
  public static boolean standsFor(Type type) {
    return type instanceof ComplexType || type instanceof TupleType || type instanceof NoneType;
  }

  @Override
  public String toString() {
    return "#" + number + " of " + type;
  }
}
