package mlr.frontend.syntax;

import java.util.List;

/** {@code @name(arguments)} in front of a declaration or an equation. */
public record Annotation(Name name, List<Expression> arguments) {
  public Annotation {
    arguments = List.copyOf(arguments);
  }
}
