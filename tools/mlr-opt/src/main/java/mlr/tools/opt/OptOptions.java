package mlr.tools.opt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import mlr.ir.DialectRegistry;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.pass.instrumentation.TimingInstrumentation;
import mlr.ir.plugin.Plugins;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintDetail;
import mlr.ir.text.PrintOptions;

/** What the command line says; filled in by {@link OptCommand} in the order of the arguments. */
final class OptOptions {
  static final String MARKER = SourceFile.SPLIT_MARKER;

  String input = "-";
  Optional<Path> output = Optional.empty();
  boolean binary;
  Optional<String> splitMarker = Optional.empty();
  String outputMarker = MARKER;
  boolean noImplicitModule;
  boolean allowUnregistered;
  int maxNesting = ParserOptions.DEFAULT_MAX_NESTING;
  final List<Path> plugins = new ArrayList<>();
  Optional<Path> watched = Optional.empty();

  Optional<String> pipeline = Optional.empty();
  final List<Flag> flags = new ArrayList<>();
  boolean dumpPipeline;
  boolean explainPipeline;
  boolean singleThread;

  /** Which IR is printed around passes. */
  static final class Dumps {
    boolean beforeAll;
    boolean afterAll;
    final List<String> before = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    boolean onlyChanged;
    boolean onlyFailed;
    boolean moduleScope;
    Optional<Path> folder = Optional.empty();

    boolean isBefore(String pass) {
      return beforeAll || before.contains(pass);
    }

    /** Conditions without a choice of passes are on all of them. */
    boolean isAfter(String pass) {
      return afterAll || after.contains(pass) || after.isEmpty() && (onlyChanged || onlyFailed);
    }

    boolean any() {
      return beforeAll || afterAll || !before.isEmpty() || !after.isEmpty() || onlyChanged || onlyFailed;
    }
  }

  final Dumps dumps = new Dumps();
  boolean diff;
  final List<String> traced = new ArrayList<>();
  Optional<String> bisect = Optional.empty();
  long passLimit = Long.MAX_VALUE;
  long rewriteLimit = Long.MAX_VALUE;

  boolean generic;
  boolean debugInfo;
  boolean localScope;
  boolean assumeVerified;
  OptionalLong elideAbove = OptionalLong.empty();
  OptionalLong elideResourcesAbove = OptionalLong.empty();
  private final Set<PrintDetail> details = EnumSet.noneOf(PrintDetail.class);

  boolean verifyDiagnostics;
  boolean verifyEach = true;
  boolean verifyRoundTrip;
  OptionalInt validationTrials = OptionalInt.empty();
  boolean validationSummary = true;
  boolean checkIsolation;

  boolean timing;
  TimingInstrumentation.Display timingDisplay = TimingInstrumentation.Display.TREE;
  boolean statistics;
  StatisticsInstrumentation.Display statisticsDisplay = StatisticsInstrumentation.Display.PIPELINE;
  boolean operationOnDiagnostic;
  boolean stackTraceOnDiagnostic;
  boolean debugAll;
  final List<String> debugTypes = new ArrayList<>();

  Optional<Path> crashReproducer = Optional.empty();
  boolean localReproducer;
  Optional<Path> generatedReproducer = Optional.empty();
  boolean runReproducer;

  boolean showDialects;
  boolean printClassPath;
  boolean listPasses;
  boolean help;

  /** Makes the passes of a watched file the pipeline, unless there is one. */
  void runWatched(Plugins all) {
    if (watched.isPresent() && flags.isEmpty() && pipeline.isEmpty()) {
      all.passesOf(watched.get()).forEach(pass -> flags.add(new Flag(pass.argument(), "")));
    }
  }

  /** What reads the input. */
  InputReader reader(DialectRegistry dialects) {
    return new InputReader(parserOptions(), !noImplicitModule, dialects);
  }

  ParserOptions parserOptions() {
    return new ParserOptions(allowUnregistered, maxNesting);
  }

  PrintOptions printOptions() {
    return new PrintOptions(generic, debugInfo, localScope, elideAbove, elideResourcesAbove, Set.copyOf(details), Optional.empty());
  }

  void detail(PrintDetail detail, boolean on) {
    if (on) {
      details.add(detail);
    } else {
      details.remove(detail);
    }
  }

  DebugLog debug(Consumer<String> out) {
    return debugAll ? DebugLog.all(out) : DebugLog.of(Set.copyOf(debugTypes), out);
  }

  /** An engine that adds to diagnostics what was asked for. */
  DiagnosticEngine diagnostics() {
    return new DiagnosticEngine(new DiagnosticEngine.Detail(operationOnDiagnostic, stackTraceOnDiagnostic));
  }

  int threads() {
    return singleThread ? 1 : Runtime.getRuntime().availableProcessors();
  }
}
