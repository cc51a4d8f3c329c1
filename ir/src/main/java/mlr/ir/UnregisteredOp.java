package mlr.ir;

import java.util.Optional;
import mlr.ir.definition.OpDefinition;

/** An operation about which nothing is known. Its properties, any attribute in {@code <…>}, are kept apart from its attributes, as upstream does. */
public final class UnregisteredOp extends Operation {
  private Optional<Attribute> properties;

  /** Creates a detached operation; reached through {@link OpDefinition#instantiate}. */
  public UnregisteredOp(OperationState state) {
    super(state);
    properties = state.properties();
  }

  @Override
  public Optional<Attribute> properties() {
    return properties;
  }

  public void removeProperties() {
    properties = Optional.empty();
  }
}
