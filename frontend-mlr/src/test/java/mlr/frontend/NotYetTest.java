package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the language has and the compiler does not yet: a message that says so at the place, never a syntax error. */
class NotYetTest {
  @ParameterizedTest
  @CsvSource(delimiter = '#', value = {
      "automaton state S do y = x; until c then T state T do y = x; end # 2:1: 'automaton' is not supported yet",
      "switch c case true do y = x; case false do y = x; end; # 2:1: 'switch' is not supported yet",
      "y = grad x wrt x; # 2:5: 'grad' is not supported yet",
      "y = map<<3>> f (x); # 2:5: 'map<<…>>' is not supported yet",
      "y = batch<<3>> x; # 2:5: 'batch<<…>>' is not supported yet",
      "y = last x; # 2:5: 'last' is not supported yet",
      "y = align(x, x); # 2:5: 'align' is not supported yet",
      "y = x.a; # 2:5: records, and so fields such as '.a', are not supported yet",
      "y = x; segment every 3 late do z = x; then q = final z; assert q > x; done # 2:24: 'late' is not supported yet",
      "y = x; segment every 6 do segment every 3 do z = x; assert z > x; done done # 2:35: nested segments are not supported yet",
      "y = x post 0.0; # 2:5: 'post' outside a segment, where nothing makes it recursive (a finite look-ahead), is not supported yet",
  })
  void saysSo(String equation, String message) {
    assertEquals(List.of(message), Compiled.of("node n(x : f32; c : bool) returns (y : f32) let\n" + equation + " tel").errors().stream()
        .filter(e -> e.contains("not supported yet")).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', value = {
      "type pose = { x : f32; y : f32 } # 1:6: record types are not supported yet",
      "node n(x : f32) returns (y : f32) contract assume x > 0.0 guarantee y > 0.0 let y = x; tel # 1:35: contracts are not supported yet",
  })
  void saysSoOfDeclarations(String declaration, String message) {
    assertEquals(List.of(message), Compiled.of(declaration).errors());
  }
}
