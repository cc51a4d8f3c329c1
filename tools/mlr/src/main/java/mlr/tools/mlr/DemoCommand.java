package mlr.tools.mlr;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.frontend.types.Scalar;
import mlr.ir.builtin.ModuleOp;
import mlr.lowering.board.BoardRunner.Counting;
import mlr.lowering.target.Targets;
import mlr.tools.mlr.demo.DemoTable;
import mlr.tools.mlr.demo.Recording;
import mlr.tools.mlr.engine.BoardEngine;
import mlr.tools.mlr.engine.HostEngine;
import mlr.tools.mlr.engine.NativeNode;
import mlr.tools.mlr.trace.TraceReader;

/**
 * {@code mlr demo}: the trained driving policy of {@code examples/driving} over its recorded drives, on every engine, beside
 * the decisions and Q-values that were recorded.
 *
 * @param engines the engines to run; all of them when there are none
 */
record DemoCommand(List<String> engines) {
  /** The largest difference of a Q-value from the recording that still counts as the same network. */
  private static final double TOLERANCE = 1e-4;

  int run(PrintStream out, PrintStream err) {
    engines.forEach(Engines::named);
    var all = new ArrayList<>(List.of(Engines.INTERPRETER));
    all.addAll(Targets.names());
    out.println("A trained driving policy (25-256-256-5 network, examples/driving/policy.mlr) over recorded drives.");
    out.println(DemoTable.header());
    boolean agree = true;
    for (var engine : all) {
      if (engines.isEmpty() || engines.contains(engine)) {
        agree &= show(engine, out, err);
      }
    }
    out.println(agree ? "Every engine takes the recorded decisions." : "Not every engine takes the recorded decisions.");
    return agree ? Mlr.SUCCESS : Mlr.USER_ERROR;
  }

  private static boolean show(String engine, PrintStream out, PrintStream err) {
    var folder = Path.of(System.getProperty("mlr.home", ""), "examples", "driving");
    var compilation = new Compilation(new ProgramOptions(folder.resolve("policy.mlr"), Optional.of("policy"), Optional.of(folder.resolve("policy.safetensors")),
        Scalar.F32, List.of(), List.of()));
    var recording = Recording.parse(compilation.read(folder.resolve("decisions.expected.csv")).text());
    var module = compilation.checked();
    var agreement = module.flatMap(program -> {
      var node = compilation.node(program);
      return TraceReader.read(node, compilation.read(folder.resolve("decisions.csv")), compilation.diagnostics())
          .flatMap(inputs -> run(engine, compilation, program, node, inputs, recording, out));
    });
    return !compilation.report(err) && agreement.filter(a -> a.equal() == a.of() && a.largestDifference() <= TOLERANCE).isPresent();
  }

  private static Optional<Recording.Agreement> run(String engine, Compilation compilation, ModuleOp program, NodeInterface node, List<Object[]> inputs,
      Recording recording, PrintStream out) {
    if (engine.equals(Engines.INTERPRETER)) {
      return new InterpreterEngines().start(compilation, program, node)
          .map(running -> print(engine, recording.compare(node, running.run(inputs)), Optional.empty(), out));
    }
    var target = Targets.named(engine);
    return NativeCode.compile(compilation, program, node, target).map(code -> {
      if (target.isHost()) {
        return print(engine, recording.compare(node, new HostEngine(code).run(inputs)), Optional.of(cost(code, Optional.empty(), Optional.empty())), out);
      }
      var board = new BoardEngine(code);
      var run = board.measure(inputs, Counting.ON);
      var cost = cost(code, Optional.of(run.instructionStatistics().getAverage()), Optional.of(run.stackBytes()));
      return print(engine, recording.compare(node, board.decode(inputs, run)), Optional.of(cost), out);
    });
  }

  private static DemoTable.Cost cost(NativeNode code, Optional<Double> instructions, Optional<Long> stack) {
    return new DemoTable.Cost(code.object().codeBytes(), code.object().constantBytes(), code.stepInterface().stateBytes(), instructions, stack);
  }

  private static Recording.Agreement print(String engine, Recording.Agreement agreement, Optional<DemoTable.Cost> cost, PrintStream out) {
    out.println(DemoTable.line(engine, agreement, cost));
    out.flush();
    return agreement;
  }
}
