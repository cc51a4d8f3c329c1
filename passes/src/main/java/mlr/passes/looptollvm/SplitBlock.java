package mlr.passes.looptollvm;

import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;

/**
 * A block split behind one of its operations.
 *
 * @param region the region it stands in
 * @param before the block, which the operation now ends
 * @param next the place of the block after it
 * @param rest what stood behind the operation, in a block with an argument for each of its results
 */
record SplitBlock(Region region, Block before, int next, Block rest) {
  static SplitBlock behind(Operation op) {
    var before = op.requireBlock();
    var region = before.region().orElseThrow();
    int next = region.indexOf(before) + 1;
    var rest = region.insertBlock(next, new Block());
    if (!op.isLastInBlock()) {
      before.splitInto(op.nextInBlock().orElseThrow(), rest);
    }
    for (int i = 0; i < op.resultCount(); i++) {
      rest.addArgument(op.result(i).type(), op.location());
    }
    return new SplitBlock(region, before, next, rest);
  }

  /** Moves the blocks of a region in between, right behind the operation. */
  void take(Region inner) {
    region.takeBody(inner, next);
  }

  /** Makes a block in between, right behind the operation. */
  Block insertBlock() {
    return region.insertBlock(next, new Block());
  }
}
