package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarative formats read what they print; those that equal upstream's are held against it in {@link UpstreamTextTest}. */
class DeclarativeFormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"test.pieces anonymous", "test.pieces flagged anonymous", "test.pieces count = 3<\"x\">", "test.pieces flagged anonymous {other = 1 : i32}",
      "test.region {\n  } {a}", "test.region {\n    %0 = arith.constant 1.000000e+00 : f64\n    ^bb1:\n    test.region {\n    }\n  }"})
  void printsWhatItReads(String text) {
    // Blocks stand two columns left of their operations.
    var laidOut = "module {\n  " + text.replace("    ^bb1:", "  ^bb1:  // no predecessors").replace("%0", "%cst") + "\n}\n\n";
    assertEquals(laidOut, Reading.print(Reading.module("module {\n" + text + "\n}"), PrintOptions.DEFAULT));
  }

  @Test
  void operandsOfSeveralGroups() {
    var text = """
        module {
          %0:2 = "x.y"() : () -> (i32, f32)
          %1 = test.segments %0#0, %0#1 | %0#0 : (i32, f32, i32) -> i8
        }

        """;
    var module = Reading.module(text);
    assertEquals(text, Reading.print(module, PrintOptions.DEFAULT));
    assertEquals("array<i32: 2, 1>", module.body().last().orElseThrow().attribute(OpDefinition.OPERAND_SEGMENTS).orElseThrow().toString());
  }

  @Test
  void anOptionalOperandKeepsItsType() {
    var text = "module {\n  %0 = \"x.y\"() : () -> i32\n  test.pieces anonymous %0 : i32\n}\n\n";
    assertEquals(text, Reading.print(Reading.module(text), PrintOptions.DEFAULT));
  }

  @Test
  void defaultValuesAreLeftOut() {
    var module = Reading.module("\"test.pieces\"() <{count = 7 : i32, flag}> : () -> ()");
    var op = module.body().first().orElseThrow();
    assertEquals(IntegerAttr.i32(7), op.attribute("count").orElseThrow());
    assertEquals(UnitAttr.UNIT, op.attribute("flag").orElseThrow());
    assertEquals("module {\n  test.pieces flagged anonymous\n}\n\n", Reading.print(module, PrintOptions.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$nothing", "`x", "frobnicate", "(`x`)?", "$x"})
  void aBrokenFormatIsOurError(String format) {
    var builder = OpDefinition.named("test.broken", Operation.class, Operation::new);
    builder.operand("x", Types.ANY);
    var definition = builder.assembly(format).build();
    assertThrows(IllegalArgumentException.class, () -> {
      var registry = TwinDialect.registry().register("test", () -> new TwinDialect("test", List.of(definition)));
      Reading.module("%0 = \"a.b\"() : () -> i32\ntest.broken %0 : i32", registry);
    });
  }

  @Test
  void aBrokenOperationPrintsGenerically() {
    var op = OperationState.of(TwinDialect.registry().operation("arith.addi").orElseThrow(), Location.UNKNOWN).create();
    assertEquals("\"arith.addi\"() : () -> ()", op.toString());
  }
}
