package mlr.frontend.syntax;

import java.util.List;
import java.util.Optional;

/** A declaration of a module. */
public sealed interface Declaration {
  /** The declared (or imported) name. */
  Name name();

  /** {@code import nn}. */
  record Import(Name name) implements Declaration {}

  /** {@code const N : size = 16}; without a type the value gives it. */
  record Const(Name name, Optional<TypeSyntax> type, Expression value) implements Declaration {}

  /** {@code type gear = Park | Drive}. */
  record Enumeration(Name name, List<Name> constructors) implements Declaration {
    public Enumeration {
      constructors = List.copyOf(constructors);
    }
  }

  /** {@code type frame = f32[40]}. */
  record Alias(Name name, TypeSyntax type) implements Declaration {}

  /** {@code type pose = { x : f32 }}, which is read but not supported yet. */
  record RecordType(Name name) implements Declaration {}

  /** {@code param w : f32[8] = e}: a trained constant with an optional initial value. */
  record Param(Name name, TypeSyntax type, Optional<Expression> value) implements Declaration {}

  /**
   * A node, function or external function.
   *
   * @param body the declarations and equations; empty for {@code extern}
   * @param contract where a contract stands, which is read but not supported yet
   */
  record Node(Signature signature, Optional<Block> body, Optional<SourceRange> contract) implements Declaration {
    @Override
    public Name name() {
      return signature.name();
    }

    /** Whether this names a C function. */
    public boolean isExternal() {
      return body.isEmpty();
    }
  }
}
