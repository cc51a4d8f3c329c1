package mlr.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.definition.OpDefinition;

/** What an operation is made from, gathered piece by piece before it is created. */
public final class OperationState {
  private final OpDefinition<?> definition;
  private Location location;
  private List<Value> operands = List.of();
  private List<Type> resultTypes = List.of();
  private NamedAttributes attributes = NamedAttributes.NONE;
  private Optional<Attribute> properties = Optional.empty();
  private List<Block> successors = List.of();
  private List<Region> regions = List.of();

  public OperationState(OpDefinition<?> definition, Location location) {
    this.definition = definition;
    this.location = location;
  }

  /** Starts the state of an operation with the given definition. */
  public static OperationState of(OpDefinition<?> definition, Location location) {
    return new OperationState(definition, location);
  }

  /** A list to add to: lists that never grow, as most do not, stay small. */
  private static <E> List<E> growing(List<E> list, int more) {
    if (list instanceof ArrayList) {
      return list;
    }
    var copy = new ArrayList<E>(list.size() + more);
    copy.addAll(list);
    return copy;
  }

  public OperationState operand(Value value) {
    operands = growing(operands, 2);
    operands.add(value);
    return this;
  }

  public OperationState operands(Collection<? extends Value> values) {
    if (!values.isEmpty()) {
      operands = growing(operands, values.size());
      operands.addAll(values);
    }
    return this;
  }

  public OperationState operands(Value... values) {
    if (operands.isEmpty()) {
      operands = List.of(values);
    } else {
      operands = growing(operands, values.length);
      for (var value : values) {
        operands.add(value);
      }
    }
    return this;
  }

  public OperationState result(Type type) {
    if (resultTypes.isEmpty()) {
      resultTypes = List.of(type);
    } else {
      resultTypes = growing(resultTypes, 1);
      resultTypes.add(type);
    }
    return this;
  }

  public OperationState results(Collection<? extends Type> types) {
    if (resultTypes.isEmpty()) {
      resultTypes = List.copyOf(types);
    } else {
      resultTypes = growing(resultTypes, types.size());
      resultTypes.addAll(types);
    }
    return this;
  }

  public OperationState attribute(String name, Attribute value) {
    attributes = attributes.with(name, value);
    return this;
  }

  public OperationState attributes(Map<String, ? extends Attribute> more) {
    for (var entry : more.entrySet()) {
      attribute(entry.getKey(), entry.getValue());
    }
    return this;
  }

  /** Adds all of another operation's attributes. */
  public OperationState attributes(NamedAttributes more) {
    if (attributes.isEmpty()) {
      attributes = more;
      return this;
    }
    for (int i = 0; i < more.size(); i++) {
      attribute(more.name(i), more.value(i));
    }
    return this;
  }

  /** Sets the properties of an operation of no known dialect; other operations have only attributes. */
  public OperationState properties(Optional<Attribute> value) {
    properties = value;
    return this;
  }

  public OperationState successor(Block block) {
    if (successors.isEmpty()) {
      successors = new ArrayList<>(2);
    }
    successors.add(block);
    return this;
  }

  /** Adds a region; it becomes the operation's own. */
  public OperationState region(Region region) {
    if (regions.isEmpty()) {
      regions = new ArrayList<>(2);
    }
    regions.add(region);
    return this;
  }

  /** Adds an empty region and returns it. */
  public Region addRegion() {
    var region = new Region();
    region(region);
    return region;
  }

  public OperationState location(Location newLocation) {
    location = newLocation;
    return this;
  }

  public OpDefinition<?> definition() {
    return definition;
  }

  public Location location() {
    return location;
  }

  public List<Value> operands() {
    return operands;
  }

  public List<Type> resultTypes() {
    return resultTypes;
  }

  public NamedAttributes attributes() {
    return attributes;
  }

  public Optional<Attribute> properties() {
    return properties;
  }

  public List<Block> successors() {
    return successors;
  }

  public List<Region> regions() {
    return regions;
  }

  /** Creates the detached operation; result types are inferred when none were given and the definition can. */
  public Operation create() {
    if (resultTypes.isEmpty()) {
      resultTypes = definition.inferResultTypes(this);
    }
    return definition.instantiate(this);
  }
}
