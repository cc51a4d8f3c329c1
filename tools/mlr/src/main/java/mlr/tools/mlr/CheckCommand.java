package mlr.tools.mlr;

import java.io.PrintStream;
import mlr.frontend.ParamBindings;
import mlr.passes.reactive.NodeSummaryText;

/** {@code mlr check}: types, clocks and warnings of every node. */
record CheckCommand(ProgramOptions options) {
  int run(PrintStream out, PrintStream err) {
    var compilation = new Compilation(options);
    var module = options.params().isPresent() ? compilation.checked() : compilation.checked(ParamBindings.OPEN);
    boolean wrong = compilation.report(err);
    if (wrong || module.isEmpty()) {
      return Mlr.USER_ERROR;
    }
    NodeSummaryText.of(module.get()).forEach(out::println);
    return Mlr.SUCCESS;
  }
}
