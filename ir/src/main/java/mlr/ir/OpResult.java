package mlr.ir;

import java.util.Optional;

/** One of the results of an operation. */
public final class OpResult extends Value implements Results {
  private final Operation owner;
  private final int index;

  OpResult(Operation owner, int index, Type type) {
    super(type);
    this.owner = owner;
    this.index = index;
  }

  /** The operation that yields this result. */
  public Operation owner() {
    return owner;
  }

  /** Position among the owner's results, from 0. */
  public int index() {
    return index;
  }

  @Override
  public Optional<Operation> definingOp() {
    return Optional.of(owner);
  }

  @Override
  public Optional<Block> parentBlock() {
    return owner.block();
  }

  @Override
  public Location location() {
    return owner.location();
  }
}
