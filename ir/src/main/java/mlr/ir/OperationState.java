package mlr.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.definition.OpDefinition;

/** What an operation is made from, gathered piece by piece before it is created. */
public final class OperationState {
  private static final Value[] NO_OPERANDS = {};
  private static final Block[] NO_SUCCESSORS = {};
  private final OpDefinition<?> definition;
  private Location location;

  /** The operands, with room behind them. */
  private Value[] operands = NO_OPERANDS;
  private int operandCount;
  private List<Type> resultTypes = List.of();
  private NamedAttributes attributes = NamedAttributes.NONE;
  private Optional<Attribute> properties = Optional.empty();
  private Block[] successors = NO_SUCCESSORS;
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

  /** At first no more room than asked for: most states get all their operands at once. */
  private void makeRoom(int more) {
    if (operandCount + more > operands.length) {
      operands = copyOfOperands(operandCount == 0 ? more : Math.max(operandCount + more, 2 * operandCount));
    }
  }

  private Value[] copyOfOperands(int length) {
    var copy = new Value[length];
    System.arraycopy(operands, 0, copy, 0, operandCount);
    return copy;
  }

  public OperationState operand(Value value) {
    makeRoom(operandCount == 0 ? 2 : 1);
    operands[operandCount++] = value;
    return this;
  }

  public OperationState operands(List<? extends Value> values) {
    int more = values.size();
    makeRoom(more);
    for (int i = 0; i < more; i++) {
      operands[operandCount++] = values.get(i);
    }
    return this;
  }

  /** Adds operands; an array that is given must stay as it is until the operation is created. */
  public OperationState operands(Value... values) {
    if (operandCount == 0) {
      operands = values;
    } else {
      makeRoom(values.length);
      System.arraycopy(values, 0, operands, operandCount, values.length);
    }
    operandCount += values.length;
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
    var more = new Block[successors.length + 1];
    System.arraycopy(successors, 0, more, 0, successors.length);
    more[successors.length] = block;
    successors = more;
    return this;
  }

  /** Adds a region; it becomes the operation's own. */
  public OperationState region(Region region) {
    if (regions.isEmpty()) {
      regions = List.of(region);
    } else {
      regions = growing(regions, 1);
      regions.add(region);
    }
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

  /** The operands so far. */
  public List<Value> operands() {
    if (operandCount < operands.length) {
      operands = copyOfOperands(operandCount);
    }
    return new FixedList<>(operands);
  }

  int operandCount() {
    return operandCount;
  }

  Value operand(int index) {
    return operands[index];
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

  int successorCount() {
    return successors.length;
  }

  Block successor(int index) {
    return successors[index];
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
