package mlr.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A list of blocks owned by an operation; the first block is the entry. */
public final class Region {
  private final ArrayList<Block> blocks = new ArrayList<>(1);
  private final List<Block> blocksView = Collections.unmodifiableList(blocks);
  private Operation parent;

  /** The operation that owns this region; empty while it is being built. */
  public Optional<Operation> parentOp() {
    return Optional.ofNullable(parent);
  }

  /** The same, {@code null} while it is being built. */
  Operation parent() {
    return parent;
  }

  void setParent(Operation op) {
    parent = op;
  }

  /** Read-only view of the blocks in order. */
  public List<Block> blocks() {
    return blocksView;
  }

  /** The blocks as they are now, whatever happens to them meanwhile. */
  Block[] snapshot() {
    return blocks.toArray(Block[]::new);
  }

  /** Whether the region has no block. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** The first block; the region must not be empty. */
  public Block entry() {
    return blocks.getFirst();
  }

  /** Number of blocks. */
  public int blockCount() {
    return blocks.size();
  }

  /** The block at a position. */
  public Block block(int index) {
    return blocks.get(index);
  }

  /** Position of {@code block} in this region, -1 where it is not in it: mostly where it was last time, else all are looked at again. */
  public int indexOf(Block block) {
    if (!block.isIn(this)) {
      return -1;
    }
    int known = block.position;
    if (known >= blocks.size() || blocks.get(known) != block) {
      for (int i = 0; i < blocks.size(); i++) {
        blocks.get(i).position = i;
      }
    }
    return block.position;
  }

  /** Appends a new block without arguments. */
  public Block addBlock() {
    return addBlock(new Block());
  }

  /** Appends a detached block. */
  public Block addBlock(Block block) {
    return insertBlock(blocks.size(), block);
  }

  /** Inserts a detached block at a position. */
  public Block insertBlock(int at, Block block) {
    if (block.region().isPresent()) {
      throw new IllegalStateException("block already belongs to a region");
    }
    blocks.add(at, block);
    block.setRegion(this);
    return block;
  }

  /** Detaches a block, which keeps its operations. */
  public void removeBlock(Block block) {
    if (blocks.remove(block)) {
      block.setRegion(null);
    }
  }

  /** Moves all blocks of {@code other} to the end of this region. */
  public void takeBody(Region other) {
    takeBody(other, blocks.size());
  }

  /** Moves all blocks of {@code other} to a position in this region. */
  public void takeBody(Region other, int at) {
    var moved = List.copyOf(other.blocks);
    other.blocks.clear();
    for (var block : moved) {
      block.setRegion(this);
    }
    blocks.addAll(at, moved);
  }

  /** Whether this region is {@code other} or encloses it. */
  public boolean encloses(Region other) {
    for (Region r = other; r != null; ) {
      if (r == this) {
        return true;
      }
      r = r.parent == null ? null : r.parent.region();
    }
    return false;
  }
}
