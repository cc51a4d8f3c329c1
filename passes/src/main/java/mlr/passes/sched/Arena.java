package mlr.passes.sched;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places blocks with lifetimes in one arena: the largest first, each at the lowest offset where it fits. Blocks whose lifetimes
 * overlap never share a byte, except that a block may take exactly the place of one that it replaces.
 */
final class Arena {
  /** Offsets are multiples of this many bytes. */
  static final long ALIGNMENT = 16;

  private final List<Block> placed = new ArrayList<>();

  /** A piece of memory that is live from {@code start} to {@code end}, both included; its offset is set by {@link #place}. */
  static final class Block {
    private final long bytes;
    private final int start;
    private final int end;
    private final List<Block> replaces = new ArrayList<>();
    private long offset = -1;

    Block(long bytes, int start, int end) {
      this.bytes = bytes;
      this.start = start;
      this.end = end;
    }

    /** Allows this block the exact place of {@code other}, which ends when this one starts. */
    void mayReplace(Block other) {
      if (other.bytes == bytes && other.end == start) {
        replaces.add(other);
      }
    }

    /** Its size. */
    long bytes() {
      return bytes;
    }

    /** Bytes from the start of the arena. */
    long offset() {
      return offset;
    }

    private boolean lives(Block other) {
      return start <= other.end && other.start <= end;
    }

    private boolean overlaps(long at, Block other) {
      return at < other.offset + other.bytes && other.offset < at + bytes;
    }

    private boolean related(Block other) {
      return replaces.contains(other) || other.replaces.contains(this);
    }

    private boolean fits(long at, Block other) {
      return !lives(other) || !overlaps(at, other) || related(other) && at == other.offset;
    }
  }

  /** Places all blocks and returns the size of the arena in bytes. */
  long place(List<Block> blocks) {
    blocks.stream().sorted(Comparator.comparingLong((Block b) -> -b.bytes).thenComparingInt(b -> b.start)).forEach(this::place);
    return aligned(placed.stream().mapToLong(b -> b.offset + b.bytes).max().orElse(0));
  }

  private void place(Block block) {
    var inPlace = placed.stream().filter(block::related).map(b -> b.offset);
    var free = Stream.concat(Stream.of(0L), placed.stream().map(b -> aligned(b.offset + b.bytes))).sorted();
    block.offset = Stream.concat(inPlace, free).filter(at -> placed.stream().allMatch(other -> block.fits(at, other))).findFirst().orElseThrow();
    placed.add(block);
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
