package mlr.ir.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import mlr.ir.OperationState;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestDialect.Add;
import mlr.ir.testing.TestDialect.Delay;
import mlr.ir.testing.TestDialect.Function;
import mlr.ir.testing.TestDialect.Negate;
import mlr.ir.testing.TestDialect.Store;
import mlr.ir.testing.TestIr;
import mlr.ir.types.IntegerType;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;

/** The conversions here turn i32 into i64, and additions into negations of negations. */
class ConversionTest {
  private static final TypeConverter WIDEN = new TypeConverter().rule(Optional::of)
      .rule(IntegerType.class, type -> type.equals(IntegerType.I32) ? IntegerType.I64 : type);

  private static final ConversionPattern ADD = ConversionPattern.on(Add.class, "test.add", "WidenAdd", (add, operands, rewriter) -> {
    rewriter.replaceOp(add, rewriter.create(Add.DEFINITION, add.location(), operands.get(0), operands.get(1)).result());
    return MatchResult.applied();
  });

  private static final ConversionPattern FUNCTION = ConversionPattern.on(Function.class, "test.func", "WidenArguments", (function, _, rewriter) ->
      rewriter.convertArguments(function.region(0)) ? MatchResult.applied() : MatchResult.failure("an argument has no conversion"));

  private static final ConversionPattern STORE = ConversionPattern.on(Store.class, "test.store", "WidenStore", (store, operands, rewriter) -> {
    rewriter.modify(store, () -> store.setOperands(operands));
    return MatchResult.applied();
  });

  private static ConversionTarget wideOnly() {
    return new ConversionTarget().legalDialects("test")
        .dynamicallyLegalOp(Add.DEFINITION, op -> WIDEN.areLegal(op.resultTypes()))
        .dynamicallyLegalOp(Store.DEFINITION, op -> op.operands().stream().allMatch(v -> WIDEN.isLegal(v.type())))
        .dynamicallyLegalOp(Function.DEFINITION, op -> op.region(0).blocks().stream().allMatch(b -> b.arguments().stream().allMatch(a -> WIDEN.isLegal(a.type()))));
  }

  private final DiagnosticEngine diagnostics = new DiagnosticEngine();

  private static final String FUNCTION_TEXT = """
      "test.func"() ({
      ^bb0(%a: i32, %b: i32):
        %0 = "test.add"(%a, %b) : (i32, i32) -> i32
        %1 = "test.add"(%0, %a) : (i32, i32) -> i32
        "test.store"(%1) : (i32) -> ()
        "test.return"() : () -> ()
      }) {sym_name = "f"} : () -> ()
      """;

  @Test
  void convertedTypesMeetWithoutCasts() {
    var module = TestIr.parse(FUNCTION_TEXT);
    assertTrue(Conversion.applyPartial(module, wideOnly(), List.of(ADD, FUNCTION, STORE), WIDEN, diagnostics), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "add", "add", "store", "return"), TestIr.names(module));
    assertEquals(IntegerType.I64, TestIr.all(module, "test.store").getFirst().operand(0).type());
    assertTrue(Verifier.verify(module, diagnostics));
  }

  @Test
  void usesBeforeDefinitionsMeetWithoutCasts() {
    var module = TestIr.parse("""
        "test.graph"() ({
          %0 = "test.add"(%1, %1) : (i32, i32) -> i32
          %1 = "test.add"(%0, %0) : (i32, i32) -> i32
          "test.return"() : () -> ()
        }) : () -> ()
        """);
    assertTrue(Conversion.applyPartial(module, wideOnly(), List.of(ADD), WIDEN, diagnostics), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("graph", "add", "add", "return"), TestIr.names(module));
  }

  @Test
  void remainingUsesOfOldTypesGetMaterializations() {
    var module = TestIr.parse(FUNCTION_TEXT);
    var target = wideOnly().legalOps(Store.DEFINITION);
    var converter = new TypeConverter().rule(WIDEN::convert).materialization((builder, type, value, location) ->
        Optional.of(builder.create(OperationState.of(mlr.ir.definition.OpDefinition.unregistered("test.narrow"), location).operand(value).result(type)).result()));
    assertTrue(Conversion.applyPartial(module, target, List.of(ADD, FUNCTION), converter, diagnostics));
    assertEquals(List.of("func", "add", "add", "narrow", "store", "return"), TestIr.names(module));
  }

  @Test
  void castsThatRemainAreErrors() {
    var module = TestIr.parse(FUNCTION_TEXT);
    assertFalse(Conversion.applyPartial(module, wideOnly().legalOps(Store.DEFINITION), List.of(ADD, FUNCTION), WIDEN, diagnostics));
    assertEquals(List.of("4: failed to legalize unresolved materialization from (i64) to (i32) that remained live after conversion",
        "note 5: see existing live user here: test.store"), TestIr.messages(diagnostics));
  }

  @Test
  void everyIllegalOperationLeftIsExplained() {
    var module = TestIr.parse("""
        "test.func"() ({
        ^bb0(%a: i32):
          %0 = "test.negate"(%a) : (i32) -> i32
          %1 = "test.delay"(%0) : (i32) -> i32
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    var refusing = ConversionPattern.on(Negate.class, "test.negate", "ConvertNegate", (_, _, _) -> MatchResult.failure("the operand is not constant"));
    var target = new ConversionTarget().legalDialects("test").illegalOps(Negate.DEFINITION, Delay.DEFINITION);
    assertFalse(Conversion.applyFull(module, target, List.of(refusing), TypeConverter.identity(), diagnostics));
    assertEquals(List.of(
        "3: failed to legalize operation 'test.negate' that was explicitly marked illegal",
        "note 3: its types are (i32) -> (i32)",
        "note 3: pattern 'ConvertNegate' does not apply: the operand is not constant",
        "4: failed to legalize operation 'test.delay' that was explicitly marked illegal",
        "note 4: its types are (i32) -> (i32)",
        "note 4: no pattern converts 'test.delay'"), TestIr.messages(diagnostics));
  }

  @Test
  void whatPatternsCreateIsConvertedInTurn() {
    var module = TestIr.parse("""
        %0 = "test.delay"(%0) : (i32) -> i32
        """);
    var toNegate = ConversionPattern.on(Delay.class, "test.delay", "DelayToNegate", (op, operands, rewriter) -> {
      var negated = rewriter.create(Negate.DEFINITION, op.location(), operands.getFirst());
      op.result().replaceAllUsesWith(negated.result());
      rewriter.eraseOp(op);
      return MatchResult.applied();
    });
    var toStore = ConversionPattern.on(Negate.class, "test.negate", "NegateToStore", (op, _, rewriter) -> {
      rewriter.create(Store.DEFINITION, op.location(), List.of(), List.of());
      op.setOperands(List.of());
      rewriter.eraseOp(op);
      return MatchResult.applied();
    });
    var target = new ConversionTarget().illegalDialects("test").legalOps(Store.DEFINITION);
    assertTrue(Conversion.applyFull(module, target, List.of(toNegate, toStore), TypeConverter.identity(), diagnostics));
    assertEquals(List.of("store"), TestIr.names(module));
  }

  @Test
  void fullConversionAcceptsNothingUnsaid() {
    ModuleOp module = TestIr.parse("\"test.store\"() : () -> ()");
    assertTrue(Conversion.applyPartial(module, new ConversionTarget(), List.of(), TypeConverter.identity(), diagnostics));
    assertFalse(Conversion.applyFull(module, new ConversionTarget(), List.of(), TypeConverter.identity(), diagnostics));
    assertEquals("1: failed to legalize operation 'test.store'", TestIr.messages(diagnostics).getFirst());
  }
}
