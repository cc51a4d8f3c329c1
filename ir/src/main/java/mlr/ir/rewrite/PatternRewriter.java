package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;

/** How patterns change the IR, so that a driver sees every change. The builder stands before the root operation. */
public class PatternRewriter {
  private final OpBuilder builder;
  private final RewriteListener listener;

  public PatternRewriter(Operation root, RewriteListener listener) {
    this(OpBuilder.before(root), listener);
  }

  /** One that stands where {@code builder} does. */
  protected PatternRewriter(OpBuilder builder, RewriteListener listener) {
    this.builder = builder;
    this.listener = listener;
  }

  /** The builder; what is created through it directly must be announced with {@link #created}. */
  public OpBuilder builder() {
    return builder;
  }

  /** Creates and inserts an operation. */
  public Operation create(OperationState state) {
    return created(builder.create(state));
  }

  /** Creates an operation whose result types its definition infers. */
  public <T extends Operation> T create(OpDefinition<T> definition, Location location, Value... operands) {
    return created(builder.create(definition, location, operands));
  }

  /** Creates an operation from operands and result types. */
  public <T extends Operation> T create(OpDefinition<T> definition, Location location, List<? extends Value> operands, List<? extends Type> results) {
    return created(builder.create(definition, location, operands, results));
  }

  /** Tells the driver of an operation that was inserted by other means. */
  public <T extends Operation> T created(T op) {
    listener.created(op);
    return op;
  }

  /** Replaces {@code op} by values, one a result, and erases it. */
  public void replaceOp(Operation op, List<? extends Value> values) {
    listener.replacing(op, values);
    op.replaceAllUsesWith(values);
    eraseOp(op);
  }

  /** Replaces a one-result operation by a value. */
  public void replaceOp(Operation op, Value value) {
    listener.replacing(op, List.of(value));
    op.result().replaceAllUsesWith(value);
    eraseOp(op);
  }

  /** Creates an operation in the place of {@code op}. */
  public Operation replaceOpWith(Operation op, OperationState state) {
    builder.setInsertionPoint(op);
    var replacement = create(state);
    replaceOp(op, replacement.results());
    return replacement;
  }

  /** Erases an unused operation. */
  public void eraseOp(Operation op) {
    listener.erasing(op);
    op.erase();
  }

  /** Changes an operation in place. */
  public void modify(Operation op, Runnable change) {
    change.run();
    listener.modified(op);
  }

  /** Moves the operations of {@code source}, whose arguments become {@code arguments}, before {@code position}, and drops the emptied block. */
  public void inlineBlockBefore(Block source, Operation position, List<? extends Value> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      replaceAllUsesWith(source.argument(i), arguments.get(i));
    }
    for (var op : source.operations()) {
      op.moveBefore(position);
      created(op);
    }
    var region = source.region();
    if (region.isPresent()) {
      region.get().removeBlock(source);
    }
  }

  /** Makes every use of {@code value} one of {@code replacement}; {@code value} stays. */
  public void replaceAllUsesWith(Value value, Value replacement) {
    var users = value.users();
    value.replaceAllUsesWith(replacement);
    users.forEach(listener::modified);
  }

  /** Moves an operation before another one. */
  public void moveBefore(Operation op, Operation position) {
    op.moveBefore(position);
    listener.modified(op);
  }

  /** Moves all blocks of one region to the end of another. */
  public void inlineRegion(Region source, Region target) {
    target.takeBody(source);
    var parent = target.parentOp();
    if (parent.isPresent()) {
      listener.modified(parent.get());
    }
  }
}
