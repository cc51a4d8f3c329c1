package mlr.ir.text.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.testing.TestIr;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;

/** What is printed reads back with the same names, wherever values are defined. */
class NameTableTest {
  private static void assertPrintsItself(String text) {
    assertEquals(text, IrPrinter.print(TestIr.parse(text), PrintOptions.GENERIC) + "\n");
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  @Test
  void manyResultsOfOneBlock() {
    assertPrintsItself("""
        "builtin.module"() ({
          %0 = "other.op"() : () -> i32
        """ + lines(200, i -> "  %" + (i + 1) + " = \"other.op\"(%" + i + ", %" + i / 2 + ") : (i32, i32) -> i32") + """

        }) : () -> ()
        """);
  }

  @Test
  void operationsWithoutResultsAndWithSeveral() {
    assertPrintsItself("""
        "builtin.module"() ({
          "other.op"() : () -> ()
          %0:2 = "other.op"() : () -> (i32, i64)
          "other.op"(%0#1) : (i64) -> ()
          %1:3 = "other.op"(%0#0) : (i32) -> (i1, i2, i3)
          %2 = "other.op"(%1#2, %1#0) : (i3, i1) -> i32
          "other.op"(%2, %0#0) : (i32, i32) -> ()
        }) : () -> ()
        """);
  }

  @Test
  void argumentsOfSeveralBlocksUsedInOthers() {
    assertPrintsItself("""
        "builtin.module"() ({
          "test.func"() <{sym_name = "f"}> ({
          ^bb0(%arg0: i32, %arg1: i64):
            "test.branch"(%arg0, %arg1)[^bb1] : (i32, i64) -> ()
          ^bb1(%0: i32, %1: i64):  // 2 preds: ^bb0, ^bb1
            %2 = "test.add"(%0, %arg0) : (i32, i32) -> i32
            "test.branch"(%2, %arg1)[^bb2, ^bb1] : (i32, i64) -> ()
          ^bb2(%3: i32, %4: i64):  // pred: ^bb1
            "test.store"(%arg1, %1, %4, %0, %2, %3) : (i64, i64, i64, i32, i32, i32) -> ()
            "test.return"() : () -> ()
          }) : () -> ()
        }) : () -> ()
        """);
  }

  @Test
  void valuesFromRegionsFurtherOut() {
    assertPrintsItself("""
        "builtin.module"() ({
          %0 = "other.op"() : () -> i32
          "other.op"() ({
          ^bb0(%arg0: i32):
            %2:2 = "other.op"(%arg0, %0) : (i32, i32) -> (i32, i32)
            "other.op"() ({
              %3 = "other.op"(%0, %2#1, %arg0) : (i32, i32, i32) -> i32
              "other.op"(%3, %2#0) : (i32, i32) -> ()
            }) : () -> ()
          }) : () -> ()
          %1 = "other.op"(%0) : (i32) -> i32
        }) : () -> ()
        """);
  }

  @Test
  void theResultOfAnOperationInNoBlock() {
    var state = OperationState.of(OpDefinition.unregistered("other.op"), Location.UNKNOWN);
    assertEquals("%0:2 = \"other.op\"() : () -> (i32, i64)", IrPrinter.print(state.results(List.of(IntegerType.I32, IntegerType.I64)).create()));
  }

  @Test
  void namesAreOfOneValueEach() {
    var module = TestIr.parse("""
        %0:2 = "other.op"() : () -> (i32, i32)
        "other.op"() ({
        ^bb0(%a: i32, %b: i32):
          %1 = "other.op"() : () -> i32
        }, {}) : () -> ()
        """);
    var several = TestIr.all(module, "other.op").get(0);
    var inner = TestIr.all(module, "other.op").get(2);
    var argument = inner.requireBlock().argument(1);
    var names = new NameTable();
    names.put(argument, "%b");
    names.put(several.result(1), "%second");
    assertNull(names.get(inner.result()));
    assertNull(names.get(several.result(0)));
    assertFalse(names.has(inner.requireBlock().argument(0)));
    names.put(inner.result(), "%1");
    assertEquals(List.of("%b", "%second", "%1"), List.of(names.get(argument), names.get(several.result(1)), names.get(inner.result())));
  }
}
