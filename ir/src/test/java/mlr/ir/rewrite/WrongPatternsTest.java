package mlr.ir.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassElement;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** Each pattern here breaks a rule; the driver says which pattern and which rule. */
class WrongPatternsTest {
  private static final String CHECKED = "\"test.checked\"() : () -> ()";
  private static final GreedyConfig CHECKING = GreedyConfig.DEFAULT.with(GreedyConfig.Choice.CHECK_PATTERNS, true);

  private static RewritePattern on(String name, RewritePattern.Body<Operation> body) {
    return RewritePattern.on(Operation.class, "test.checked", name, body);
  }

  private static PatternError error(GreedyConfig config, RewritePattern... patterns) {
    return assertThrows(PatternError.class, () -> GreedyRewriter.apply(TestIr.parse(CHECKED), List.of(patterns), config, TestDialect.registry()));
  }

  private static RewritePattern stepping(String name, String from, String to) {
    return on(name, (op, rewriter) -> {
      if (!op.hasAttribute(from)) {
        return false;
      }
      rewriter.modify(op, () -> {
        op.removeAttribute(from);
        op.setAttribute(to, UnitAttr.UNIT);
      });
      return true;
    });
  }

  @Test
  void onlyThePatternsOfTheCycleAreNamed() {
    var start = on("Start", (op, rewriter) -> {
      if (op.hasAttribute("a") || op.hasAttribute("b") || op.hasAttribute("c")) {
        return false;
      }
      rewriter.modify(op, () -> op.setAttribute("a", UnitAttr.UNIT));
      return true;
    });
    var error = error(GreedyConfig.DEFAULT, start, stepping("C to A", "c", "a"), stepping("A to B", "a", "b"), stepping("B to C", "b", "c"));
    assertEquals("rewriting of 'builtin.module' does not end: after 100000 rewrites these undo one another in turn: 'A to B', 'B to C', 'C to A'", error.getMessage());
    assertEquals(1, error.location().filePosition().orElseThrow().line());
  }

  @Test
  void aPatternThatFeedsItselfIsNamed() {
    var growing = on("Again", (op, rewriter) -> {
      rewriter.create(OperationState.of(op.definition(), op.location()));
      return true;
    });
    assertEquals("rewriting of 'builtin.module' does not end: after 100000 rewrites this one still applies, to what it made itself: 'Again'",
        error(GreedyConfig.DEFAULT, growing).getMessage());
  }

  @Test
  void theBudgetGrowsWithTheProgram() {
    var program = "\"test.store\"() : () -> ()\n".repeat(2000) + "\"test.checked\"() {a} : () -> ()";
    var error = assertThrows(EndlessRewrite.class, () -> GreedyRewriter.apply(TestIr.parse(program),
        List.of(stepping("A to B", "a", "b"), stepping("B to A", "b", "a")), TestDialect.registry()));
    assertEquals("rewriting of 'builtin.module' does not end: after 200200 rewrites these undo one another in turn: 'A to B', 'B to A'", error.getMessage());
    assertEquals(2001, error.location().filePosition().orElseThrow().line());
  }

  @Test
  void aLimitStopsWithoutAnError() {
    var module = TestIr.parse("\"test.checked\"() {a} : () -> ()");
    var result = GreedyRewriter.apply(module, List.of(stepping("A to B", "a", "b"), stepping("B to A", "b", "a")), GreedyConfig.DEFAULT.withMaxRewrites(3), TestDialect.registry());
    assertEquals(new GreedyResult(true, List.of("A to B", "B to A")), result);
    assertTrue(TestIr.all(module, "test.checked").getFirst().hasAttribute("b"));
  }

  @Test
  void sayingThatItAppliedWithoutAnyChange() {
    assertEquals("pattern 'Idle' says that it applied to 'test.checked', but changed nothing through the rewriter; return false, or announce the change with PatternRewriter.modify",
        error(GreedyConfig.DEFAULT, on("Idle", (_, _) -> true)).getMessage());
  }

  @Test
  void changesThatComeToNothing() {
    assertEquals("pattern 'Twin' says that it applied to 'test.checked', but the IR is the same as before; it would apply for ever",
        error(CHECKING, on("Twin", (op, rewriter) -> {
          rewriter.replaceOpWith(op, OperationState.of(op.definition(), op.location()));
          return true;
        })).getMessage());
  }

  @Test
  void changingAfterAll() {
    assertEquals("pattern 'Hasty' says that it did not apply to 'test.checked', but it created 'test.checked'; a pattern must look first and change afterwards",
        error(GreedyConfig.DEFAULT, on("Hasty", (op, rewriter) -> {
          rewriter.create(OperationState.of(op.definition(), op.location()));
          return false;
        })).getMessage());
  }

  @Test
  void changingBehindTheRewriter() {
    assertEquals("pattern 'Secret' says that it did not apply to 'test.checked', but the IR is another than before; it changed something without the rewriter",
        error(CHECKING, on("Secret", (op, _) -> {
          op.setAttribute("mark", UnitAttr.UNIT);
          return false;
        })).getMessage());
  }

  @Test
  void rightPatternsPassAllChecks() {
    var module = TestIr.parse("\"test.checked\"() {a} : () -> ()");
    assertEquals(new GreedyResult(true, List.of()), GreedyRewriter.apply(module, List.of(stepping("A to B", "a", "b")), CHECKING, TestDialect.registry()));
  }

  @Test
  void whatTheLastSweepStillChangedIsTold() {
    var module = TestIr.parse("\"test.checked\"() {a} : () -> ()");
    assertEquals(List.of("A to B"), GreedyRewriter.apply(module, List.of(stepping("A to B", "a", "b")), GreedyConfig.DEFAULT.withMaxIterations(1), TestDialect.registry()).unsettled());
  }

  /** In a pass it is an error of ours, with a diagnostic at the operation. */
  @Test
  void aPassWithAWrongPatternBreaksWithADiagnosticAtTheOperation() {
    var definition = PassDefinition.named("wrong").creates(_ -> (op, context) ->
        GreedyRewriter.apply(op, List.of(on("Idle", (_, _) -> true)), GreedyConfig.DEFAULT, context.registry()));
    var pipeline = new Pipeline("builtin.module", List.of(PassElement.of(definition, Map.of())));
    var diagnostics = new DiagnosticEngine();
    assertThrows(InternalPassError.class, () -> new PassManager(pipeline, TestDialect.registry(), diagnostics).run(TestIr.parse(CHECKED)));
    assertTrue(TestIr.messages(diagnostics).getFirst().startsWith("1: pattern 'Idle' says that it applied to 'test.checked'"));
  }
}
