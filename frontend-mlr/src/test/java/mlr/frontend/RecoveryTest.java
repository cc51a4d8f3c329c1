package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One bad declaration never hides the errors in the next, and makes none there. */
class RecoveryTest {
  private static final String WRONG = "node wrong(x : i32) returns (y : i32) let y = nowhere; tel\n";

  private static List<String> errorsBefore(String declaration) {
    return Compiled.of(declaration + "\n" + WRONG).errors();
  }

  @Test
  void aSyntaxErrorHidesNoTypeErrorElsewhere() {
    var next = "2:47: undefined variable 'nowhere'";
    assertEquals(List.of("1:43: expected an expression but found ';'", next), errorsBefore("node a(x : f32) returns (y : f32) let y = ; tel"));
    assertEquals(List.of("1:10: expected ',' or ':' but found 'f32'", next), errorsBefore("node a(x f32) returns (y : f32) let y = x; tel"));
    assertEquals(List.of("1:11: the character '$' has no meaning in MLR", next), errorsBefore("const N = $ 3"));
  }

  @Test
  void aMissingTelStopsAtTheNextDeclaration() {
    assertEquals("2:47: undefined variable 'nowhere'", errorsBefore("node a(x : f32) returns (y : f32) let y = x;").getLast());
  }

  @Test
  void refusedOperatorsHideNothingEither() {
    assertEquals("2:47: undefined variable 'nowhere'", errorsBefore("node a(x : f32) returns (y : f32) let y = 1.0 fby x post 2.0; tel").getLast());
  }

  @Test
  void aNodeWithAWrongBodyIsCalledBySignature() {
    assertEquals(List.of("1:43: expected an expression but found ';'",
            "2:45: argument 'x' of 'a' has type i32 where f32 is needed; there is no implicit conversion: write f32(…)"),
        Compiled.of("""
            node a(x : f32) returns (y : f32) let y = ; tel
            node b(x : i32) returns (y : f32) let y = a(x); tel
            """).errors());
  }

  @Test
  void namesOfBrokenDeclarationsAreNotUndefined() {
    assertEquals(1, Compiled.of("""
        nod a(x : f32) returns (y : f32)
        node b(x : f32) returns (y : f32) let y = a(x); tel
        """).errors().size());
    assertEquals(1, Compiled.of("""
        type gear = Park | Drive |
        node b(g : gear; x : f32) returns (y : f32) let y = if g = Park then x else 0.0; tel
        """).errors().size());
    assertEquals(1, Compiled.of("""
        const K : f32 = 3 +
        node b(x : f32) returns (y : f32) let y = K * x; tel
        """).errors().size());
  }
}
