package mlr.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mlr.ir.definition.OpDefinition;

/**
 * The one kind of node the IR is made of: a definition, operands, results, attributes, successors,
 * regions and a location. Operations of a dialect are small final subclasses without fields, so
 * that pattern matching works on them; an operation of no known dialect is an {@link UnregisteredOp}.
 */
public class Operation {
  private static final OpOperand[] NO_OPERANDS = {};
  private static final Block[] NO_SUCCESSORS = {};
  private static final Region[] NO_REGIONS = {};
  private final OpDefinition<?> definition;
  private Location location;
  private OpOperand[] operands;
  private final Results results;
  private NamedAttributes attributes;
  private Block[] successors;
  private final Region[] regions;
  Block block;
  Operation previous;
  Operation next;
  int order;
  private int mark;

  /** Creates a detached operation; reached through {@link OpDefinition#instantiate}. */
  public Operation(OperationState state) {
    definition = state.definition();
    location = state.location();
    operands = state.operandCount() == 0 ? NO_OPERANDS : new OpOperand[state.operandCount()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new OpOperand(this, state.operand(i));
    }
    results = Results.of(this, state);
    attributes = state.attributes();
    successors = state.successorCount() == 0 ? NO_SUCCESSORS : new Block[state.successorCount()];
    for (int i = 0; i < successors.length; i++) {
      successors[i] = state.successor(i);
      successors[i].edgeCount++;
    }
    regions = state.regionCount() == 0 ? NO_REGIONS : new Region[state.regionCount()];
    for (int i = 0; i < regions.length; i++) {
      regions[i] = state.region(i);
      regions[i].setParent(this);
    }
  }

  /** The definition; {@link OpDefinition#isRegistered} is false for an operation of no known dialect. */
  public final OpDefinition<?> definition() {
    return definition;
  }

  /** The full name, dialect and mnemonic: {@code arith.addf}. */
  public final String name() {
    return definition.name();
  }

  /** The dialect part of the name. */
  public final String dialect() {
    return definition.dialect();
  }

  public final Location location() {
    return location;
  }

  public final void setLocation(Location newLocation) {
    location = newLocation;
  }

  // Operands

  public final int operandCount() {
    return operands.length;
  }

  public final Value operand(int index) {
    return operands[index].get();
  }

  public final OpOperand opOperand(int index) {
    return operands[index];
  }

  public final List<OpOperand> opOperands() {
    return operands.length == 0 ? List.of() : new FixedList<>(operands);
  }

  /** The types of the operands. */
  public final List<Type> operandTypes() {
    return Value.types(operands());
  }

  /** A snapshot of the operand values. */
  public final List<Value> operands() {
    return operands(0, operands.length);
  }

  /** A snapshot of the operand values from {@code start} to before {@code end}. */
  public final List<Value> operands(int start, int end) {
    var some = new Value[end - start];
    for (int i = start; i < end; i++) {
      some[i - start] = operands[i].get();
    }
    return new FixedList<>(some);
  }

  public final void setOperand(int index, Value value) {
    operands[index].set(value);
  }

  /** Whether this operation, itself, uses {@code value}. */
  public final boolean uses(Value value) {
    for (var operand : operands) {
      if (operand.get() == value) {
        return true;
      }
    }
    return false;
  }

  /** Puts another value where this operation, itself, uses {@code value}. */
  public final void replaceUsesOf(Value value, Value replacement) {
    for (var operand : operands) {
      if (operand.get() == value) {
        operand.set(replacement);
      }
    }
  }

  /** Replaces all operands. Segment attributes are the caller's to adjust. */
  public final void setOperands(Collection<? extends Value> values) {
    for (var operand : operands) {
      operand.drop();
    }
    operands = new OpOperand[values.size()];
    int i = 0;
    for (var value : values) {
      operands[i] = new OpOperand(this, value);
      i++;
    }
  }

  /** Removes one operand; those behind it move up. */
  public final void eraseOperand(int index) {
    operands[index].drop();
    var fewer = new OpOperand[operands.length - 1];
    System.arraycopy(operands, 0, fewer, 0, index);
    System.arraycopy(operands, index + 1, fewer, index, fewer.length - index);
    operands = fewer;
  }

  int indexOf(OpOperand operand) {
    for (int i = 0; i < operands.length; i++) {
      if (operands[i] == operand) {
        return i;
      }
    }
    throw new IllegalStateException("an operand that " + name() + " has no longer");
  }

  // Results

  public final int resultCount() {
    return results instanceof OpResult ? 1 : several().length;
  }

  public final OpResult result(int index) {
    return results instanceof OpResult one && index == 0 ? one : several()[index];
  }

  private OpResult[] several() {
    return ((Results.Several) results).all();
  }

  /** The only result; an error when there are none or several. */
  public final OpResult result() {
    if (results instanceof OpResult one) {
      return one;
    }
    throw new IllegalStateException(name() + " has " + resultCount() + " results, not one");
  }

  public final List<OpResult> results() {
    return results instanceof OpResult one ? List.of(one) : results == Results.NONE ? List.of() : new FixedList<>(several());
  }

  public final List<Type> resultTypes() {
    return results instanceof OpResult one ? List.of(one.type()) : Value.types(results());
  }

  /** Whether no result has a use. */
  public final boolean isUnused() {
    return firstUsed().isEmpty();
  }

  private Optional<OpResult> firstUsed() {
    for (int i = 0; i < resultCount(); i++) {
      if (!result(i).isUnused()) {
        return Optional.of(result(i));
      }
    }
    return Optional.empty();
  }

  /** Makes users of each result use the value at the same position instead. */
  public final void replaceAllUsesWith(List<? extends Value> values) {
    if (values.size() != resultCount()) {
      throw new IllegalArgumentException(name() + ": " + values.size() + " replacements for " + resultCount() + " results");
    }
    for (int i = 0; i < values.size(); i++) {
      result(i).replaceAllUsesWith(values.get(i));
    }
  }

  // Attributes

  public final NamedAttributes attributes() {
    return attributes;
  }

  public final Optional<Attribute> attribute(String name) {
    return attributes.get(name);
  }

  /** The attribute called {@code name}, which must be there with the given class. */
  public final <A> A attribute(String name, Class<A> kind) {
    int at = attributes.position(name);
    if (at < 0 || !kind.isInstance(attributes.value(at))) {
      throw new IllegalStateException(name() + " has no " + kind.getSimpleName() + " '" + name + "'");
    }
    return kind.cast(attributes.value(at));
  }

  public final void setAttribute(String name, Attribute value) {
    attributes = attributes.with(name, value);
  }

  public final boolean hasAttribute(String name) {
    return attributes.has(name);
  }

  public final void removeAttribute(String name) {
    attributes = attributes.without(name);
  }

  /**
   * What stands in {@code <…>} in the text of an {@link UnregisteredOp}. Operations of known dialects have none: those of their attributes
   * that are declared make up their properties.
   */
  public Optional<Attribute> properties() {
    return Optional.empty();
  }

  // Successors and regions

  public final int successorCount() {
    return successors.length;
  }

  public final Block successor(int index) {
    return successors[index];
  }

  public final List<Block> successors() {
    return successors.length == 0 ? List.of() : new FixedList<>(successors);
  }

  public final void setSuccessor(int index, Block target) {
    successors[index].edgeCount--;
    successors[index] = target;
    target.edgeCount++;
  }

  public final List<Region> regions() {
    return regions.length == 0 ? List.of() : new FixedList<>(regions);
  }

  public final int regionCount() {
    return regions.length;
  }

  public final Region region(int index) {
    return regions[index];
  }

  // Position

  /** The block this operation stands in. */
  public final Optional<Block> block() {
    return Optional.ofNullable(block);
  }

  /** The block this operation stands in, which must be in one. */
  public final Block requireBlock() {
    if (block == null) {
      throw new IllegalStateException(name() + " stands in no block");
    }
    return block;
  }

  /** Whether this operation stands in a block. */
  public final boolean isInBlock() {
    return block != null;
  }

  /** Whether this operation stands directly in {@code other}. */
  public final boolean isIn(Block other) {
    return block == other;
  }

  /** The region this operation stands in. */
  public final Optional<Region> parentRegion() {
    return Optional.ofNullable(region());
  }

  /** The same, {@code null} when it stands in none. */
  Region region() {
    return block == null ? null : block.inRegion();
  }

  /** The operation whose region holds this one. */
  public final Optional<Operation> parentOp() {
    return block == null ? Optional.empty() : block.parentOp();
  }

  /** The nearest enclosing operation of a class, not counting this one. */
  public final <T> Optional<T> parentOfType(Class<T> kind) {
    for (var op = parentOp(); op.isPresent(); op = op.get().parentOp()) {
      if (kind.isInstance(op.get())) {
        return op.map(kind::cast);
      }
    }
    return Optional.empty();
  }

  public final Optional<Operation> nextInBlock() {
    return Optional.ofNullable(next);
  }

  /** Whether no operation of the same block stands behind this one. */
  public final boolean isLastInBlock() {
    return next == null;
  }

  public final Optional<Operation> previousInBlock() {
    return Optional.ofNullable(previous);
  }

  /** Whether this stands before {@code other} in the same block. */
  public final boolean isBeforeInBlock(Operation other) {
    block.ensureOrder();
    return order < other.order;
  }

  /** Whether this is {@code other} or encloses it. */
  public final boolean isAncestorOf(Operation other) {
    if (regions.length == 0) {
      return other == this;
    }
    for (var op = other; op != null; op = op.block == null ? null : op.block.parent()) {
      if (op == this) {
        return true;
      }
    }
    return false;
  }

  /** The operation directly in {@code region} that is this one or encloses it. */
  public final Optional<Operation> ancestorIn(Region region) {
    for (var op = this; op != null && op.block != null; op = op.block.parent()) {
      if (op.block.isIn(region)) {
        return Optional.of(op);
      }
    }
    return Optional.empty();
  }

  /** Takes this operation out of its block, keeping operands and uses. */
  public final void detach() {
    if (block != null) {
      block.unlink(this);
    }
  }

  public final void moveBefore(Operation position) {
    detach();
    position.block.insertBefore(position, this);
  }

  public final void moveAfter(Operation position) {
    detach();
    position.block.insertBefore(position.next, this);
  }

  /** Inserts this detached operation before {@code position}. */
  public final void insertBefore(Operation position) {
    position.block.insertBefore(position, this);
  }

  /** Inserts this detached operation after {@code position}. */
  public final void insertAfter(Operation position) {
    position.block.insertBefore(position.next, this);
  }

  /** Removes this operation and everything in it; its results must be unused from outside. */
  public final void erase() {
    var used = firstUsed();
    if (used.isPresent()) {
      throw new IllegalStateException("erased " + name() + " still has uses, by " + used.get().uses().getFirst().owner().name());
    }
    dropAllReferences();
    detach();
  }

  /** Drops every operand of this operation and of those nested in it. */
  public final void dropAllReferences() {
    for (var operand : operands) {
      operand.drop();
    }
    operands = NO_OPERANDS;
    for (var region : regions) {
      for (int i = 0; i < region.blockCount(); i++) {
        for (var op = region.block(i).firstOrNull(); op != null; op = op.next) {
          op.dropAllReferences();
        }
      }
    }
    for (var successor : successors) {
      successor.edgeCount--;
    }
    successors = NO_SUCCESSORS;
  }

  // Marking

  /** The number that was kept last with this operation, by whichever algorithm: one that reads it must be able to tell whether it is its own. */
  public final int mark() {
    return mark;
  }

  /** Keeps a number, at least 0, with this operation. */
  public final void setMark(int number) {
    mark = number;
  }

  // Walking

  /** Visits this operation and all nested ones, parents after their children; the visited one may be erased. */
  public final void walk(Consumer<? super Operation> visitor) {
    for (var region : regions) {
      for (var inner : region.snapshot()) {
        for (Operation op = inner.firstOrNull(), following; op != null; op = following) {
          following = op.next;
          if (op.regions.length == 0) {
            visitor.accept(op);
          } else {
            op.walk(visitor);
          }
        }
      }
    }
    visitor.accept(this);
  }

  /** Visits this operation and all nested ones, parents first. */
  public final void walkPreOrder(Consumer<? super Operation> visitor) {
    visitor.accept(this);
    for (var region : regions) {
      for (var inner : region.snapshot()) {
        for (Operation op = inner.firstOrNull(), following; op != null; op = following) {
          following = op.next;
          if (op.regions.length == 0) {
            visitor.accept(op);
          } else {
            op.walkPreOrder(visitor);
          }
        }
      }
    }
  }

  /** All nested operations of a class (this one included), parents first. */
  public final <T> List<T> collect(Class<T> kind) {
    var found = new ArrayList<T>();
    walkPreOrder(op -> {
      if (kind.isInstance(op)) {
        found.add(kind.cast(op));
      }
    });
    return found;
  }

  /** A deep copy, detached; values mapped in {@code mapping} are replaced, new results are added to it. */
  public final Operation copy(IrMapping mapping) {
    return mapping.copy(this);
  }

  /** The custom textual form, for messages and debugging. */
  @Override
  public final String toString() {
    return mlr.ir.text.IrPrinter.print(this);
  }
}
