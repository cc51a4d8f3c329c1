package mlr.frontend.types;

import java.util.List;

/** The type of one element of a tensor; a scalar value is a tensor of rank 0. */
public sealed interface Element permits Scalar, Element.Enumeration, Element.Parameter, Element.Variable {
  /** An enumeration by its name and constructors; two are equal when declared together. */
  record Enumeration(String name, List<String> constructors) implements Element {
    public Enumeration {
      constructors = List.copyOf(constructors);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A type parameter inside the declaration that has it, of which nothing is known. */
  record Parameter(String name) implements Element {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An element type that unification is to find. */
  record Variable(int id) implements Element {
    @Override
    public String toString() {
      return "_";
    }
  }
}
