package mlr.frontend.typed;

import java.util.List;
import java.util.Optional;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Signature;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** What a static parameter stands for. Two instances of a declaration are the same when their static values are equal. */
public sealed interface StaticValue {
  /** A size (no type: it fits any integer type where it is used as a value), or a constant of an integer type. */
  record Number(Size value, Optional<Scalar> type) implements StaticValue {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A constant of another type than integer, by its expression, whose names are all global. */
  record Constant(ValueType type, Expression expression, String text) implements StaticValue {
    @Override
    public boolean equals(Object other) {
      return other instanceof Constant that && type.equals(that.type) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A type. */
  record TypeArgument(ValueType type) implements StaticValue {
    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** A declared node or function, some of whose own static parameters may be given. */
  record Function(Declaration.Node declaration, List<StaticValue> arguments) implements StaticValue {
    public Function {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return declaration.name() + (arguments.isEmpty() ? "" : "_" + String.join("_", arguments.stream().map(Object::toString).toList()));
    }
  }

  /** A function that the language provides, such as {@code tanh}. */
  record Provided(String name) implements StaticValue {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A node parameter inside the declaration that has it, of which only the signature is known. */
  record Unknown(Signature signature) implements StaticValue {
    @Override
    public String toString() {
      return signature.name().text();
    }
  }
}
