package mlr.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.definition.OpDefinition;

/** Creates operations at an insertion point.. */
public class OpBuilder {
  private Block block;
  private Operation before;

  private OpBuilder(Block block, Operation before) {
    this.block = block;
    this.before = before;
  }

  /** A builder that appends to a block. */
  public static OpBuilder atEnd(Block block) {
    return new OpBuilder(block, null);
  }

  /** A builder that inserts before a block's first operation. */
  public static OpBuilder atStart(Block block) {
    return new OpBuilder(block, block.firstOrNull());
  }

  /** A builder that inserts before {@code op}. */
  public static OpBuilder before(Operation op) {
    return new OpBuilder(op.requireBlock(), op);
  }

  /** A builder that inserts right after {@code op}. */
  public static OpBuilder after(Operation op) {
    return new OpBuilder(op.requireBlock(), op.next);
  }

  public final void setInsertionPointToEnd(Block newBlock) {
    block = newBlock;
    before = null;
  }

  public final void setInsertionPointToStart(Block newBlock) {
    block = newBlock;
    before = newBlock.firstOrNull();
  }

  public final void setInsertionPoint(Operation op) {
    block = op.requireBlock();
    before = op;
  }

  public final void setInsertionPointAfter(Operation op) {
    block = op.requireBlock();
    before = op.next;
  }

  /** The operation before which others go; empty at the end of the block. */
  public final Optional<Operation> insertionPoint() {
    return Optional.ofNullable(before);
  }

  /** The block that operations go to. */
  public final Block block() {
    return block;
  }

  /** Inserts a detached operation here. */
  public <T extends Operation> T insert(T op) {
    block.insertBefore(before, op);
    return op;
  }

  /** Creates and inserts what {@code state} describes. */
  public final Operation create(OperationState state) {
    return insert(state.create());
  }

  /** Creates an operation whose result types its definition infers. */
  public final <T extends Operation> T create(OpDefinition<T> definition, Location location, Value... operands) {
    return definition.cast(create(OperationState.of(definition, location).operands(operands)));
  }

  /** Creates an operation from operands and result types. */
  public final <T extends Operation> T create(OpDefinition<T> definition, Location location, List<? extends Value> operands,
      List<? extends Type> results) {
    return create(definition, location, operands, results, Map.of());
  }

  /** Creates an operation from operands, result types and attributes. */
  public final <T extends Operation> T create(OpDefinition<T> definition, Location location, List<? extends Value> operands,
      List<? extends Type> results, Map<String, ? extends Attribute> attributes) {
    return definition.cast(create(OperationState.of(definition, location).operands(operands).results(results).attributes(attributes)));
  }
}
