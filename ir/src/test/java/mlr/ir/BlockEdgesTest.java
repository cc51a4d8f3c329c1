package mlr.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mlr.ir.definition.OpDefinition;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The number of edges to a block is that of the successors that name it, whatever becomes of the branches. */
class BlockEdgesTest {
  private static final OpDefinition<UnregisteredOp> BRANCH = OpDefinition.unregistered("test.branch");

  private final List<Block> blocks = IntStream.range(0, 4).mapToObj(_ -> new Block()).toList();
  private final List<Operation> branches = new ArrayList<>();

  @Property(tries = 300)
  void edgesAreCounted(@ForAll List<@IntRange(max = 255) Integer> edits) {
    for (int edit : edits) {
      var target = blocks.get(edit & 3);
      var other = blocks.get(edit >> 2 & 3);
      switch (edit >> 4 & 3) {
        case 0, 1 -> {
          branches.add(OperationState.of(BRANCH, Location.UNKNOWN).successor(target).successor(other).create());
          other.append(branches.getLast());
        }
        case 2 -> branches.stream().skip(edit >> 6).findFirst().ifPresent(branch -> branch.setSuccessor(edit >> 2 & 1, target));
        default -> branches.stream().skip(edit >> 6).findFirst().ifPresent(branch -> {
          branch.erase();
          branches.remove(branch);
        });
      }
      for (var block : blocks) {
        assertEquals(branches.stream().mapToLong(branch -> branch.successors().stream().filter(block::equals).count()).sum(), block.edgeCount());
      }
    }
  }
}
