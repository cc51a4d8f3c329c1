package mlr.ir.text.printer;

import java.util.Arrays;
import mlr.ir.Block;
import mlr.ir.Region;

/** The blocks of a region that branch to each of its blocks, in order, one entry a branch. */
final class Predecessors {
  private final Region region;

  /** Those of the block at a place are {@code sources[start[place]]} to before {@code sources[start[place + 1]]}. */
  private final int[] start;
  private final int[] sources;

  Predecessors(Region region) {
    this.region = region;
    int blocks = region.blockCount();
    start = new int[blocks + 1];
    for (int i = 0; i < blocks; i++) {
      for (int n = 0; n < region.block(i).successorCount(); n++) {
        int to = region.indexOf(region.block(i).successor(n));
        if (to >= 0) {
          start[to + 1]++;
        }
      }
    }
    for (int i = 0; i < blocks; i++) {
      start[i + 1] += start[i];
    }
    sources = new int[start[blocks]];
    var next = Arrays.copyOf(start, blocks);
    for (int i = 0; i < blocks; i++) {
      for (int n = 0; n < region.block(i).successorCount(); n++) {
        int to = region.indexOf(region.block(i).successor(n));
        if (to >= 0) {
          sources[next[to]++] = i;
        }
      }
    }
  }

  /** How many branches lead to the block at a place. */
  int count(int place) {
    return start[place + 1] - start[place];
  }

  /** Where one of them comes from. */
  Block get(int place, int branch) {
    return region.block(sources[start[place] + branch]);
  }
}
