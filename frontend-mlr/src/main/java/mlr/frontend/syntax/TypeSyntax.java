package mlr.frontend.syntax;

import java.util.List;

/** A type as written. */
public sealed interface TypeSyntax {
  /** Where it stands. */
  SourceRange range();

  /** {@code f32}, {@code gear}, a type parameter. */
  record Named(Name name) implements TypeSyntax {
    @Override
    public SourceRange range() {
      return name.range();
    }
  }

  /** {@code T[d1,d2]}; {@code T[d1][d2]} is the same type. */
  record Tensor(TypeSyntax element, List<Expression> extents, SourceRange range) implements TypeSyntax {
    public Tensor {
      extents = List.copyOf(extents);
    }
  }

  /** {@code T^n}: n values of type T along a new leading axis. */
  record Power(TypeSyntax element, Expression extent, SourceRange range) implements TypeSyntax {}
}
