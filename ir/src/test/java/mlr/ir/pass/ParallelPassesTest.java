package mlr.ir.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.instrumentation.DumpPlace;
import mlr.ir.pass.instrumentation.PrintInstrumentation;
import mlr.ir.pass.instrumentation.PrintSelection;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** Passes on several operations run at the same time, and nobody can tell from what comes out. */
class ParallelPassesTest {
  private static final int FUNCTIONS = 200;
  private static final String PROGRAM = IntStream.range(0, FUNCTIONS)
      .mapToObj(i -> "\"test.func\"() ({ \"test.return\"() : () -> () }) {sym_name = \"f" + i + "\"} : () -> ()\n").collect(Collectors.joining());

  private static int number(Operation op) {
    return Integer.parseInt(SymbolTable.nameOf(op).orElseThrow().substring(1));
  }

  /** Takes longer on earlier functions, fails on some, says something everywhere. */
  private static void work(Operation op, PassContext context) {
    int number = number(op);
    for (long until = System.nanoTime() + 1000L * (FUNCTIONS - number); System.nanoTime() < until; ) {
      Thread.onSpinWait();
    }
    context.count("functions", 1);
    context.debug().log("work", () -> "working on " + number);
    op.setAttribute("done", UnitAttr.UNIT);
    if (number % 50 == 49) {
      context.diagnostics().opError(op, "is number " + number);
    }
  }

  private static final PassRegistry PASSES = new PassRegistry()
      .register(PassDefinition.named("work").anchor("test.func").creates(ParallelPassesTest::work))
      .register(PassDefinition.named("mark").anchor("test.func").creates((op, context) -> op.setAttribute("mark", UnitAttr.UNIT)))
      .register(PassDefinition.named("crash").anchor("test.func").creates((op, _) -> {
        if (number(op) % 70 == 69) {
          throw new IllegalStateException("no idea of " + number(op));
        }
      }));

  /** Everything that can be seen of a run. */
  private static String outcome(String pipeline, int threads) {
    var diagnostics = new DiagnosticEngine();
    var steps = PipelineParser.parse(new SourceFile("pipeline", pipeline), PASSES, diagnostics).orElseThrow();
    var statistics = new StatisticsInstrumentation();
    var written = new StringBuilder();
    var printing = new PrintInstrumentation(new PrintSelection(_ -> true, _ -> true, true, false, false), Operation::toString, DumpPlace.STREAM);
    var module = TestIr.parse(PROGRAM);
    var manager = new PassManager(steps, TestDialect.registry(), diagnostics, List.of(printing, statistics, new VerifyInstrumentation()))
        .withThreads(threads).withDebug(DebugLog.of(Set.of("work"), written::append));
    var result = new StringBuilder();
    try {
      result.append(manager.run(module)).append('\n');
    } catch (InternalPassError error) {
      result.append(error.getMessage()).append('\n').append(error.failed().describe()).append('\n');
    }
    manager.failures().forEach(failure -> result.append(failure.describe()).append('\n'));
    return result.append(statistics.report()).append(String.join("\n", TestIr.messages(diagnostics))).append(written).append(module).toString();
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() {
    var one = outcome("builtin.module(test.func(work,mark))", 1);
    assertTrue(one.contains("(S) 200 functions"), one.substring(0, 1000));
    for (int threads : new int[] {2, 4, 8}) {
      assertEquals(one, outcome("builtin.module(test.func(work,mark))", threads), threads + " threads");
    }
  }

  @Test
  void theFirstOperationThatBreaksAPassIsNamed() {
    for (int threads : new int[] {2, 4, 8}) {
      assertTrue(outcome("builtin.module(test.func(crash,work))", threads).contains("no idea of 69\n`Crash` on 'test.func' operation: @f69"));
    }
  }

  /** Passes that wait for one another can only end when they run at the same time. */
  @Test
  void severalReallyRunAtOnce() {
    var barrier = new CyclicBarrier(2);
    var diagnostics = new DiagnosticEngine();
    var meet = PassDefinition.named("meet").anchor("test.func").creates((op, _) -> {
      try {
        barrier.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
        throw new IllegalStateException(failure);
      }
    });
    var steps = PipelineParser.parse(new SourceFile("pipeline", "builtin.module(test.func(meet))"), new PassRegistry().register(meet), diagnostics).orElseThrow();
    assertTrue(new PassManager(steps, TestDialect.registry(), diagnostics).withThreads(2).run(TestIr.parse(PROGRAM)));
  }

  @Test
  void anInstrumentationMayAskForOrder() {
    var order = new ArrayList<String>();
    var ordered = new PassInstrumentation() {
      @Override
      public boolean needsOrder() {
        return true;
      }

      @Override
      public void before(RunningPass pass, Operation op) {
        order.add(pass.argument() + number(op) + Thread.currentThread().getName());
      }
    };
    var steps = PipelineParser.parse(new SourceFile("pipeline", "builtin.module(test.func(mark))"), PASSES, new DiagnosticEngine()).orElseThrow();
    new PassManager(steps, TestDialect.registry(), new DiagnosticEngine(), List.of(ordered)).withThreads(8).run(TestIr.parse(PROGRAM));
    assertEquals(IntStream.range(0, FUNCTIONS).mapToObj(i -> "mark" + i + Thread.currentThread().getName()).toList(), order);
  }
}
