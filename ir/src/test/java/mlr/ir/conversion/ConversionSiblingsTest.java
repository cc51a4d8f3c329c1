package mlr.ir.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.EndlessRewrite;
import mlr.ir.testing.TestDialect.Checked;
import mlr.ir.testing.TestDialect.Function;
import mlr.ir.testing.TestDialect.Return;
import mlr.ir.testing.TestDialect.Store;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** Patterns may change what stands beside the operation that they are for: here one does so at the top, while another converts stores. */
class ConversionSiblingsTest {
  private static final String TEXT = """
      "test.checked"() : () -> ()
      "test.func"() ({
        "test.store"() : () -> ()
        "test.return"() : () -> ()
      }) {sym_name = "f"} : () -> ()
      "test.store"() : () -> ()
      """;

  private ModuleOp module = TestIr.parse(TEXT);
  private final DiagnosticEngine diagnostics = new DiagnosticEngine();
  private final List<Operation> stores = new ArrayList<>();

  /** Converts every store to {@code other.stored}, and does as {@code change} says with what it finds at the top first. */
  private boolean convert(BiConsumer<Operation, ConversionRewriter> change) {
    var first = ConversionPattern.on(Checked.class, "test.checked", "ChangeSiblings", (op, _, rewriter) -> {
      change.accept(op, rewriter);
      rewriter.eraseOp(op);
      return MatchResult.applied();
    });
    var store = ConversionPattern.on(Store.class, "test.store", "StoreToOther", (op, _, rewriter) -> {
      stores.add(op);
      rewriter.create(stored(op));
      rewriter.eraseOp(op);
      return MatchResult.applied();
    });
    var target = new ConversionTarget().legalOps(Function.DEFINITION, Return.DEFINITION).legalDialects("other").illegalOps(Checked.DEFINITION, Store.DEFINITION);
    return Conversion.applyFull(module, target, List.of(first, store), TypeConverter.identity(), diagnostics);
  }

  private static OperationState stored(Operation op) {
    return OperationState.of(OpDefinition.unregistered("other.stored"), op.location());
  }

  private Operation function() {
    return TestIr.all(module, "test.func").getFirst();
  }

  @Test
  void allAreConverted() {
    assertTrue(convert((_, _) -> {}), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "other.stored", "return", "other.stored"), TestIr.names(module));
  }

  @Test
  void whatIsMadeFurtherDownIsConvertedOnce() {
    assertTrue(convert((op, rewriter) -> {
      rewriter.builder().setInsertionPointToEnd(module.body());
      rewriter.create(OperationState.of(Store.DEFINITION, op.location()));
      rewriter.builder().setInsertionPointToStart(function().region(0).entry());
      rewriter.create(OperationState.of(Store.DEFINITION, op.location()));
    }), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "other.stored", "other.stored", "return", "other.stored", "other.stored"), TestIr.names(module));
    assertEquals(4, stores.size());
  }

  @Test
  void copiesOfOthersAreConverted() {
    assertTrue(convert((op, rewriter) -> {
      var copy = function().copy(new IrMapping());
      copy.insertAfter(module.body().last().orElseThrow());
      rewriter.created(copy);
    }), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "other.stored", "return", "other.stored", "func", "other.stored", "return"), TestIr.names(module));
  }

  @Test
  void whatIsErasedIsNotConverted() {
    assertTrue(convert((_, rewriter) -> rewriter.eraseOp(function())));
    assertEquals(List.of("other.stored"), TestIr.names(module));
    assertEquals(1, stores.size());
  }

  @Test
  void whatIsErasedInAnotherIsNotConverted() {
    assertTrue(convert((_, rewriter) -> rewriter.eraseOp(TestIr.all(module, "test.store").getFirst())));
    assertEquals(List.of("func", "return", "other.stored"), TestIr.names(module));
    assertEquals(1, stores.size());
  }

  @Test
  void whatIsErasedInTheSameOneIsNotConverted() {
    module = TestIr.parse("""
        "test.func"() ({
          "test.checked"() : () -> ()
          "test.store"() : () -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """);
    assertTrue(convert((op, rewriter) -> rewriter.eraseOp(op.nextInBlock().orElseThrow())));
    assertEquals(List.of("func", "return"), TestIr.names(module));
    assertEquals(List.of(), stores);
  }

  @Test
  void whatIsMovedIsConverted() {
    assertTrue(convert((op, rewriter) -> {
      rewriter.moveBefore(module.body().last().orElseThrow(), op);
      rewriter.moveBefore(TestIr.all(function(), "test.store").getFirst(), op);
    }), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("other.stored", "other.stored", "func", "return"), TestIr.names(module));
  }

  @Test
  void bodiesThatMoveAreConverted() {
    assertTrue(convert((op, rewriter) -> {
      var function = function();
      var other = rewriter.create(OperationState.of(Function.DEFINITION, op.location()).attributes(function.attributes().asMap()).region(new Region()));
      rewriter.inlineRegion(function.region(0), other.region(0));
      rewriter.eraseOp(function);
    }), () -> TestIr.messages(diagnostics).toString());
    assertEquals(List.of("func", "other.stored", "return", "other.stored"), TestIr.names(module));
  }

  @Test
  void whatNoPatternConvertsInALaterOneIsSaid() {
    assertFalse(convert((op, rewriter) -> {
      rewriter.builder().setInsertionPoint(function());
      rewriter.create(OperationState.of(OpDefinition.unregistered("unknown.op"), op.location()));
    }));
    assertEquals("1: failed to legalize operation 'unknown.op'", TestIr.messages(diagnostics).getFirst());
  }

  @Test
  void theSizeOfTheWholeProgramLimitsRewrites() {
    module = TestIr.parse("\"test.checked\"() : () -> ()\n" + "\"test.store\"() : () -> ()\n".repeat(1499));
    var error = assertThrows(EndlessRewrite.class, () -> convert((op, rewriter) -> rewriter.create(OperationState.of(Checked.DEFINITION, op.location()))));
    assertEquals("rewriting of 'builtin.module' does not end: after 1500000 rewrites this one still applies, to what it made itself: 'ChangeSiblings'", error.getMessage());
  }
}
