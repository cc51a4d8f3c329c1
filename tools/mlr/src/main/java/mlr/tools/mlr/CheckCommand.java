package mlr.tools.mlr;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import mlr.frontend.ParamBindings;
import mlr.models.WeightBindings;
import mlr.passes.reactive.NodeSummaryText;
import mlr.tools.mlr.check.NodeListing;

/** {@code mlr check}: the types, clocks and warnings of every node. */
record CheckCommand(ProgramOptions options) {
  int run(PrintStream out, PrintStream err) {
    var compilation = new Compilation(options);
    var listing = listing(compilation, options.params().<ParamBindings>map(WeightBindings::read).orElse(ParamBindings.OPEN));
    boolean wrong = compilation.report(err);
    if (wrong || listing.isEmpty()) {
      return Mlr.USER_ERROR;
    }
    listing.get().forEach(out::println);
    return Mlr.SUCCESS;
  }

  private static Optional<List<String>> listing(Compilation compilation, ParamBindings params) {
    if (compilation.isIr()) {
      return compilation.checked(params).map(NodeSummaryText::of);
    }
    return compilation.typed(params).flatMap(program -> compilation.checked(program, params).map(module -> NodeListing.of(program, module)));
  }
}
