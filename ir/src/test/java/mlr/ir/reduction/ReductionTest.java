package mlr.ir.reduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import org.junit.jupiter.api.Test;

/** The smallest IR is found, and tests, which may take long, are not run for nothing. */
class ReductionTest {
  private static final String MODULE = """
      %0 = "t.value"() : () -> i32
      "t.kept"() <"property"> : () -> ()
      "t.kept"() : () -> ()
      "t.kept"() : () -> ()
      "t.dropped"(%0) : (i32) -> ()""";

  private static String text(Operation op) {
    return IrPrinter.print(op, PrintOptions.GENERIC);
  }

  @Test
  void whatIsNotInterestingIsNotPutToTheTestAgain() throws IOException {
    var registry = new DialectRegistry();
    var module = IrParser.parse(new SourceFile("test.mlir", MODULE), registry, ParserOptions.ALLOW_UNREGISTERED, new DiagnosticEngine()).orElseThrow();
    List<String> tested = new ArrayList<>();
    Set<String> rejected = new HashSet<>();
    var reduction = new Reduction(module, op -> {
      tested.add(text(op));
      if (text(op).split("t.kept").length == 4) {
        rejected.clear();
        return true;
      }
      assertTrue(rejected.add(text(op)), () -> "twice: " + text(op));
      return false;
    }, registry);
    var smallest = text(reduction.run());
    assertTrue(smallest.contains("t.kept") && !smallest.contains("property") && !smallest.contains("t.dropped") && !smallest.contains("t.value"), smallest);
    assertEquals(tested.size(), reduction.tests());
  }
}
