package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mlr.dialects.AllDialects;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassElement;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import org.junit.jupiter.api.Test;

/** A pass on functions is checked function by function, with what they call. */
class NestedPassTest {
  private static final String MODULE = """
      func.func @first(%x: i32) -> i32 {
        %y = func.call @twice(%x) : (i32) -> i32
        %z = arith.subi %y, %x : i32
        return %z : i32
      }
      func.func private @twice(%x: i32) -> i32 {
        %y = arith.addi %x, %x : i32
        return %y : i32
      }""";

  /** Swaps the operands of the operations of one kind. */
  private static PassElement swapping(String name) {
    return PassElement.of(PassDefinition.named("swap").creates((op, _) -> op.walk(inner -> {
      if (inner.name().equals(name)) {
        var first = inner.operand(0);
        inner.setOperand(0, inner.operand(1));
        inner.setOperand(1, first);
      }
    })), Map.of());
  }

  private static void run(PassElement pass, DiagnosticEngine diagnostics) {
    var pipeline = new Pipeline("builtin.module", List.of(new Pipeline("func.func", List.of(pass))));
    assertTrue(new PassManager(pipeline, AllDialects.registry(), diagnostics, List.of(new PassValidation(2))).run(Planted.parse(MODULE)));
  }

  @Test
  void theFunctionThatChangedIsNamed() {
    var diagnostics = new DiagnosticEngine();
    assertThrows(InternalPassError.class, () -> run(swapping("arith.subi"), diagnostics));
    var text = new DiagnosticPrinter(new SourceManager()).print(diagnostics);
    assertTrue(text.contains("pass 'swap' is wrong: function @first computes something else: result 0 is 1 before and -1 after"), text);
  }

  @Test
  void whatIsEqualByMeaningIsAccepted() {
    var diagnostics = new DiagnosticEngine();
    run(swapping("arith.addi"), diagnostics);
    assertEquals(0, diagnostics.errorCount());
  }
}
