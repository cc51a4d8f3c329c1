package mlr.test.lit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The harness itself: a test that is wrong fails, whatever is wrong about it. */
@Tag("lit")
final class LitHarnessTest {
  @TempDir
  Path folder;

  private LitTest test(String... lines) throws IOException {
    Path file = Files.createTempFile(folder, "case", ".mlir");
    Files.write(file, List.of(lines));
    return new LitTest(Project.root(), file);
  }

  private void passes(String... lines) throws IOException {
    assertDoesNotThrow(test(lines)::run);
  }

  private String fails(String... lines) throws IOException {
    return assertThrows(AssertionFailedError.class, test(lines)::run).getMessage();
  }

  @Test
  void aRightCheckPasses() throws IOException {
    passes("// RUN: echo present | FileCheck %s", "// CHECK: present");
    passes("-- RUN: echo present | FileCheck %s", "-- CHECK: present");
  }

  @Test
  void aWrongCheckFails() throws IOException {
    String message = fails("// RUN: echo present | FileCheck %s", "// CHECK: absent");
    assertTrue(message.contains("expected string not found in input"), message);
  }

  @Test
  void aPassThatChangesTheMeaningFails() throws IOException {
    var plugin = Project.root().resolve("test/lit/validation/Inputs/WrongPass.java");
    String message = fails("// RUN: mlr-opt --load-plugin=" + plugin + " --sort-operands %s", "func.func @f(%x: i8, %y: i8) -> i8 {",
        "  %z = arith.subi %x, %y : i8", "  return %z : i8", "}");
    assertTrue(message.contains("pass 'sort-operands' is wrong: function @f computes something else"), message);
  }

  @Test
  void aFileWithoutRunLineFails() throws IOException {
    assertTrue(fails("// CHECK: present").contains("no RUN: line"));
  }

  @Test
  @DisplayName("a command that fails before the last in a pipeline fails the test")
  void pipelinesFailAsAWhole() throws IOException {
    fails("// RUN: not echo present | FileCheck %s", "// CHECK: present");
    fails("// RUN: cat %t.absent | count 0");
  }

  @Test
  void everyRunLineCounts() throws IOException {
    fails("// RUN: true", "// RUN: false");
    fails("// RUN: true && false");
    passes("// RUN: true && not false");
  }

  @Test
  void notWantsAFailureAndNoCrash() throws IOException {
    passes("// RUN: not false");
    fails("// RUN: not true");
    fails("// RUN: not sh -c 'kill -ABRT $$'");
    passes("// RUN: not --crash sh -c 'kill -ABRT $$'");
  }

  @Test
  void expectedFailuresMustFail() throws IOException {
    passes("// XFAIL: *", "// RUN: false");
    fails("// XFAIL: *", "// RUN: true");
  }

  @Test
  void redirectionsReachFiles() throws IOException {
    passes("// RUN: echo one > %t && echo two >> %t && cat < %t | count 2");
    passes("// RUN: sh -c 'echo wrong >&2' 2>&1 | FileCheck %s", "// CHECK: wrong");
    passes("// RUN: sh -c 'echo wrong >&2' 2> %t && cat %t | FileCheck %s", "// CHECK: wrong");
  }

  @Test
  void linesContinueAfterABackslash() throws IOException {
    passes("// RUN: echo present \\", "// RUN:   | FileCheck %s", "// CHECK: present");
  }

  @Test
  void filesAreSplit() throws IOException {
    passes("// RUN: split-file %s %t && cat %t/second | FileCheck %s", "//--- first", "one", "//--- second", "two", "// CHECK: two");
  }

  @Test
  void whatIsNotUnderstoodFails() throws IOException {
    assertTrue(fails("// RUN: echo %x").contains("unknown substitution `%x`"));
    assertTrue(fails("// RUN: true || false").contains("`||` is not supported"));
    assertTrue(fails("// RUN: echo 'open").contains("a quote is not closed"));
    assertTrue(fails("// RUN: no-such-program").contains("program `no-such-program` not found"));
    assertTrue(fails("// REQUIRES: moon", "// RUN: true").contains("`moon`"));
  }

  @Test
  void wordsAreReadAsTheShellDoes() {
    var words = ScriptParser.parse("a 'b c' \"d \\\" e\" f\\ g h\"i\"").pipelines().getFirst().commands().getFirst().words();
    assertEquals(List.of("a", "b c", "d \" e", "f g", "hi"), words);
  }
}
