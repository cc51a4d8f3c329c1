package mlr.ir;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;

/** A list of blocks owned by an operation; the first block is the entry. */
public final class Region {
  private static final Block[] NO_BLOCKS = {};

  /** How many places a block is looked for in: as many as what is put before it by one rewrite, or a few, moves it on. */
  private static final int NEAR = 64;

  /** The blocks, with room behind them. */
  private Block[] blocks = NO_BLOCKS;
  private int count;
  private Operation parent;

  private static final class Blocks extends AbstractList<Block> implements RandomAccess {
    private final Region region;

    Blocks(Region region) {
      this.region = region;
    }

    @Override
    public Block get(int index) {
      return region.block(index);
    }

    @Override
    public int size() {
      return region.count;
    }
  }

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
    return new Blocks(this);
  }

  /** The blocks as they are now, whatever happens to them meanwhile. */
  Block[] snapshot() {
    return copy(count);
  }

  // Not by Arrays.copyOf, which asks the class for an array by a call that only the optimising compiler knows how to do without.
  private Block[] copy(int length) {
    var copy = new Block[length];
    System.arraycopy(blocks, 0, copy, 0, count);
    return copy;
  }

  /** Whether the region has no block. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The first block; the region must not be empty. */
  public Block entry() {
    return block(0);
  }

  /** Number of blocks. */
  public int blockCount() {
    return count;
  }

  /** The block at a position. */
  public Block block(int index) {
    return blocks[Objects.checkIndex(index, count)];
  }

  /** Position of {@code block} in this region, -1 where it is not in it: mostly where it was last time or a little further on, else all are looked at again. */
  public int indexOf(Block block) {
    if (!block.isIn(this)) {
      return -1;
    }
    int end = Math.min(count, block.position + NEAR);
    for (int i = block.position; i < end; i++) {
      if (blocks[i] == block) {
        block.position = i;
        return i;
      }
    }
    for (int i = 0; i < count; i++) {
      blocks[i].position = i;
    }
    return block.position;
  }

  /** Appends a new block without arguments. */
  public Block addBlock() {
    return addBlock(new Block());
  }

  /** Appends a detached block. */
  public Block addBlock(Block block) {
    return insertBlock(count, block);
  }

  /** Inserts a detached block at a position. */
  public Block insertBlock(int at, Block block) {
    if (block.inRegion() != null) {
      throw new IllegalStateException("block already belongs to a region");
    }
    makeRoom(Objects.checkIndex(at, count + 1), 1);
    blocks[at] = block;
    block.position = at;
    block.setRegion(this);
    return block;
  }

  private void makeRoom(int at, int more) {
    if (count + more > blocks.length) {
      blocks = copy(Math.max(count + more, 2 * count));
    }
    System.arraycopy(blocks, at, blocks, at + more, count - at);
    count += more;
  }

  /** Detaches a block, which keeps its operations. */
  public void removeBlock(Block block) {
    int at = indexOf(block);
    if (at >= 0) {
      count--;
      System.arraycopy(blocks, at + 1, blocks, at, count - at);
      blocks[count] = null;
      block.setRegion(null);
    }
  }

  /** Detaches all blocks of {@code removed}, which keep their operations. */
  public void removeBlocks(Set<Block> removed) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      var block = blocks[i];
      if (removed.contains(block)) {
        block.setRegion(null);
      } else {
        blocks[kept] = block;
        kept++;
      }
    }
    Arrays.fill(blocks, kept, count, null);
    count = kept;
  }

  /** Moves all blocks of {@code other} to the end of this region. */
  public void takeBody(Region other) {
    takeBody(other, count);
  }

  /** Moves all blocks of {@code other} to a position in this region. */
  public void takeBody(Region other, int at) {
    makeRoom(Objects.checkIndex(at, count + 1), other.count);
    for (int i = 0; i < other.count; i++) {
      blocks[at + i] = other.blocks[i];
      other.blocks[i].position = at + i;
      other.blocks[i].setRegion(this);
    }
    other.blocks = NO_BLOCKS;
    other.count = 0;
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
