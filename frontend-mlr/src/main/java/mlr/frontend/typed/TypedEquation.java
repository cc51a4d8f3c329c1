package mlr.frontend.typed;

import java.util.List;
import java.util.Optional;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.types.Size;

/** An equation over typed expressions. */
public sealed interface TypedEquation {
  /** Where it stands. */
  SourceRange range();

  /** {@code (x, y) = e}; an absent target throws its value away. */
  record Definition(List<Optional<Variable>> targets, TypedExpression value, SourceRange range) implements TypedEquation {
    public Definition {
      targets = List.copyOf(targets);
    }
  }

  /** {@code next w = e}: entries of {@code targets} are carried variables. */
  record Next(List<Optional<Variable>> targets, TypedExpression value, SourceRange range) implements TypedEquation {
    public Next {
      targets = List.copyOf(targets);
    }
  }

  /** {@code assert e}. */
  record Assertion(TypedExpression condition, SourceRange range) implements TypedEquation {}

  /** {@code reset … every c}. */
  record Reset(List<TypedEquation> body, TypedExpression condition, SourceRange range) implements TypedEquation {
    public Reset {
      body = List.copyOf(body);
    }
  }

  /**
   * A segment.
   *
   * @param end the name of the end clock, from {@code as e}
   * @param counter the name of the position, from {@code as e, k}
   */
  record Segment(Header header, Optional<Variable> end, Optional<Variable> counter, boolean resume, List<Carry> carries,
      List<TypedEquation> body, List<TypedEquation> then, SourceRange range) implements TypedEquation {
    public Segment {
      carries = List.copyOf(carries);
      body = List.copyOf(body);
      then = List.copyOf(then);
    }
  }

  /** {@code carry w = w0}. */
  record Carry(Variable variable, TypedExpression initial) {}

  /** How long a segment is. */
  sealed interface Header {
    /** The greatest number of instants. */
    Size bound();

    /** {@code every n}. */
    record Every(Size bound) implements Header {}

    /** {@code until c max m}. */
    record Until(TypedExpression condition, Size bound) implements Header {}

    /** {@code over (x in xs; …)}. */
    record Over(List<Element> elements, Size bound) implements Header {
      public Over {
        elements = List.copyOf(elements);
      }
    }
  }

  /** {@code x in xs}. */
  record Element(Variable variable, TypedExpression tensor) {}

}
