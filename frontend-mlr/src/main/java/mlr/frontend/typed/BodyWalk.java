package mlr.frontend.typed;

import java.util.List;
import java.util.function.Consumer;

/** Visits every expression of a body, in source order, parents first. */
public final class BodyWalk {
  private BodyWalk() {}

  /** Visits the expressions of {@code equations}, those inside segments and resets included. */
  public static void expressions(List<TypedEquation> equations, Consumer<TypedExpression> visitor) {
    for (var equation : equations) {
      switch (equation) {
        case TypedEquation.Definition e -> visit(e.value(), visitor);
        case TypedEquation.Next e -> visit(e.value(), visitor);
        case TypedEquation.Assertion e -> visit(e.condition(), visitor);
        case TypedEquation.Reset e -> {
          visit(e.condition(), visitor);
          expressions(e.body(), visitor);
        }
        case TypedEquation.Segment e -> {
          e.carries().forEach(c -> visit(c.initial(), visitor));
          switch (e.header()) {
            case TypedEquation.Header.Every _ -> {}
            case TypedEquation.Header.Until until -> visit(until.condition(), visitor);
            case TypedEquation.Header.Over over -> over.elements().forEach(x -> visit(x.tensor(), visitor));
          }
          expressions(e.body(), visitor);
          expressions(e.then(), visitor);
        }
      }
    }
  }

  /** Visits an expression and those inside it. */
  public static void visit(TypedExpression expression, Consumer<TypedExpression> visitor) {
    visitor.accept(expression);
    expression.children().forEach(child -> visit(child, visitor));
  }
}
