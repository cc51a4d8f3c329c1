package mlr.ir.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

class GroupLayoutTest {
  private static final String SEGMENTS = "operandSegmentSizes";

  /** An operation whose groups have the given sizes, as its attribute says. */
  private static Operation segmented(List<Integer> sizes) {
    var text = sizes.stream().map(Object::toString).reduce((a, b) -> a + ", " + b).orElseThrow();
    return TestIr.all(TestIr.parse("\"other.op\"() {" + SEGMENTS + " = array<i32: " + text + ">} : () -> ()"), "other.op").getFirst();
  }

  /** The groups follow each other without gaps, each of its size. */
  private static void assertPlaces(List<Integer> sizes, GroupLayout layout) {
    var op = segmented(sizes);
    int total = sizes.stream().mapToInt(Integer::intValue).sum();
    assertEquals(sizes.size(), layout.count());
    int start = 0;
    for (int group = 0; group < sizes.size(); group++) {
      int size = sizes.get(group);
      assertEquals(start, layout.start(op, group, total), "start of " + group);
      assertEquals(size, layout.size(op, group, total), "size of " + group);
      assertEquals(new Range(start, start + size), layout.range(op, group, total));
      start += size;
    }
  }

  @Test
  void groupsOfOneStandInOrder() {
    assertPlaces(List.of(1, 1, 1), new GroupLayout(List.of(Arity.ONE, Arity.ONE, Arity.ONE), ""));
  }

  @Test
  void theGroupOfAnySizeTakesWhatIsLeft() {
    for (int size = 0; size < 4; size++) {
      assertPlaces(List.of(size, 1, 1), new GroupLayout(List.of(Arity.VARIADIC, Arity.ONE, Arity.ONE), ""));
      assertPlaces(List.of(1, size, 1), new GroupLayout(List.of(Arity.ONE, Arity.VARIADIC, Arity.ONE), ""));
      assertPlaces(List.of(1, 1, size), new GroupLayout(List.of(Arity.ONE, Arity.ONE, Arity.VARIADIC), ""));
    }
  }

  @Test
  void anOptionalGroupIsThereOrNot() {
    for (int size = 0; size < 2; size++) {
      assertPlaces(List.of(1, size), new GroupLayout(List.of(Arity.ONE, Arity.OPTIONAL), ""));
      assertPlaces(List.of(size, 1), new GroupLayout(List.of(Arity.OPTIONAL, Arity.ONE), ""));
    }
  }

  @Test
  void segmentsAreOfTheSizesThatTheAttributeHas() {
    var layout = new GroupLayout(List.of(Arity.VARIADIC, Arity.ONE, Arity.OPTIONAL, Arity.VARIADIC, Arity.ONE), SEGMENTS);
    for (var sizes : List.of(List.of(0, 1, 0, 0, 1), List.of(3, 1, 0, 2, 1), List.of(0, 1, 1, 4, 1), List.of(2, 1, 1, 0, 1))) {
      assertPlaces(sizes, layout);
    }
  }

  @Test
  void whatIsDeclaredIsCounted() {
    var layout = new GroupLayout(List.of(Arity.ONE, Arity.OPTIONAL, Arity.ONE), "");
    assertEquals(2, layout.singles());
    assertFalse(layout.isVariadic());
    assertTrue(new GroupLayout(List.of(Arity.VARIADIC), "").isVariadic());
    assertEquals(List.of(Arity.ONE, Arity.OPTIONAL, Arity.ONE), layout.arities());
  }
}
