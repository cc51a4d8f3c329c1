package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.TraceRunner;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.Targets;
import mlr.tools.mlr.engine.HostEngine;
import mlr.tools.mlr.engine.NativeNode;
import mlr.tools.mlr.trace.TraceWriter;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every level between a program and the llvm dialect stands on its own: its text reads back, runs to the same trace, and is MLIR to upstream. */
@Tag("conformance")
class LevelsTest {

  /** The five examples, and programs that use what these do not. */
  private static final List<String> PROGRAMS = List.of(
      "cruise/drive", "facts/facts", "policy/decisions", "returns/gae-f32", "returns/gae-f64", "birnn/time", "birnn/space",
      "clocked-interface/trace", "carry/trace", "elementary/trace", "exits/trace", "modes/trace", "post-clocked/trace", "resume/trace",
      "until/trace", "sums/fused", "words/trace");

  /** What upstream's {@code scf} has of our {@code loop}, which mirrors it. */
  private static final Pattern LOOP = Pattern.compile("\"loop\\.(for|if|while|condition|yield)\"");

  /** Upstream refuses what its own {@code tensor} lacks, so that ours reads under a name it does not know. */
  private static final Pattern TENSOR = Pattern.compile("([\"#])tensor\\.");

  @TestFactory
  Stream<DynamicContainer> everyLevelStandsOnItsOwn() {
    var corpus = ConformanceProgram.all().stream().collect(Collectors.toMap(ConformanceProgram::name, program -> program));
    return PROGRAMS.stream().map(name -> {
      var levels = new Levels(Optional.ofNullable(corpus.get(name)).orElseThrow(() -> new AssertionError("the corpus has no " + name)));
      return DynamicContainer.dynamicContainer(name, List.of(
          DynamicTest.dynamicTest("reads back and runs", () -> readsBackAndRuns(levels)),
          DynamicTest.dynamicTest("is MLIR to upstream", () -> isMlirToUpstream(levels)),
          DynamicTest.dynamicTest("behaves the same in upstream's translation", () -> behavesTheSameTranslatedByUpstream(levels))));
    });
  }

  private static void readsBackAndRuns(Levels levels) {
    var program = levels.program();
    for (var level : levels.all()) {
      var module = levels.parse(level.text());
      assertEquals(level.text(), Levels.print(module), () -> "the text after " + level.after() + " reads back");
      var outputs = TraceRunner.of(module, program.node(), ExternalFunctions.NONE).run(levels.inputs(ports(program, module)));
      agrees(program, module, outputs, "the interpreter on the level after " + level.after());
    }
  }

  private static void isMlirToUpstream(Levels levels) {
    for (var level : levels.all()) {
      var generic = IrPrinter.print(levels.parse(level.text()), PrintOptions.GENERIC);
      var printed = new UpstreamTool("mlir-opt").run(renamed(generic), "--allow-unregistered-dialect", "--mlir-print-op-generic");
      assertTrue(printed.contains(levels.program().node()), () -> "upstream keeps the level after " + level.after());
    }
  }

  private static void behavesTheSameTranslatedByUpstream(Levels levels) {
    var program = levels.program();
    var module = levels.parse(levels.all().getLast().text());
    var ports = ports(program, module);
    var bare = levels.parse(Levels.print(module));
    // mlir-translate knows no attributes of other dialects.
    List.copyOf(bare.attributes().asMap().keySet()).stream().filter(name -> name.startsWith("mlr.")).forEach(bare::removeAttribute);
    var llvmIr = new UpstreamTool("mlir-translate").run(IrPrinter.print(bare, PrintOptions.GENERIC), "--mlir-to-llvmir");
    var object = new CodeGenerator(Targets.host()).object(llvmIr, program.node());
    agrees(program, module, new HostEngine(new NativeNode(ports, object)).run(levels.inputs(ports)), "upstream's translation");
  }

  private static NodeInterface ports(ConformanceProgram program, ModuleOp module) {
    return NodeInterface.of(module, program.node()).orElseThrow();
  }

  private static void agrees(ConformanceProgram program, ModuleOp module, List<Object[]> outputs, String who) {
    var actual = Trace.parse(TraceWriter.write(ports(program, module), outputs));
    var differences = program.expectedTrace().differences(actual, program.comparison());
    assertEquals(List.of(), differences.stream().limit(5).toList(), () -> program.name() + ": " + who);
  }

  private static String renamed(String generic) {
    return TENSOR.matcher(LOOP.matcher(generic).replaceAll("\"scf.$1\"")).replaceAll("$1mlr_tensor.");
  }
}
