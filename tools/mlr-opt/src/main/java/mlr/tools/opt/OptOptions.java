package mlr.tools.opt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mlr.ir.plugin.Plugins;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;

/** What the command line says; filled in by {@link OptCommand} in the order of the arguments. */
final class OptOptions {
  String input = "-";
  Optional<String> output = Optional.empty();
  Optional<String> pipeline = Optional.empty();
  final List<Flag> flags = new ArrayList<>();
  final List<Path> plugins = new ArrayList<>();
  Optional<Path> watched = Optional.empty();
  boolean printBeforeAll;
  boolean printAfterAll;
  final List<String> printBefore = new ArrayList<>();
  final List<String> printAfter = new ArrayList<>();
  boolean generic;
  boolean debugInfo;
  boolean localScope;
  OptionalLong elideAbove = OptionalLong.empty();
  boolean verifyDiagnostics;
  boolean verifyEach = true;
  boolean splitInput;
  boolean timing;
  boolean statistics;
  boolean showDialects;
  boolean printClassPath;
  boolean listPasses;
  boolean help;
  boolean allowUnregistered;
  int maxNesting = ParserOptions.DEFAULT_MAX_NESTING;
  OptionalInt validationTrials = OptionalInt.empty();

  /** Makes the passes of a watched file the pipeline, unless there is one. */
  void runWatched(Plugins all) {
    if (flags.isEmpty() && pipeline.isEmpty()) {
      watched.ifPresent(file -> all.passesOf(file).forEach(pass -> flags.add(new Flag(pass.argument(), ""))));
    }
  }

  ParserOptions parserOptions() {
    return new ParserOptions(allowUnregistered, maxNesting);
  }

  PrintOptions printOptions() {
    return new PrintOptions(generic, debugInfo, localScope, elideAbove);
  }
}
