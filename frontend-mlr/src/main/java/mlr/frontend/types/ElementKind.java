package mlr.frontend.types;

import java.util.Locale;
import java.util.Optional;

/** What is known about an element type that has not been found yet. */
public enum ElementKind {
  ANY("a value"), NUMBER("a number"), INTEGER("an integer"), FLOAT("a float");

  private final String phrase;

  ElementKind(String phrase) {
    this.phrase = phrase;
  }

  /** How messages call a value of this kind. */
  public String phrase() {
    return phrase;
  }

  /** How messages write a type of this kind. */
  String word() {
    return this == ANY ? "_" : name().toLowerCase(Locale.ROOT);
  }

  /** What both say, or nothing when they contradict each other. */
  public Optional<ElementKind> meet(ElementKind other) {
    if (this == other || other.compareTo(NUMBER) <= 0 && compareTo(other) > 0) {
      return Optional.of(this);
    }
    return compareTo(NUMBER) <= 0 && other.compareTo(this) > 0 ? Optional.of(other) : Optional.empty();
  }

  /** Whether {@code element} is of this kind. */
  public boolean admits(Element element) {
    return switch (element) {
      case Scalar scalar -> switch (this) {
        case ANY -> true;
        case NUMBER -> scalar != Scalar.BOOL;
        case INTEGER -> scalar.isInteger();
        case FLOAT -> scalar.isFloat();
      };
      // Nothing is known of a type parameter here; each instance is checked with its own.
      case Element.Parameter _ -> true;
      case Element.Enumeration _, Element.Variable _ -> this == ANY;
    };
  }
}
