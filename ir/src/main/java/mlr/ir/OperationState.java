package mlr.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.ir.definition.OpDefinition;

/** What an operation is made from, gathered piece by piece before it is created. */
public final class OperationState {
  private final OpDefinition<?> definition;
  private Location location;
  private final List<Value> operands = new ArrayList<>(2);
  private final List<Type> resultTypes = new ArrayList<>(1);
  private Map<String, Attribute> attributes = Map.of();
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

  public OperationState operand(Value value) {
    operands.add(value);
    return this;
  }

  public OperationState operands(Collection<? extends Value> values) {
    operands.addAll(values);
    return this;
  }

  public OperationState operands(Value... values) {
    for (var value : values) {
      operands.add(value);
    }
    return this;
  }

  public OperationState result(Type type) {
    resultTypes.add(type);
    return this;
  }

  public OperationState results(Collection<? extends Type> types) {
    resultTypes.addAll(types);
    return this;
  }

  public OperationState attribute(String name, Attribute value) {
    if (attributes.isEmpty()) {
      attributes = new LinkedHashMap<>(4);
    }
    attributes.put(name, value);
    return this;
  }

  public OperationState attributes(Map<String, ? extends Attribute> more) {
    for (var entry : more.entrySet()) {
      attribute(entry.getKey(), entry.getValue());
    }
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

  public Map<String, Attribute> attributes() {
    return attributes;
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
      resultTypes.addAll(definition.inferResultTypes(this));
    }
    return definition.instantiate(this);
  }
}
