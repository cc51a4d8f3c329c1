package mlr.tools.mlr;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Location;
import mlr.tools.mlr.trace.TraceReader;
import mlr.tools.mlr.trace.TraceWriter;

/**
 * {@code mlr run}: runs a node over a table and prints the table of its outputs.
 *
 * @param input the CSV table of the inputs
 * @param steps how many instants to run, at most the rows of the table; all of them when not said
 * @param engine the interpreter or a target
 */
record RunCommand(ProgramOptions options, Optional<Path> input, OptionalInt steps, String engine) {
  int run(PrintStream out, PrintStream err) {
    var engines = Engines.named(engine);
    var compilation = new Compilation(options);
    var module = compilation.checked();
    if (module.isEmpty()) {
      compilation.report(err);
      return Mlr.USER_ERROR;
    }
    var node = compilation.node(module.get());
    ExternalCalls.refuse(module.get(), node.name());
    var trace = trace(node, compilation);
    if (trace.isEmpty()) {
      compilation.report(err);
      return Mlr.USER_ERROR;
    }
    var running = engines.start(compilation, module.get(), node);
    boolean wrong = compilation.report(err);
    if (wrong || running.isEmpty()) {
      return Mlr.USER_ERROR;
    }
    out.print(TraceWriter.write(node, running.get().run(trace.get())));
    return Mlr.SUCCESS;
  }

  private Optional<List<Object[]>> trace(NodeInterface node, Compilation compilation) {
    if (input.isPresent()) {
      return TraceReader.read(node, compilation.read(input.get()), compilation.diagnostics()).map(rows -> first(rows, input.get(), compilation));
    }
    if (!node.inputs().isEmpty()) {
      throw new Failure("'" + node.name() + "' has inputs: " + String.join(", ", node.inputs().stream().map(NodeInterface.Port::name).toList()),
          "Give a CSV table with a column for each after --input.");
    }
    if (steps.isEmpty()) {
      throw new Failure("'" + node.name() + "' has no inputs that would end its run", "Say how many instants to run with --steps.");
    }
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < steps.getAsInt(); i++) {
      rows.add(new Object[0]);
    }
    return Optional.of(rows);
  }

  private List<Object[]> first(List<Object[]> rows, Path table, Compilation compilation) {
    int wanted = steps.orElse(rows.size());
    if (wanted > rows.size()) {
      compilation.diagnostics().warning(Location.at(table.toString(), 1, 1), "--steps is " + wanted + ", but the rows suffice for " + rows.size());
    }
    return rows.subList(0, Math.min(wanted, rows.size()));
  }
}
