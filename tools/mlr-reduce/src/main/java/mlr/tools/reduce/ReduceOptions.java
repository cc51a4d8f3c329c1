package mlr.tools.reduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.text.ParserOptions;
import mlr.tools.reduce.test.PipelineTest.Wrong;

/** What the command line says; filled in by {@link ReduceCommand}. */
final class ReduceOptions {
  String input = "-";
  Optional<Path> output = Optional.empty();
  Optional<String> script = Optional.empty();
  final List<String> scriptArguments = new ArrayList<>();
  Optional<String> pipeline = Optional.empty();
  Optional<Wrong> wrong = Optional.empty();
  boolean allowUnregistered;
  int maxNesting = ParserOptions.DEFAULT_MAX_NESTING;
  boolean help;

  ParserOptions parserOptions() {
    return new ParserOptions(allowUnregistered, maxNesting);
  }
}
