package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Two modules are compared without a pass between them. */
class ValidationTest {
  private static final String DOUBLE = """
      func.func @twice(%%x: i32) -> i32 {
        %%y = arith.%s %%x, %%x : i32
        return %%y : i32
      }""";

  private static ValidationResult compare(String before, String after) {
    return new Validation(2, 7).compare(Planted.parse(before), Planted.parse(after));
  }

  @Test
  void aDifferenceSaysWhatWhereAndOnWhatInputs() {
    var found = compare(DOUBLE.formatted("addi"), DOUBLE.formatted("muli")).difference().orElseThrow();
    assertEquals("function @twice", found.subject());
    assertEquals("computes something else: result 0 is 2 before and 1 after", found.what());
    assertEquals(java.util.List.of("argument 0 = 1"), found.inputs());
    assertTrue(found.before().contains("arith.addi") && found.after().contains("arith.muli"), found.toString());
  }

  @Test
  void equalModulesAreNotRun() {
    var result = compare(DOUBLE.formatted("addi"), DOUBLE.formatted("addi"));
    assertTrue(result.difference().isEmpty());
    assertEquals(java.util.Map.of("not validated: functions and nodes left as they were", 1L), result.counts());
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    assertEquals(compare(DOUBLE.formatted("addi"), DOUBLE.formatted("xori")), compare(DOUBLE.formatted("addi"), DOUBLE.formatted("xori")));
  }
}
