package mlr.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.definition.OpDefinition;

/** What an operation is made from, gathered piece by piece before it is created. */
public final class OperationState {
  private static final Value[] NO_OPERANDS = {};
  private static final Type[] NO_RESULTS = {};
  private static final Block[] NO_SUCCESSORS = {};
  private static final Region[] NO_REGIONS = {};
  private final OpDefinition<?> definition;
  private Location location;

  /** The operands, with room behind them. */
  private Value[] operands = NO_OPERANDS;
  private int operandCount;
  private Type[] resultTypes = NO_RESULTS;
  private NamedAttributes attributes = NamedAttributes.NONE;
  private Optional<Attribute> properties = Optional.empty();
  private Block[] successors = NO_SUCCESSORS;
  private Region[] regions = NO_REGIONS;

  public OperationState(OpDefinition<?> definition, Location location) {
    this.definition = definition;
    this.location = location;
  }

  /** Starts the state of an operation with the given definition. */
  public static OperationState of(OpDefinition<?> definition, Location location) {
    return new OperationState(definition, location);
  }

  /** Fills {@code longer} with what there is, and with {@code last} behind it: most operations have no more than one or two. */
  private static <E> E[] with(E last, E[] before, E[] longer) {
    System.arraycopy(before, 0, longer, 0, before.length);
    longer[before.length] = last;
    return longer;
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
    resultTypes = with(type, resultTypes, new Type[resultTypes.length + 1]);
    return this;
  }

  public OperationState results(List<? extends Type> types) {
    int before = resultTypes.length;
    int more = types.size();
    if (more > 0) {
      var all = new Type[before + more];
      System.arraycopy(resultTypes, 0, all, 0, before);
      for (int i = 0; i < more; i++) {
        all[before + i] = types.get(i);
      }
      resultTypes = all;
    }
    return this;
  }

  public OperationState attribute(String name, Attribute value) {
    attributes = attributes.with(name, value);
    return this;
  }

  public OperationState attributes(Map<String, ? extends Attribute> more) {
    if (more.isEmpty()) {
      return this;
    }
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
    successors = with(block, successors, new Block[successors.length + 1]);
    return this;
  }

  /** Adds a region; it becomes the operation's own. */
  public OperationState region(Region region) {
    regions = with(region, regions, new Region[regions.length + 1]);
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

  /** The types of the results so far. */
  public List<Type> resultTypes() {
    return resultTypes.length == 0 ? List.of() : new FixedList<>(resultTypes);
  }

  /** Number of results so far. */
  public int resultCount() {
    return resultTypes.length;
  }

  Type resultType(int index) {
    return resultTypes[index];
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

  /** The regions so far. */
  public List<Region> regions() {
    return regions.length == 0 ? List.of() : new FixedList<>(regions);
  }

  int regionCount() {
    return regions.length;
  }

  Region region(int index) {
    return regions[index];
  }

  /** Creates the detached operation; result types are inferred when none were given and the definition can. */
  public Operation create() {
    if (resultTypes.length == 0) {
      results(definition.inferResultTypes(this));
    }
    return definition.instantiate(this);
  }
}
