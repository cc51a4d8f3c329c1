package mlr.passes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mlr.dialects.AllDialects;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.MachineOp;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.TraceRunner;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PipelineParser;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.passes.schedtoloop.MachinePorts;

/** Runs machines in the interpreter before and after passes. */
public final class MachineRuns {
  private MachineRuns() {}

  /** The module that {@code text} describes, with an interface record for its machine {@code @f}. */
  public static Operation parse(String text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all() + "\n" + text));
    module.collect(MachineOp.class).forEach(machine -> MachinePorts.of(machine).writeTo(module));
    return module;
  }

  /** Runs a pipeline on {@code module}; an error fails the test. */
  public static void run(Operation module, String pipeline) {
    var diagnostics = new DiagnosticEngine();
    var registry = AllPasses.registry();
    var parsed = PipelineParser.parse(new SourceFile("pipeline", "builtin.module(" + pipeline + ")"), registry, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all().toString()));
    if (!new PassManager(parsed, AllDialects.registry(), diagnostics, List.of(new VerifyInstrumentation())).run(module)) {
      throw new AssertionError(diagnostics.all() + "\n" + module);
    }
  }

  /** What node {@code @f} of {@code module} gives for inputs made from {@code seed}, over a few instants, as text that shows every bit but a NaN's. */
  public static List<String> trace(Operation module, long seed) {
    var runner = TraceRunner.of(module, "f", ExternalFunctions.NONE);
    var random = new Random(seed);
    var inputs = new ArrayList<Object[]>();
    for (int i = 0; i < 4; i++) {
      inputs.add(runner.ports().inputs().stream().map(NodeInterface.Port::type).map(type -> value(type, random)).toArray());
    }
    return runner.run(inputs).stream().map(Arrays::toString).toList();
  }

  /** A random value of {@code type}. */
  public static Object value(Type type, Random random) {
    if (type instanceof ShapedType shaped) {
      return RuntimeValues.tensor(shaped, IntStream.range(0, Math.toIntExact(shaped.elementCount())).mapToObj(_ -> value(shaped.element(), random)).toArray());
    }
    return switch (type) {
      case FloatType format when format == FloatType.F64 -> random.nextGaussian();
      case FloatType _ -> (float) random.nextGaussian();
      case IntegerType integer when integer.width() == 1 -> random.nextInt(3) == 0 ? 0L : 1L;
      default -> (long) random.nextInt(-100, 100);
    };
  }
}
