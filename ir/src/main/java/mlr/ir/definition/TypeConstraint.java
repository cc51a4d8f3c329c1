package mlr.ir.definition;

import java.util.Optional;
import java.util.function.Predicate;
import mlr.ir.Type;

/**
 * Which types a value may have, with the words a diagnostic uses for them ({@code "floating-point-like"}).
 *
 * @param only the one accepted type, where there is but one; custom syntax need not write it
 */
public record TypeConstraint(String description, Predicate<Type> test, Optional<Type> only) {
  public TypeConstraint(String description, Predicate<Type> test) {
    this(description, test, Optional.empty());
  }

  /** Accepts {@code type} alone. */
  public static TypeConstraint exactly(String description, Type type) {
    return new TypeConstraint(description, type::equals, Optional.of(type));
  }

  public boolean accepts(Type type) {
    return test.test(type);
  }

  public TypeConstraint or(TypeConstraint other) {
    return new TypeConstraint(description + " or " + other.description, test.or(other.test));
  }
}
