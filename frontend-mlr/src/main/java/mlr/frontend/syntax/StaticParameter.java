package mlr.frontend.syntax;

/** A parameter between {@code <<} and {@code >>}. */
public sealed interface StaticParameter {
  /** The name it has in the body. */
  Name name();

  /** {@code n : size} or {@code alpha : f32}. */
  record Constant(Name name, TypeSyntax type) implements StaticParameter {}

  /** {@code type t}. */
  record TypeName(Name name) implements StaticParameter {}

  /** {@code node f(x : t) returns (y : t)}. */
  record NodeName(Signature signature) implements StaticParameter {
    @Override
    public Name name() {
      return signature.name();
    }
  }
}
