package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Syntax errors: several in one run, each at its place and with what was expected. */
class SyntaxTest {
  @Test
  void severalErrorsInOneRun() {
    assertEquals(List.of(
        "3:11: expected an expression but found ';'",
        "4:8: expected ';' after 'x'",
        "7:10: expected ',' or ':' but found 'f32'",
        "9:1: expected a declaration (node, fun, const, type, param, extern, import) but found 'nod'"),
        Compiled.of("""
            node a(x : f32) returns (y : f32)
            let
              y = x + ;
              z = x
              w = x;
            tel
            node b(x f32) returns (y : f32)
            let y = x; tel
            nod c
            """).errors());
  }

  @Test
  void spellingsOfOtherLanguagesGetAHint() {
    assertEquals(List.of("1:17: the outputs of a node follow the word 'returns', not '->'"),
        Compiled.of("node f(x : f32) -> (y : f32) let y = x; tel").errors());
    assertEquals(List.of("1:47: equality is written '=', as definition is, not '=='"),
        Compiled.of("node f(x : i32) returns (y : bool) let y = x == 3; tel").errors());
    assertEquals(List.of("1:51: a clock condition is a name: give the expression one, as in c = …, and write 'when c'"),
        Compiled.of("node f(x : i32) returns (y : i32) let y = x when (x > 3); tel").errors());
  }

  @Test
  void strangeCharactersAndOpenComments() {
    assertEquals(List.of("1:11: the character '$' has no meaning in MLR"), Compiled.of("const N = $ 3").errors());
    assertEquals(List.of("2:1: this comment is never closed: '*)' is missing"), Compiled.of("const N = 3\n(* a (* b *)").errors());
  }

  @Test
  void commentsNest() {
    assertEquals(List.of(), Compiled.of("(* a (* b *) c *) const N = 3 -- rest\n").errors());
  }

  @Test
  void aFloatHasDigitsOnBothSidesOfItsPoint() {
    assertTrue(Compiled.of("node n(x : f32) returns (y : f32) let y = 1. + x; tel").errors().getFirst().startsWith("1:"));
    assertEquals(List.of(), Compiled.of("node n(x : f32) returns (y : f32) let y = 1.0e-3 + 2e5 + x; tel").errors());
  }

  @Test
  void periodicWordsAreMadeOfZerosAndOnes() {
    assertEquals(List.of("1:50: a periodic word is made of the digits 0 and 1, as in 0(01), not '02'"),
        Compiled.of("node n(x : f32) returns (y : f32) let y = x when 0(02); tel").errors());
  }

  @Test
  void headerWordsStandOnce() {
    assertEquals(List.of("1:73: 'resume' stands twice in this segment's header"),
        Compiled.of("node n(x : f32) returns (y : f32) let segment every 3 as e resume       resume do y = x; done tel").errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"post", "final", "initial", "all", "next", "max", "as", "map", "over", "in", "resume", "late", "carry", "param", "segment",
      "done", "on", "default", "grad", "wrt", "scan", "batch"})
  void newWordsAreNamesToo(String word) {
    assertEquals(List.of(), Compiled.of("node n(%1$s : i32) returns (y : i32) let y = %1$s + 1 - %1$s; tel".formatted(word)).errors());
    assertEquals(List.of(), Compiled.of("node n(x : i32) returns (%1$s : i32) let %1$s = x; tel".formatted(word)).errors());
  }

  @Test
  void deepNestingIsRefused() {
    var deep = "node n(x : f32) returns (y : f32) let y = " + "(".repeat(5000) + "x" + ")".repeat(5000) + "; tel";
    assertEquals(List.of("1:2043: expressions nest more than 2000 deep here"), Compiled.of(deep).errors());
  }
}
