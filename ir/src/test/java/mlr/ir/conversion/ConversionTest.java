package mlr.ir.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
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
        Optional.of(builder.create(OperationState.of(OpDefinition.unregistered("test.narrow"), location).operand(value).result(type)).result()));
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

  @Test
  void whatMakesAnOperationLegalAndWhoMadeItIsSaid() {
    var module = TestIr.parse("%0 = \"test.delay\"(%0) : (i32) -> i32");
    var toNegate = ConversionPattern.on(Delay.class, "test.delay", "DelayToNegate", (op, operands, rewriter) -> {
      rewriter.replaceOp(op, rewriter.create(Negate.DEFINITION, op.location(), operands.getFirst()).result());
      return MatchResult.applied();
    });
    var target = new ConversionTarget().illegalDialects("test").dynamicallyLegalOp(Negate.DEFINITION, op -> WIDEN.areLegal(op.resultTypes()), "its result is 64 bits wide");
    assertFalse(Conversion.applyFull(module, target, List.of(toNegate), TypeConverter.identity(), diagnostics));
    assertEquals(List.of(
        "1: failed to legalize operation 'test.negate'",
        "note 1: its types are (i32) -> (i32)",
        "note 1: it is legal only if its result is 64 bits wide",
        "note 1: it was made by pattern 'DelayToNegate'",
        "note 1: no pattern converts 'test.negate'"), TestIr.messages(diagnostics));
  }

  /** Each i64 becomes its two halves. */
  private static final TypeConverter SPLIT = new TypeConverter().rule(Optional::of)
      .severalRule(IntegerType.class, type -> type.equals(IntegerType.I64) ? List.of(IntegerType.I32, IntegerType.I32) : List.of(type));

  private static final ConversionPattern SPLIT_ADD = ConversionPattern.onSeveral(Add.class, "test.add", "SplitAdd", (add, operands, rewriter) -> {
    var parts = new ArrayList<Value>();
    for (int i = 0; i < operands.getFirst().size(); i++) {
      parts.add(rewriter.create(Add.DEFINITION, add.location(), operands.get(0).get(i), operands.get(1).get(i)).result());
    }
    rewriter.replaceOpWithSeveral(add, List.of(parts));
    return MatchResult.applied();
  });

  private static final ConversionPattern SPLIT_STORE = ConversionPattern.onSeveral(Store.class, "test.store", "SplitStore", (store, operands, rewriter) -> {
    rewriter.modify(store, () -> store.setOperands(operands.stream().flatMap(List::stream).toList()));
    return MatchResult.applied();
  });

  private static final ConversionPattern SPLIT_FUNCTION = ConversionPattern.on(Function.class, "test.func", "SplitArguments", (function, _, rewriter) ->
      rewriter.convertArguments(function.region(0)) ? MatchResult.applied() : MatchResult.failure("an argument has no conversion"));

  private static ConversionTarget withoutLongs() {
    return new ConversionTarget().dynamicallyLegalDialect("test", op -> SPLIT.areLegal(op.resultTypes())
        && op.operands().stream().allMatch(v -> SPLIT.isLegal(v.type()))
        && op.regions().stream().allMatch(r -> r.blocks().stream().allMatch(b -> b.arguments().stream().allMatch(a -> SPLIT.isLegal(a.type())))));
  }

  private static final String LONG_TEXT = """
      "test.func"() ({
      ^bb0(%a: i64, %c: i8, %b: i64):
        %0 = "test.add"(%a, %b) : (i64, i64) -> i64
        %1 = "test.add"(%0, %a) : (i64, i64) -> i64
        "test.store"(%1, %c) : (i64, i8) -> ()
        "test.return"() : () -> ()
      }) {sym_name = "f"} : () -> ()
      """;

  @Test
  void aTypeMayBecomeSeveral() {
    var module = TestIr.parse(LONG_TEXT);
    assertTrue(Conversion.applyPartial(module, withoutLongs(), List.of(SPLIT_ADD, SPLIT_STORE, SPLIT_FUNCTION), SPLIT, diagnostics), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "add", "add", "add", "add", "store", "return"), TestIr.names(module));
    var block = TestIr.all(module, "test.func").getFirst().region(0).entry();
    assertEquals(List.of(IntegerType.I32, IntegerType.I32, IntegerType.I8, IntegerType.I32, IntegerType.I32), block.arguments().stream().map(Value::type).toList());
    var store = TestIr.all(module, "test.store").getFirst();
    assertEquals(List.of(IntegerType.I32, IntegerType.I32, IntegerType.I8), store.operands().stream().map(Value::type).toList());
    assertEquals(block.argument(2), store.operand(2));
    assertEquals(List.of(block.argument(0), block.argument(3)), TestIr.all(module, "test.add").getFirst().operands());
    assertTrue(Verifier.verify(module, diagnostics));
  }

  @Test
  void aPatternForOneValueRefusesSeveral() {
    var module = TestIr.parse(LONG_TEXT);
    assertFalse(Conversion.applyPartial(module, withoutLongs(), List.of(ADD, SPLIT_FUNCTION), SPLIT, diagnostics));
    assertTrue(TestIr.messages(diagnostics).contains("note 3: pattern 'WidenAdd' does not apply: operand #0 becomes 2 values, and it takes one"));
  }

  @Test
  void eachDirectionHasItsMaterialization() {
    var module = TestIr.parse(LONG_TEXT);
    var converter = new TypeConverter().rule(Optional::of).severalRule(IntegerType.class, type -> SPLIT.convertToSeveral(type).orElseThrow())
        .severalMaterialization(TypeConverter.Kind.SOURCE, materialization("test.join_result"))
        .severalMaterialization(TypeConverter.Kind.ARGUMENT, materialization("test.join_argument"))
        .severalMaterialization(TypeConverter.Kind.TARGET, materialization("test.split"));
    // The first sum stays as it is, so its operands are joined and its result is split.
    var first = TestIr.all(module, "test.add").getFirst();
    var target = withoutLongs().dynamicallyLegalOp(Add.DEFINITION, add -> add == first || SPLIT.areLegal(add.resultTypes())).legalOps(Store.DEFINITION);
    assertTrue(Conversion.applyPartial(module, target, List.of(SPLIT_ADD, SPLIT_FUNCTION), converter, diagnostics), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "join_argument", "join_argument", "add", "split", "add", "add", "join_result", "store", "return"), TestIr.names(module));
    assertTrue(Verifier.verify(module, diagnostics));
  }

  private static TypeConverter.SeveralMaterialization materialization(String name) {
    return (builder, types, values, location) ->
        Optional.of(List.copyOf(builder.create(OperationState.of(OpDefinition.unregistered(name), location).operands(values).results(types)).results()));
  }

  @Test
  void aValueMayBecomeNone() {
    var module = TestIr.parse("""
        "test.func"() ({
        ^bb0(%a: i64, %b: i8):
          "test.store"(%a, %b) : (i64, i8) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    var dropping = new TypeConverter().rule(Optional::of)
        .severalRule(IntegerType.class, type -> type.equals(IntegerType.I64) ? List.of() : List.of(type));
    assertTrue(Conversion.applyPartial(module, withoutLongs(), List.of(SPLIT_STORE, SPLIT_FUNCTION), dropping, diagnostics), () -> TestIr.messages(diagnostics).toString());
    assertEquals(1, TestIr.all(module, "test.store").getFirst().operandCount());
    assertEquals(List.of("func", "store", "return"), TestIr.names(module));
  }
}
