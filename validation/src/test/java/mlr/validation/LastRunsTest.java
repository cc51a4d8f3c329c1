package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was run after a pass stands for what is before the next one, and only for that. */
class LastRunsTest {
  private static final Validation VALIDATION = new Validation(2, 7);
  private static final String MODULE = """
      memref.global "private" @counter : memref<i32> = dense<%d>
      func.func private @more(%%x: i32) -> i32 {
        %%one = arith.constant %d : i32
        %%y = arith.addi %%x, %%one : i32
        return %%y : i32
      }
      func.func @f(%%x: i32) -> i32 %s {
        %%m = memref.get_global @counter : memref<i32>
        %%old = memref.load %%m[] : memref<i32>
        %%y = func.call @more(%%x) : (i32) -> i32
        %%z = arith.addi %%old, %%y : i32
        memref.store %%z, %%m[] : memref<i32>
        return %%z : i32
      }""";

  private static Optional<String> difference(LastRuns runs, String before, String after) {
    return VALIDATION.compare(Planted.parse(before), Planted.parse(after), Licence.NONE, runs).difference().map(Difference::message);
  }

  private static String module(int global, int constant, String attributes) {
    return MODULE.formatted(global, constant, attributes);
  }

  @Test
  void whatComesAfterAnotherPassIsFoundAsWithoutIt() {
    var runs = new LastRuns();
    var marked = module(0, 1, "attributes {mark}");
    assertEquals(Optional.empty(), difference(runs, module(0, 1, ""), marked));
    var wrong = module(0, 2, "attributes {mark}");
    assertEquals(difference(new LastRuns(), marked, wrong), difference(runs, marked, wrong));
  }

  @Test
  void whatIsCountedIsTheSame() {
    var runs = new LastRuns();
    var marked = module(0, 1, "attributes {mark}");
    difference(runs, module(0, 1, ""), marked);
    var twice = module(0, 1, "attributes {mark, again}");
    var alone = VALIDATION.compare(Planted.parse(marked), Planted.parse(twice));
    assertEquals(alone, VALIDATION.compare(Planted.parse(marked), Planted.parse(twice), Licence.NONE, runs));
  }

  @Test
  void aFunctionThatIsCalledCameToBeAnotherInBetween() {
    var runs = new LastRuns();
    assertEquals(Optional.empty(), difference(runs, module(0, 1, ""), module(0, 1, "attributes {mark}")));
    assertEquals(Optional.empty(), difference(runs, module(0, 2, "attributes {mark}"), module(0, 2, "attributes {again}")));
  }

  @Test
  void aGlobalCameToBeAnotherInBetween() {
    var runs = new LastRuns();
    assertEquals(Optional.empty(), difference(runs, module(0, 1, ""), module(0, 1, "attributes {mark}")));
    assertEquals(Optional.empty(), difference(runs, module(5, 1, "attributes {mark}"), module(5, 1, "attributes {again}")));
    var found = difference(runs, module(5, 1, "attributes {again}"), module(6, 1, "attributes {again}"));
    assertTrue(found.orElseThrow().startsWith("function @f computes something else"), found.toString());
  }
}
