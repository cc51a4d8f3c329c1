package mlr.ir.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import org.junit.jupiter.api.Test;

class PipelineParserTest {
  private record Unroll(long factor, boolean full, List<String> only) implements Pass {
    Unroll {
      if (factor < 1) {
        throw new IllegalArgumentException("the factor must be at least 1");
      }
    }

    @Override
    public void run(Operation op, PassContext context) {}
  }

  private static final PassRegistry REGISTRY = new PassRegistry()
      .register(PassDefinition.named("anywhere").anchor("any").creates((op, context) -> { }))
      .register(PassDefinition.named("on-module").creates((op, context) -> { }))
      .register(PassDefinition.named("unroll").anchor("test.func")
          .option("factor", PassOption.Kind.INTEGER, "4", "Copies of the body")
          .option("full", PassOption.Kind.BOOLEAN, "false", "Whether no loop is left")
          .option("only", PassOption.Kind.STRING_LIST, "", "The loops")
          .creates(o -> new Unroll(o.integer("factor"), o.bool("full"), o.list("only"))))
      .register(PipelineDefinition.named("both").option("n", PassOption.Kind.INTEGER, "2", "Factor")
          .expandsTo(o -> "anywhere,test.func(unroll{factor=" + o.string("n") + "}),on-module"));

  private static String parse(String text) {
    var diagnostics = new DiagnosticEngine();
    return PipelineParser.parse(new SourceFile("pipeline", text), REGISTRY, diagnostics).map(Pipeline::toString).orElseGet(() -> {
      var first = diagnostics.all().getFirst();
      return first.location().filePosition().orElseThrow().column() + ": " + first.message();
    });
  }

  private static String flag(String name, String options) {
    var diagnostics = new DiagnosticEngine();
    return PipelineParser.parseFlag(name, new SourceFile("--" + name, options), "builtin.module", REGISTRY, diagnostics)
        .map(List::toString).orElseGet(() -> diagnostics.all().getFirst().message());
  }

  @Test
  void pipelinesReadBackAsTheyPrint() {
    for (var text : List.of("builtin.module()", "builtin.module(anywhere,on-module)", "builtin.module(test.func(unroll{factor=8 full=true only=a,b},anywhere))", "any(anywhere)")) {
      assertEquals(text, parse(text));
    }
  }

  @Test
  void spacesAndDefaultsDoNotShow() {
    assertEquals("builtin.module(test.func(unroll))", parse(" builtin.module ( test.func( unroll{ factor=4  full=0 } ) ) "));
  }

  @Test
  void valuesMayBeQuotedOrBraced() {
    assertEquals("builtin.module(test.func(unroll{only='a b,c'}))", parse("builtin.module(test.func(unroll{only=\"a b,c\"}))"));
    assertEquals("builtin.module(test.func(unroll{only='a b,c'}))", parse("builtin.module(test.func(unroll{only={a b,c}}))"));
  }

  @Test
  void namedPipelinesExpand() {
    assertEquals("builtin.module(anywhere,test.func(unroll{factor=2}),on-module,anywhere)", parse("builtin.module(both,anywhere)"));
    assertEquals("builtin.module(anywhere,test.func(unroll{factor=3}),on-module)", parse("builtin.module(both{n=3})"));
  }

  @Test
  void flagsNestThemselves() {
    assertEquals("[test.func(unroll{factor=2})]", flag("unroll", "factor=2"));
    assertEquals("[anywhere]", flag("anywhere", ""));
    assertEquals("[anywhere, test.func(unroll), on-module]", flag("both", "n=4"));
  }

  @Test
  void errorsSayWhereAndWhatInstead() {
    assertEquals("16: 'anywere' does not refer to a registered pass or pass pipeline; did you mean 'anywhere'?", parse("builtin.module(anywere)"));
    assertEquals("16: pass 'unroll' runs on 'test.func', not on 'builtin.module'; write 'test.func(unroll)'", parse("builtin.module(unroll)"));
    assertEquals("33: no such option 'facter' of pass 'unroll'; did you mean 'factor'?", parse("builtin.module(test.func(unroll{facter=2}))"));
    assertEquals("33: option 'factor' of pass 'unroll' takes an integer, not 'two'", parse("builtin.module(test.func(unroll{factor=two}))"));
    assertEquals("26: pass 'unroll': the factor must be at least 1", parse("builtin.module(test.func(unroll{factor=0}))"));
    assertEquals("25: no such option 'x' of pass 'anywhere', which has none", parse("builtin.module(anywhere{x=1})"));
    assertEquals("1: expected the pipeline to be wrapped with the operation it runs on: 'builtin.module(anywhere)'", parse("anywhere"));
    assertEquals("24: expected ')'", parse("builtin.module(anywhere"));
    assertEquals("25: expected the end of the pipeline", parse("builtin.module(anywhere))"));
  }

  @Test
  void namesAreUnique() {
    var registry = new PassRegistry().register(PassDefinition.named("a").creates((op, context) -> { }));
    assertThrows(IllegalArgumentException.class, () -> registry.register(PipelineDefinition.named("a").expandsTo("")));
  }
}
