package mlr.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Regions hold what lists of blocks would after the same edits, and know each block's place whenever they are asked. */
class RegionEditsTest {
  private enum Kind { ADD, INSERT, INSERT_MANY, REMOVE, REMOVE_SEVERAL, TAKE_BODY, TAKE_BODY_AT, ASK }

  /** What is done to region {@code on}, at a place chosen by {@code where}. */
  private record Edit(Kind kind, int on, int where) {}

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 100)).as(Edit::new).list().ofMaxSize(60);
  }

  @Property(tries = 500)
  void regionsAreLists(@ForAll("edits") List<Edit> edits) {
    var subject = new Subject();
    edits.forEach(subject::apply);
    subject.check();
  }

  /** Two regions, and lists of what should be in them. */
  private static final class Subject {
    private final List<Region> regions = List.of(new Region(), new Region());
    private final List<List<Block>> model = List.of(new ArrayList<>(), new ArrayList<>());

    private void apply(Edit edit) {
      var region = regions.get(edit.on());
      var list = model.get(edit.on());
      int at = edit.where() % (list.size() + 1);
      switch (edit.kind()) {
        case ADD -> list.add(region.addBlock());
        case INSERT -> list.add(at, region.insertBlock(at, new Block()));
        case INSERT_MANY -> {
          for (int i = 0; i < 100; i++) {
            list.add(at, region.insertBlock(at, new Block()));
          }
        }
        case REMOVE -> {
          if (at < list.size()) {
            region.removeBlock(list.remove(at));
          }
        }
        case REMOVE_SEVERAL -> {
          var removed = Set.copyOf(list.stream().filter(block -> (list.indexOf(block) + edit.where()) % 3 == 0).toList());
          region.removeBlocks(removed);
          list.removeAll(removed);
          removed.forEach(block -> assertEquals(Optional.empty(), block.region()));
        }
        case TAKE_BODY -> {
          region.takeBody(regions.get(1 - edit.on()));
          list.addAll(model.get(1 - edit.on()));
          model.get(1 - edit.on()).clear();
        }
        case TAKE_BODY_AT -> {
          region.takeBody(regions.get(1 - edit.on()), at);
          list.addAll(at, model.get(1 - edit.on()));
          model.get(1 - edit.on()).clear();
        }
        case ASK -> check();
      }
    }

    private void check() {
      for (int i = 0; i < regions.size(); i++) {
        var region = regions.get(i);
        assertEquals(model.get(i), region.blocks());
        assertEquals(model.get(i).isEmpty(), region.isEmpty());
        for (int k = 0; k < model.get(i).size(); k++) {
          var block = model.get(i).get(k);
          assertEquals(k, region.indexOf(block));
          assertEquals(-1, regions.get(1 - i).indexOf(block));
          assertEquals(Optional.of(region), block.region());
        }
      }
    }
  }
}
