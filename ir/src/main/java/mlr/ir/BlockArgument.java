package mlr.ir;

import java.util.Optional;

/** An argument of a block: a value that control flow, or the owning operation, supplies at entry. */
public final class BlockArgument extends Value {
  private Block owner;
  private Location location;

  BlockArgument(Block owner, Type type, Location location) {
    super(type);
    this.owner = owner;
    this.location = location;
  }

  /** The block this is an argument of. */
  public Block owner() {
    return owner;
  }

  /** Position among the block's arguments, from 0. */
  public int index() {
    return owner.indexOf(this);
  }

  void setOwner(Block newOwner) {
    owner = newOwner;
  }

  @Override
  public Optional<Operation> definingOp() {
    return Optional.empty();
  }

  @Override
  public Optional<Block> parentBlock() {
    return Optional.of(owner);
  }

  @Override
  public Location location() {
    return location;
  }

  /** Changes where this argument is said to come from. */
  public void setLocation(Location newLocation) {
    location = newLocation;
  }
}
