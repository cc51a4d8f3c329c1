package mlr.ir.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.ir.Location;
import org.junit.jupiter.api.Test;

/** Expectations in comments are met by diagnostics of their kind, line and message, each once. */
class ExpectedDiagnosticsTest {
  private static List<String> check(String text, Diagnostic... produced) {
    var engine = new DiagnosticEngine();
    for (var diagnostic : produced) {
      engine.report(diagnostic);
    }
    return ExpectedDiagnostics.of(new SourceFile("t.mlir", text)).check(engine).stream().map(d -> d.location() + " " + d.message()).toList();
  }

  private static Diagnostic error(int line, String message) {
    return new Diagnostic(Severity.ERROR, Location.at("t.mlir", line, 3), message);
  }

  @Test
  void placesAreRelative() {
    assertEquals(List.of(), check("""
        // expected-error@+1 {{one}}
        foo
        bar // expected-error {{two}}
        // expected-error@-1 {{three}}
        plain
        // expected-error@above {{four}}
        // expected-error@below {{five}}
        // expected-error @below {{six}}
        baz
        """, error(2, "has one thing"), error(3, "two"), error(3, "three"), error(5, "four"), error(9, "five"), error(9, "six")));
  }

  @Test
  void expressionsCountsNotesAndUnknownPlaces() {
    var withNote = error(1, "x").note(Location.at("t.mlir", 2, 1), "see here");
    assertEquals(List.of(), check("// expected-error {{x}}\n// expected-note {{see}}\n// expected-error-re {{value {{[0-9]+}} (of 3)}}\n// expected-error 2 {{twice}}\n"
        + "// expected-warning@unknown {{nowhere}}\n", withNote, error(3, "value 17 (of 3)"), error(4, "twice"), error(4, "twice"), new Diagnostic(Severity.WARNING, Location.UNKNOWN, "nowhere")));
  }

  @Test
  void differencesAreReported() {
    assertEquals(List.of("\"t.mlir\":2:3 unexpected error: one", "\"t.mlir\":1:4 expected error \"one\" was not produced"), check("// expected-error {{one}}\n", error(2, "one")));
    assertEquals(List.of("\"t.mlir\":1:3 unexpected error: one"), check("// expected-error {{one}}\n", error(1, "one"), error(1, "one")));
    assertEquals(List.of("\"t.mlir\":1:3 unexpected error: one", "\"t.mlir\":1:4 expected warning \"one\" was not produced"), check("// expected-warning {{one}}\n", error(1, "one")));
  }
}
