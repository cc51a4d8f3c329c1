package mlr.validation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mlr.dialects.AllDialects;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.validation.input.Trace.Instant;
import org.junit.jupiter.api.Test;

/** A node that is run again does what it did without being run, until it is given something else. */
class NodeRunTest {
  private static final String SUM = """
      reactive.node @sum(%x: i32) -> (i32) {
        %zero = arith.constant 0 : i32
        %before = reactive.fby %zero, %sum : i32
        %sum = arith.addi %before, %x : i32
        reactive.return %sum : i32
      }""";

  private static NodeRun run() {
    var module = IrParser.parse(new SourceFile("sum", SUM), AllDialects.registry(), ParserOptions.DEFAULT, new DiagnosticEngine()).orElseThrow();
    return new NodeRun("after", "sum", Metering.copy(module, Set.of("sum")), List.of());
  }

  private static List<Reaction> steps(NodeRun run, long... inputs) {
    run.load();
    var reactions = new ArrayList<Reaction>();
    for (int i = 0; i < inputs.length; i++) {
      reactions.add(run.step(new Instant(i == 0, List.of(inputs[i])), 0, 1000));
    }
    return reactions;
  }

  private static List<Object> outputs(List<Reaction> reactions) {
    return reactions.stream().map(reaction -> ((Outcome.Returned) reaction.outcome()).values().getFirst()).toList();
  }

  @Test
  void whatWasDoneIsNotDoneAgain() {
    var run = run();
    var first = steps(run, 1, 2, 3);
    var again = steps(run.asBefore(), 1, 2, 3);
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i), again.get(i));
    }
  }

  @Test
  void otherInputsAreRunFromTheSameState() {
    var run = run();
    var first = steps(run, 1, 2, 3);
    var other = steps(run.asBefore(), 1, 2, 30, 4);
    assertSame(first.get(1), other.get(1));
    assertEquals(List.of(1L, 3L, 33L, 37L), outputs(other));
    assertEquals(outputs(steps(run(), 1, 2, 30, 4)), outputs(other));
  }

  @Test
  void beyondWhatWasDoneItGoesOn() {
    var run = run();
    var first = steps(run, 1, 2, 3);
    var longer = steps(run.asBefore(), 1, 2, 3, 4, 5);
    assertSame(first.get(2), longer.get(2));
    assertEquals(List.of(1L, 3L, 6L, 10L, 15L), outputs(longer));
  }

  @Test
  void eachLoadingHasItsOwn() {
    var run = run();
    var first = steps(run, 1, 2);
    var second = steps(run, 5, 6);
    var again = run.asBefore();
    assertSame(first.get(1), steps(again, 1, 2).get(1));
    assertSame(second.get(1), steps(again, 5, 6).get(1));
    assertEquals(List.of(1L, 3L), outputs(steps(again, 1, 2)));
  }

  @Test
  void otherAnswersFromOutsideAreAnotherRun() {
    var run = run();
    run.load();
    var first = run.step(new Instant(true, List.of(1L)), 0, 1000);
    var again = run.asBefore();
    again.load();
    assertNotSame(first, again.step(new Instant(true, List.of(1L)), 1, 1000));
  }
}
