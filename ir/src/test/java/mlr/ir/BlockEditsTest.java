package mlr.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.testing.TestDialect.Store;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Blocks hold what lists would after the same edits, and know each operation's place whenever they are asked. */
class BlockEditsTest {
  private static final int BLOCKS = 3;

  private enum Kind { APPEND, PREPEND, INSERT_BEFORE, INSERT_AFTER, MOVE_BEFORE, MOVE_AFTER, ERASE, SPLIT_INTO, ASK_ORDER, ASK_POSITIONS }

  /** What is done: {@code which} and {@code where} choose among the operations or blocks there are. */
  private record Edit(Kind kind, int which, int where) {}

  @Provide
  Arbitrary<List<Edit>> edits() {
    var number = Arbitraries.integers().between(0, 100);
    return Combinators.combine(Arbitraries.of(Kind.class), number, number).as(Edit::new).list().ofMaxSize(80);
  }

  @Property(tries = 500)
  void blocksAreLists(@ForAll("edits") List<Edit> edits) {
    var subject = new Subject();
    edits.forEach(subject::apply);
    subject.checkLinks();
    subject.checkOrder();
    subject.checkPositions();
  }

  /** Some blocks, and lists of what should be in them. */
  private static final class Subject {
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<Operation>> model = new ArrayList<>();

    Subject() {
      for (int i = 0; i < BLOCKS; i++) {
        blocks.add(new Block());
        model.add(new ArrayList<>());
      }
    }

    private void apply(Edit edit) {
      var all = model.stream().flatMap(List::stream).toList();
      int block = edit.where() % BLOCKS;
      switch (edit.kind()) {
        case APPEND -> {
          blocks.get(block).append(put(block, model.get(block).size(), operation()));
          return;
        }
        case PREPEND -> {
          OpBuilder.atStart(blocks.get(block)).insert(put(block, 0, operation()));
          return;
        }
        case ASK_ORDER -> checkOrder();
        case ASK_POSITIONS -> checkPositions();
        default -> { }
      }
      if (all.isEmpty()) {
        return;
      }
      var op = all.get(edit.which() % all.size());
      var other = all.get(edit.where() % all.size());
      switch (edit.kind()) {
        case INSERT_BEFORE -> put(home(op), index(op), operation()).insertBefore(op);
        case INSERT_AFTER -> put(home(op), index(op) + 1, operation()).insertAfter(op);
        case MOVE_BEFORE -> move(op, other, 0);
        case MOVE_AFTER -> move(op, other, 1);
        case ERASE -> {
          model.get(home(op)).remove(op);
          op.erase();
        }
        case SPLIT_INTO -> split(op, block);
        default -> { }
      }
    }

    private void move(Operation op, Operation other, int behind) {
      if (op == other) {
        return;
      }
      model.get(home(op)).remove(op);
      put(home(other), index(other) + behind, op);
      if (behind == 0) {
        op.moveBefore(other);
      } else {
        op.moveAfter(other);
      }
    }

    private void split(Operation start, int target) {
      int from = home(start);
      if (from == target) {
        return;
      }
      var tail = model.get(from).subList(index(start), model.get(from).size());
      model.get(target).addAll(tail);
      tail.clear();
      blocks.get(from).splitInto(start, blocks.get(target));
    }

    private static Operation operation() {
      return OperationState.of(Store.DEFINITION, Location.UNKNOWN).create();
    }

    private Operation put(int block, int at, Operation op) {
      model.get(block).add(at, op);
      return op;
    }

    private int home(Operation op) {
      for (int i = 0; i < BLOCKS; i++) {
        if (model.get(i).contains(op)) {
          return i;
        }
      }
      throw new AssertionError("in no list");
    }

    private int index(Operation op) {
      return model.get(home(op)).indexOf(op);
    }

    private void checkLinks() {
      for (int i = 0; i < BLOCKS; i++) {
        var block = blocks.get(i);
        var expected = model.get(i);
        assertEquals(expected, block.operations());
        assertEquals(expected.size(), block.size());
        assertEquals(expected.isEmpty(), block.isEmpty());
        assertEquals(expected.stream().findFirst(), block.first());
        assertEquals(expected.reversed().stream().findFirst(), block.last());
        for (int k = 0; k < expected.size(); k++) {
          var op = expected.get(k);
          assertTrue(op.isIn(block));
          assertEquals(k == 0 ? Optional.empty() : Optional.of(expected.get(k - 1)), op.previousInBlock());
          assertEquals(k == expected.size() - 1 ? Optional.empty() : Optional.of(expected.get(k + 1)), op.nextInBlock());
        }
      }
    }

    private void checkOrder() {
      for (var expected : model) {
        for (int k = 1; k < expected.size(); k++) {
          assertTrue(expected.get(k - 1).isBeforeInBlock(expected.get(k)));
          assertFalse(expected.get(k).isBeforeInBlock(expected.get(k - 1)));
        }
      }
    }

    private void checkPositions() {
      for (int i = 0; i < BLOCKS; i++) {
        for (int k = 0; k < model.get(i).size(); k++) {
          assertEquals(k, blocks.get(i).indexOf(model.get(i).get(k)));
        }
      }
    }
  }
}
