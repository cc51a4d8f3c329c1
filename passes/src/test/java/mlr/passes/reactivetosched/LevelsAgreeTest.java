package mlr.passes.reactivetosched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.interpreter.Absent;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.NodeEngines;
import mlr.interpreter.TraceRunner;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.StringAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.types.ShapedType;
import mlr.ir.verify.Verifier;
import mlr.passes.reactive.CheckCausality;
import mlr.passes.reactive.CheckClocks;
import mlr.passes.reactive.CheckInitialization;
import mlr.passes.reactive.NormalizeReactive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The programs of the lit tests on random inputs: each node gives one trace as it is written, normalised, and as a machine. */
class LevelsAgreeTest {
  private static final int INSTANTS = 60;
  private static final int TRACES = 8;

  @TestFactory
  List<DynamicTest> programs() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    try (Stream<Path> files = Files.list(Path.of("..", "test", "lit", "conversion-reactive-to-sched"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".mlir") && !path.toString().contains("invalid")).sorted().toList()) {
        for (var node : parse(file).collect(NodeOp.class)) {
          if (!node.isPrivate()) {
            tests.add(DynamicTest.dynamicTest(file.getFileName() + " @" + node.symbol(), () -> compare(file, node.symbol())));
          }
        }
      }
    }
    assertTrue(tests.size() > 15, "few programs found");
    return tests;
  }

  private static Operation parse(Path file) {
    var diagnostics = new DiagnosticEngine();
    try {
      var module = IrParser.parse(new SourceFile(file.toString(), Files.readString(file)), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics);
      assertTrue(module.isPresent() && Verifier.verify(module.get(), diagnostics), () -> diagnostics.all().toString());
      return module.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation after(Operation module, Pass... passes) {
    var copy = module.copy(new IrMapping());
    var diagnostics = new DiagnosticEngine();
    for (var pass : passes) {
      pass.run(copy, new PassContext(AllDialects.registry(), diagnostics));
      assertTrue(!diagnostics.hasErrors() && Verifier.verify(copy, diagnostics), () -> pass + ": " + diagnostics.all());
    }
    return copy;
  }

  private static void compare(Path file, String node) {
    var written = parse(file);
    written.collect(NodeOp.class).stream().filter(other -> !other.symbol().equals(node))
        .forEach(other -> other.setAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private")));
    var normal = after(written, new CheckClocks(), new CheckInitialization(), new CheckCausality(), new NormalizeReactive());
    var machine = after(normal, new ConvertReactiveToSched());
    var ports = NodeEngines.ports(written, node);
    for (int seed = 0; seed < TRACES; seed++) {
      var inputs = inputs(ports, new Random(seed));
      var expected = trace(written, node, inputs);
      agree(expected, trace(normal, node, inputs), "normalised");
      agree(expected, trace(machine, node, inputs), "as a machine");
    }
  }

  /** Compares up to the first instant that differs. */
  private static void agree(List<String> expected, List<String> actual, String level) {
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(String.join("\n", expected.subList(0, i + 1)), String.join("\n", actual.subList(0, i + 1)), level);
    }
  }

  private static List<String> trace(Operation module, String node, List<Object[]> inputs) {
    var rows = TraceRunner.of(module, node, ExternalFunctions.NONE).run(inputs);
    var lines = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(i + ": " + text(inputs.get(i)) + " => " + text(rows.get(i)));
    }
    return lines;
  }

  private static String text(Object[] row) {
    return Arrays.stream(row).map(value -> switch (value) {
      case Absent _ -> "_";
      case TensorValue tensor -> java.util.stream.LongStream.range(0, tensor.size()).mapToObj(i -> tensor.get((int) i).toString()).collect(Collectors.joining(" ", "[", "]"));
      default -> value.toString();
    }).collect(Collectors.joining(", "));
  }

  private static List<Object[]> inputs(NodeInterface ports, Random random) {
    // Some traces have rare events, some frequent ones.
    int rarity = 2 + random.nextInt(5);
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < INSTANTS; i++) {
      rows.add(ports.inputs().stream().map(port -> ports.enums().containsKey(port.sourceType())
          ? (Object) (long) random.nextInt(ports.enums().get(port.sourceType()).size()) : value(port.type(), random, rarity)).toArray());
    }
    return rows;
  }

  private static Object value(Type type, Random random, int rarity) {
    if (type instanceof ShapedType shaped) {
      return RuntimeValues.tensor(shaped, Stream.generate(() -> value(shaped.element(), random, rarity)).limit(shaped.elementCount()).toArray());
    }
    return type.equals(mlr.ir.types.IntegerType.I1) ? (Object) (random.nextInt(rarity) == 0 ? 1L : 0L) : (Object) (long) (random.nextInt(19) - 9);
  }
}
