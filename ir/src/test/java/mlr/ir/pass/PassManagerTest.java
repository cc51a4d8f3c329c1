package mlr.ir.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.testing.TestDialect;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

class PassManagerTest {
  private static final String TWO_FUNCTIONS = """
      "test.func"() ({ "test.return"() : () -> () }) {sym_name = "f"} : () -> ()
      "test.func"() ({ "test.return"() : () -> () }) {sym_name = "g"} : () -> ()
      """;

  private final List<String> events = new ArrayList<>();
  private final DiagnosticEngine diagnostics = new DiagnosticEngine();
  private final PassRegistry passes = new PassRegistry()
      .register(PassDefinition.named("log").anchor("any").creates((op, _) -> events.add("log " + label(op))))
      .register(PassDefinition.named("fail-on-f").anchor("test.func").creates((op, context) -> {
        if (label(op).equals("f")) {
          context.diagnostics().opError(op, "is f");
        }
      }))
      .register(PassDefinition.named("mark").anchor("any").creates((op, _) -> op.setAttribute("mark", UnitAttr.UNIT)))
      .register(PassDefinition.named("break").anchor("test.func").creates((op, _) -> op.removeAttribute("sym_name")))
      .register(PassDefinition.named("crash").anchor("test.func").creates((op, _) -> {
        throw new IllegalStateException("no idea");
      }));

  private static String label(Operation op) {
    return SymbolTable.nameOf(op).orElse(op.name());
  }

  private Pipeline pipeline(String text) {
    return PipelineParser.parse(new SourceFile("pipeline", text), passes, diagnostics).orElseThrow();
  }

  private boolean run(String text, Operation root, PassInstrumentation... instrumentations) {
    return run(pipeline(text), root, instrumentations);
  }

  private boolean run(Pipeline pipeline, Operation root, PassInstrumentation... instrumentations) {
    return new PassManager(pipeline, TestDialect.registry(), diagnostics, List.of(instrumentations)).withThreads(1).run(root);
  }

  @Test
  void nestedPipelinesRunWholeOnEachOperation() {
    assertTrue(run("builtin.module(log,test.func(log,log),log)", TestIr.parse(TWO_FUNCTIONS)));
    assertEquals(List.of("log builtin.module", "log f", "log f", "log g", "log g", "log builtin.module"), events);
  }

  @Test
  void anErrorEndsTheRunAfterItsStep() {
    assertFalse(run("builtin.module(test.func(fail-on-f,log),log)", TestIr.parse(TWO_FUNCTIONS)));
    assertEquals(List.of("log g"), events);
    assertEquals(List.of("1: 'test.func' op is f"), TestIr.messages(diagnostics));
  }

  @Test
  void instrumentationsHearOfEveryPass() {
    class Recorder implements PassInstrumentation {
      private final String name;

      Recorder(String name) {
        this.name = name;
      }

      @Override
      public void before(RunningPass pass, Operation op) {
        events.add(name + " before " + pass.argument() + " " + label(op));
      }

      @Override
      public void after(RunningPass pass, Operation op) {
        events.add(name + " after " + pass.argument() + " " + label(op));
      }

      @Override
      public void afterFailure(RunningPass pass, Operation op) {
        events.add(name + " failed " + pass.argument() + " " + label(op));
      }
    }
    run("builtin.module(test.func(fail-on-f))", TestIr.parse(TWO_FUNCTIONS), new Recorder("1"), new Recorder("2"));
    assertEquals(List.of("1 before fail-on-f f", "2 before fail-on-f f", "2 failed fail-on-f f", "1 failed fail-on-f f",
        "1 before fail-on-f g", "2 before fail-on-f g", "2 after fail-on-f g", "1 after fail-on-f g"), events);
  }

  @Test
  void anExceptionIsAnInternalErrorThatReproduces() {
    var pipeline = pipeline("builtin.module(mark,log,test.func(mark,crash),log)");
    var error = assertThrows(InternalPassError.class, () -> run(pipeline, TestIr.parse(TWO_FUNCTIONS)));
    assertEquals("pass 'crash' failed on 'test.func': IllegalStateException: no idea", error.getMessage());
    assertEquals("builtin.module(test.func(crash))", error.failed().pipeline().toString());
    assertEquals("`Crash` on 'test.func' operation: @f", error.failed().describe());
    var before = TestIr.parse(TWO_FUNCTIONS);
    assertTrue(Reproduction.advance(before, pipeline, error.failed(), TestDialect.registry()));
    assertTrue(before.hasAttribute("mark"));
    assertEquals(List.of(true, false), TestIr.all(before, "test.func").stream().map(f -> f.hasAttribute("mark")).toList());
    assertThrows(InternalPassError.class, () -> run(error.failed().pipeline(), before));
  }

  @Test
  void invalidIrIsAnErrorOfThePass() {
    var error = assertThrows(InternalPassError.class, () -> run("builtin.module(test.func(break))", TestIr.parse(TWO_FUNCTIONS), new VerifyInstrumentation()));
    assertEquals("pass 'break' failed on 'test.func': IllegalStateException: the pass left invalid IR", error.getMessage());
    assertEquals("1: 'test.func' op requires attribute 'sym_name'", TestIr.messages(diagnostics).getFirst());
  }

  @Test
  void theAnchorMustFit() {
    assertFalse(run("test.func(log)", TestIr.parse(TWO_FUNCTIONS)));
    assertEquals("can't run 'test.func' pass manager on 'builtin.module' op", diagnostics.all().getFirst().message());
  }
}
