package mlr.ir;

import java.util.List;
import java.util.Optional;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** A namespace of operations, types and attributes. Stateless; made once per registry, on first use. */
public interface Dialect {
  /** The prefix of everything in it: {@code arith}. */
  String namespace();

  /** One paragraph for the reference page. */
  String description();

  /** Its operations, in the order in which the reference page lists them. */
  List<OpDefinition<?>> operations();

  /** Reads {@code !namespace.mnemonic…} after the mnemonic; empty when the mnemonic is unknown. */
  default Optional<Type> parseType(String mnemonic, TypeParser parser) {
    return Optional.empty();
  }

  /** Reads {@code #namespace.mnemonic…} after the mnemonic; empty when the mnemonic is unknown. */
  default Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
    return Optional.empty();
  }

  /** An operation of this dialect whose single result is the constant {@code value}; empty when it has none for that. */
  default Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return Optional.empty();
  }

  /** The dialects whose operations this one's folds and canonical forms may create. */
  default List<String> dependentDialects() {
    return List.of();
  }
}
