package mlr.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mlr.ir.diagnostics.DiagnosticEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names: what is undefined, defined twice, never defined or never used, in every declaration of a file. */
class ResolutionTest {
  @Test
  void misspeltNamesGetSuggestions() {
    assertEquals(List.of(
        "1:47: undefined variable 'speeed'; did you mean 'speed'?",
        "2:43: undefined node or function 'tahn'; did you mean 'tanh'?",
        "3:12: unknown type 'f23'; did you mean 'f32'?"),
        Compiled.of("""
            node a(speed : f32) returns (y : f32) let y = speeed; tel
            node b(x : f32) returns (y : f32) let y = tahn(x); tel
            node c(x : f23) returns (y : f32) let y = x; tel
            """).errors());
  }

  @Test
  void oneBadDeclarationDoesNotHideTheNext() {
    assertEquals(List.of("1:43: undefined variable 'p'", "2:43: undefined variable 'q'"), Compiled.of("""
        node a(x : f32) returns (y : f32) let y = p; tel
        node b(x : f32) returns (y : f32) let y = q; tel
        """).errors());
  }

  @Test
  void eachVariableIsDefinedOnce() {
    var compiled = Compiled.of("""
        node a(x : f32) returns (y : f32)
        let
          y = x;
          y = x + 1.0;
          x = y;
        tel
        """);
    assertEquals(List.of("4:3: 'y' is defined twice", "5:3: 'x' is an input and cannot be defined"), compiled.errors());
    assertEquals(List.of("3:3: first defined here", "1:8: declared here"), compiled.notes());
  }

  @Test
  void declarationsHaveDifferentNames() {
    var compiled = Compiled.of("const N = 3\ntype t = A | N\nnode N(x : f32) returns (y : f32) let y = x; tel\n");
    assertEquals(List.of("2:14: 'N' is declared twice", "3:6: 'N' is declared twice"), compiled.errors());
    assertEquals(List.of("1:7: first declared here", "1:7: first declared here"), compiled.notes());
  }

  @Test
  void outputsAndDeclaredLocalsNeedDefinitions() {
    var compiled = Compiled.of("""
        node a(x : f32) returns (speed : f32)
        var z : f32;
        let
          sped = x;
        tel
        """);
    assertEquals(List.of("1:26: output 'speed' is never defined", "2:5: 'z' is never defined"), compiled.errors());
    assertEquals(List.of("4:3: 'sped' is defined here; was 'speed' meant?"), compiled.notes());
  }

  @Test
  void unusedLocalsAndUnusedOutputsOfInstancesAreWarnings() {
    assertEquals(List.of("4:7: 'b' is never used", "5:3: 'c' is never used"), Compiled.of("""
        node two(x : f32) returns (p, q : f32) let p = x; q = x; tel
        node a(x : f32) returns (y : f32)
        let
          (y, b) = two(x);
          c = x;
          _d = x;
          (_, e) = two(x);
          assert e > 0.0;
        tel
        """).warnings());
  }

  @Test
  void functionsAreStateless() {
    assertEquals(List.of("1:42: fun 'f' is stateless: 'pre' has memory, so this must be a node"),
        Compiled.of("fun f(x : f32) returns (y : f32) let y = pre x; tel").errors());
  }

  @Test
  void recursionIsRefused() {
    assertEquals(List.of("1:43: the recursion of 'f' has no end: an instance of it contains another"),
        Compiled.of("node f(x : f32) returns (y : f32) let y = f(x); tel").errors());
  }

  @Test
  void aVariableDefinedAsItselfIsACausalityCycle() {
    assertEquals(List.of("4:3: causality cycle: 'b' is defined by itself at the same instant"), Compiled.of("""
        node f(x : f32) returns (a, b : f32)
        let
          a = b;
          b = a;
        tel
        """).errors());
  }

  @Test
  void clocksInInterfacesNameOtherPorts() {
    assertEquals(List.of("1:31: the clock of 'x' is named by another input or output, and none is called 'd'; did you mean 'D'?",
        "2:39: 'c' is a clock condition here and must be bool, not f32"), Compiled.of("""
        node f(D : bool; x : f32 when d) returns (y : f32) let y = x; tel
        node g(c : f32) returns (y : f32 when c) let y = c; tel
        """).errors());
  }

  @Test
  void importsComeFromTheFolderAndTheSearchPath(@TempDir Path folder) throws IOException {
    var library = Files.createDirectory(folder.resolve("library"));
    Files.writeString(library.resolve("filters.mlr"), "fun half(x : f32) returns (y : f32) let y = 0.5 * x; tel\n");
    Files.writeString(folder.resolve("main.mlr"), "import filters\nimport tensor\nnode n(x : f32) returns (y : f32) let y = half(x); tel\n");
    var engine = new DiagnosticEngine();
    var found = MlrFrontend.check(new Source.File(folder.resolve("main.mlr")), FrontendOptions.defaults().withSearchPath(List.of(library)), engine);
    assertEquals(List.of(), engine.all());
    assertEquals(List.of("half", "n"), List.copyOf(found.orElseThrow().nodes().keySet()));
    MlrFrontend.check(new Source.File(folder.resolve("main.mlr")), FrontendOptions.defaults(), engine);
    assertEquals(List.of("no module 'filters': there is no file filters.mlr beside this one"), engine.all().stream().map(d -> d.message()).toList());
  }

  @Test
  void filesThatCannotBeReadAreReported(@TempDir Path folder) throws IOException {
    var engine = new DiagnosticEngine();
    var missing = folder.resolve("none.mlr");
    var binary = Files.write(folder.resolve("binary.mlr"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    MlrFrontend.check(new Source.File(missing), FrontendOptions.defaults(), engine);
    MlrFrontend.check(new Source.File(binary), FrontendOptions.defaults(), engine);
    assertEquals(List.of("there is no file '" + missing + "'", "'" + binary + "' is not UTF-8 text"),
        engine.all().stream().map(d -> d.message()).toList());
  }

  @Test
  void aVariableMayHaveTheNameOfAFunction() {
    assertTrue(Compiled.of("node f(a, b : i32) returns (max : i32) let max = max(a, b); tel").emits("arith.select"));
    assertEquals(List.of("1:46: 'a' is a variable and cannot be called"), Compiled.of("node f(a, b : i32) returns (c : i32) let c = a(b); tel").errors());
  }
}
