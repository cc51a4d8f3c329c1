package mlr.ir;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Consumer;

/** A straight sequence of operations with arguments at its head. Iterating tolerates removal of the current operation. */
public final class Block implements Iterable<Operation> {
  private static final BlockArgument[] NO_ARGUMENTS = {};

  /** The arguments, with room behind them. */
  private BlockArgument[] arguments = NO_ARGUMENTS;
  private int argumentCount;
  private Region region;
  private Operation first;
  private Operation last;
  /** Between the order numbers of neighbours, so that an operation put between two seldom makes all others be numbered anew. */
  private static final int STRIDE = 16;

  private int size;
  private boolean ordered = true;

  /** Whether the order numbers are multiples of the stride, none larger than the number of operations asks for. */
  private boolean counted = true;

  /** How often operations that were not erased name this block as a successor. */
  int edgeCount;

  /** The position in the region when it was last asked for. */
  int position;

  /** The region that holds this block. */
  public Optional<Region> region() {
    return Optional.ofNullable(region);
  }

  /** The same, {@code null} when there is none. */
  Region inRegion() {
    return region;
  }

  void setRegion(Region newRegion) {
    region = newRegion;
  }

  /** Whether {@code other} holds this block. */
  public boolean isIn(Region other) {
    return region == other;
  }

  /** Whether {@code other}, or a region inside it, holds this block. */
  boolean isWithin(Region other) {
    return region != null && other.encloses(region);
  }

  /** Whether this block and {@code other} stand directly in the same region. */
  public boolean isInRegionOf(Block other) {
    return region != null && region == other.region;
  }

  /** The operation that owns this block's region, {@code null} while there is none. */
  Operation parent() {
    return region == null ? null : region.parent();
  }

  /** The operation that owns this block's region. */
  public Optional<Operation> parentOp() {
    return region == null ? Optional.empty() : region.parentOp();
  }

  /** Whether an operation owns this block's region. */
  public boolean hasParentOp() {
    return parent() != null;
  }

  /** The operation that owns this block's region, which must have one. */
  public Operation requireParentOp() {
    var op = parent();
    if (op == null) {
      throw new IllegalStateException("a block that stands in no operation");
    }
    return op;
  }

  private static final class Arguments extends AbstractList<BlockArgument> implements RandomAccess {
    private final Block block;

    Arguments(Block block) {
      this.block = block;
    }

    @Override
    public BlockArgument get(int index) {
      return block.argument(index);
    }

    @Override
    public int size() {
      return block.argumentCount;
    }
  }

  /** Read-only view of the arguments. */
  public List<BlockArgument> arguments() {
    return new Arguments(this);
  }

  /** Number of arguments. */
  public int argumentCount() {
    return argumentCount;
  }

  /** The argument at a position. */
  public BlockArgument argument(int index) {
    return arguments[Objects.checkIndex(index, argumentCount)];
  }

  /** Appends an argument. */
  public BlockArgument addArgument(Type type, Location location) {
    return insertArgument(argumentCount, type, location);
  }

  /** Inserts an argument at a position. */
  public BlockArgument insertArgument(int at, Type type, Location location) {
    var argument = new BlockArgument(this, type, location);
    insert(at, argument);
    return argument;
  }

  private void insert(int at, BlockArgument argument) {
    if (argumentCount == arguments.length) {
      // Arrays of an odd length leave no gap before what comes next in memory.
      var more = new BlockArgument[2 * argumentCount + 1];
      System.arraycopy(arguments, 0, more, 0, argumentCount);
      arguments = more;
    }
    System.arraycopy(arguments, at, arguments, at + 1, argumentCount - at);
    arguments[at] = argument;
    argumentCount++;
  }

  int indexOf(BlockArgument argument) {
    for (int i = 0; i < argumentCount; i++) {
      if (arguments[i] == argument) {
        return i;
      }
    }
    throw new IllegalStateException("an argument that its block has no longer");
  }

  /** Moves all arguments of {@code other}, with their uses, behind those of this block. */
  public void takeArguments(Block other) {
    for (int i = 0; i < other.argumentCount; i++) {
      other.arguments[i].setOwner(this);
    }
    if (argumentCount == 0) {
      arguments = other.arguments;
      argumentCount = other.argumentCount;
    } else {
      for (int i = 0; i < other.argumentCount; i++) {
        insert(argumentCount, other.arguments[i]);
      }
    }
    other.arguments = NO_ARGUMENTS;
    other.argumentCount = 0;
  }

  /** Removes an unused argument. */
  public void eraseArgument(int at) {
    if (!argument(at).isUnused()) {
      throw new IllegalStateException("erased block argument still has uses");
    }
    argumentCount--;
    System.arraycopy(arguments, at + 1, arguments, at, argumentCount - at);
    arguments[argumentCount] = null;
  }

  /** Whether the block has no operation. */
  public boolean isEmpty() {
    return first == null;
  }

  /** Number of operations. */
  public int size() {
    return size;
  }

  /** The first operation. */
  public Optional<Operation> first() {
    return Optional.ofNullable(first);
  }

  /** The same, {@code null} when there is none. */
  Operation firstOrNull() {
    return first;
  }

  /** The last operation. */
  public Optional<Operation> last() {
    return Optional.ofNullable(last);
  }

  /** The last operation if it is a terminator. */
  public Optional<Operation> terminator() {
    return last().filter(op -> op.definition().isTerminator() || !op.successors().isEmpty());
  }

  /** A snapshot of the operations in order. */
  public List<Operation> operations() {
    var all = new ArrayList<Operation>(size);
    for (var op = first; op != null; op = op.next) {
      all.add(op);
    }
    return all;
  }

  /** Appends a detached operation. */
  public void append(Operation op) {
    insertBefore(null, op);
  }

  /** Inserts a detached operation before {@code position}, at the end when that is {@code null}. */
  void insertBefore(Operation position, Operation op) {
    if (op.block != null) {
      throw new IllegalStateException(op.name() + " already stands in a block");
    }
    op.block = this;
    op.next = position;
    op.previous = position == null ? last : position.previous;
    if (op.previous == null) {
      first = op;
    } else {
      op.previous.next = op;
    }
    if (position == null) {
      last = op;
      op.order = op.previous == null ? 0 : op.previous.order + STRIDE;
      counted &= op.order == size * STRIDE;
    } else {
      position.previous = op;
      op.order = op.previous == null ? position.order - STRIDE : Math.ceilDiv(op.previous.order + position.order, 2);
      ordered &= op.order < position.order;
      counted = false;
    }
    size++;
  }

  void unlink(Operation op) {
    if (op.previous == null) {
      first = op.next;
    } else {
      op.previous.next = op.next;
    }
    if (op.next == null) {
      last = op.previous;
    } else {
      op.next.previous = op.previous;
    }
    counted &= op.next == null;
    op.block = null;
    op.next = null;
    op.previous = null;
    size--;
  }

  void ensureOrder() {
    if (!ordered) {
      count();
    }
  }

  private void count() {
    int i = 0;
    for (var op = first; op != null; op = op.next) {
      op.order = i;
      i += STRIDE;
    }
    ordered = true;
    counted = true;
  }

  /** How many operations stand before {@code op}, which must stand in this block; all are counted anew after changes. */
  public int indexOf(Operation op) {
    if (!counted) {
      count();
    }
    return op.order / STRIDE;
  }

  /** The blocks that the terminator may branch to. */
  public List<Block> successors() {
    return last == null ? List.of() : last.successors();
  }

  /** Number of blocks that the terminator may branch to. */
  public int successorCount() {
    return last == null ? 0 : last.successorCount();
  }

  /** One of the blocks that the terminator may branch to. */
  public Block successor(int index) {
    return last.successor(index);
  }

  /** How many ways lead here from terminators, several from one of them counted each. Operations that are made and left lying about count, too. */
  public int edgeCount() {
    return edgeCount;
  }

  /** The blocks of this region whose terminators name this block, in region order. */
  public List<Block> predecessors() {
    return region == null ? List.of() : region.blocks().stream().filter(b -> b.successors().contains(this)).toList();
  }

  /** Moves the operations from {@code start} on, that one included, to the end of {@code target}. */
  public void splitInto(Operation start, Block target) {
    target.ordered = target.first == null && ordered;
    target.counted = false;
    var lastMoved = last;
    last = start.previous;
    if (last == null) {
      first = null;
    } else {
      last.next = null;
    }
    start.previous = target.last;
    if (target.last == null) {
      target.first = start;
    } else {
      target.last.next = start;
    }
    target.last = lastMoved;
    int moved = 0;
    for (var op = start; op != null; op = op.next) {
      op.block = target;
      moved++;
    }
    size -= moved;
    target.size += moved;
  }

  /** Shows a visitor each operation in order; it may remove the one that it is shown. */
  @Override
  public void forEach(Consumer<? super Operation> visitor) {
    for (Operation op = first, following; op != null; op = following) {
      following = op.next;
      visitor.accept(op);
    }
  }

  @Override
  public Iterator<Operation> iterator() {
    return new Iterator<>() {
      private Operation upcoming = first;

      @Override
      public boolean hasNext() {
        return upcoming != null;
      }

      @Override
      public Operation next() {
        if (upcoming == null) {
          throw new NoSuchElementException();
        }
        var op = upcoming;
        upcoming = op.next;
        return op;
      }
    };
  }
}
