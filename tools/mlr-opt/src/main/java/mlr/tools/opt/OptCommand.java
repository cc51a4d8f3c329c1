package mlr.tools.opt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.instrumentation.StatisticsInstrumentation;
import mlr.ir.pass.instrumentation.TimingInstrumentation;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.text.PrintDetail;
import mlr.ir.tool.WholeFile;

/** The command line of {@code mlr-opt}: its general options, and one for each pass and named pipeline. */
final class OptCommand {
  private static final String VALIDATE = "--validate-passes";
  private static final int DEFAULT_TRIALS = 8;

  private final PassRegistry passes;
  private final OptOptions options = new OptOptions();
  private final FlagSet flags = new FlagSet(value -> options.input = value);

  OptCommand(PassRegistry passes) {
    this.passes = passes;
    files();
    pipelines();
    dumps();
    printing();
    checks();
    reports();
    reproducers();
    lists();
    for (var name : passes.names()) {
      if (flags.contains("--" + name)) {
        throw flags.error("a plugin has a pass '" + name + "', which is the name of an option; give the pass another");
      }
      flags.hidden("--" + name, value -> options.flags.add(new Flag(name, value)));
    }
  }

  private void files() {
    flags.text("-o", "FILE", "write the result to FILE, whole or not at all", value -> options.output = WholeFile.named(value));
    flags.flag("--emit-bytecode", "write the result in binary form (Protocol Buffers); such input is known by its first bytes", on -> options.binary = on);
    flags.text("--split-input-file", "MARKER", "", "process the parts between lines that start with MARKER, // ----- unless said, one by one",
        value -> options.splitMarker = value.equals("false") ? Optional.empty() : Optional.of(value.isEmpty() ? OptOptions.MARKER : value));
    flags.text("--output-split-marker", "MARKER", "what to put between the results of the parts, // ----- unless said", value -> options.outputMarker = value);
    flags.flag("--no-implicit-module", "take the one operation of the input as it is, without a module around it", on -> options.noImplicitModule = on);
    flags.flag("--allow-unregistered-dialect", "accept operations of unknown dialects", on -> options.allowUnregistered = on);
    flags.number("--max-nesting", 0, Integer.MAX_VALUE, "a number of levels", "refuse input that nests deeper than N (2000 unless said)", value -> options.maxNesting = value.intValue());
    for (var name : PluginArguments.OPTIONS) {
      flags.text(name, "FILE", "add the dialects and passes in a jar or a Java source", value -> options.plugins.add(Path.of(value)));
    }
    flags.text(Watch.OPTION, "FILE", "load the plugin FILE and run its passes, or the pipeline given; do so again whenever it or the input is saved, until standard input ends",
        value -> options.watched = Optional.of(Path.of(value)));
  }

  private void pipelines() {
    flags.text("--pass-pipeline", "PIPELINE", "run this pipeline: builtin.module(func.func(canonicalize,cse))", value -> options.pipeline = Optional.of(value));
    flags.flag("--dump-pass-pipeline", "print the pipeline that is run, with the options in force", on -> options.dumpPipeline = on);
    flags.flag("--explain-pipeline", "print the pipeline as a tree, with what its passes do, the options in force and what runs at the same time, and end", on -> options.explainPipeline = on);
    flags.flag("--mlir-disable-threading", "run passes one after another", on -> options.singleThread = on);
  }

  private void dumps() {
    var dumps = options.dumps;
    flags.flag("--mlir-print-ir-before-all", "print the IR before each pass", on -> dumps.beforeAll = on);
    flags.flag("--mlir-print-ir-after-all", "print the IR after each pass", on -> dumps.afterAll = on);
    flags.text("--mlir-print-ir-before", "PASS,...", "print the IR before these passes", value -> dumps.before.addAll(passNames("--mlir-print-ir-before", value)));
    flags.text("--mlir-print-ir-after", "PASS,...", "print the IR after these passes", value -> dumps.after.addAll(passNames("--mlir-print-ir-after", value)));
    flags.flag("--mlir-print-ir-after-change", "print the IR after passes only where they changed it", on -> dumps.onlyChanged = on);
    flags.flag("--mlir-print-ir-after-failure", "print the IR after passes only where they failed", on -> dumps.onlyFailed = on);
    flags.flag("--mlir-print-ir-module-scope", "print the whole module around passes, whatever they run on", on -> dumps.moduleScope = on);
    flags.flag("--print-ir-diff", "print what each pass changed, as a diff", on -> options.diff = on);
    flags.text("--trace-op", "OP", "print which pass and pattern made or changed operations: by name (arith.addi), symbol (@f), place (12, in.mlir:12:8) or result, as the input prints it, of one function or all (@f:RESULT)",
        value -> options.traced.add(value));
    flags.text("--bisect", "COMMAND", "", "find the first pass and rewrite after which COMMAND, given a file of IR, fails; without COMMAND, after which the passes do", value -> options.bisect = Optional.of(value));
    flags.number("--opt-bisect-limit", 0, Long.MAX_VALUE, "a number of passes", "run only the first N passes, counted by the operations they run on", value -> options.passLimit = value);
    flags.number("--opt-bisect-rewrites", 0, Long.MAX_VALUE, "a number of rewrites", "apply only the first N rewrites, in the last of these passes or, without --opt-bisect-limit, in all", value -> options.rewriteLimit = value);
    flags.text("--mlir-print-ir-tree-dir", "FOLDER", "print the IR around passes into files of a tree of folders", value -> dumps.folder = Optional.of(Path.of(value)));
  }

  private void printing() {
    flags.flag("--mlir-print-op-generic", "print operations in generic form", on -> options.generic = on);
    flags.flag("--mlir-print-debuginfo", "print locations", on -> options.debugInfo = on);
    flags.flag("--mlir-pretty-debuginfo", "print locations, where they are, for people to read", on -> options.detail(PrintDetail.PRETTY_DEBUG_INFO, on));
    flags.flag("--mlir-print-value-users", "print behind operations who uses their results", on -> options.detail(PrintDetail.VALUE_USERS, on));
    flags.flag("--mlir-print-unique-ssa-ids", "print numbers of values that are unique in the whole text", on -> options.detail(PrintDetail.UNIQUE_SSA_IDS, on));
    flags.flag("--mlir-print-skip-regions", "print regions as {...}", on -> options.detail(PrintDetail.SKIP_REGIONS, on));
    flags.flag("--mlir-print-local-scope", "print without aliases", on -> options.localScope = on);
    flags.flag("--mlir-print-assume-verified", "print in custom form without verifying first", on -> options.assumeVerified = on);
    flags.number("--mlir-elide-elementsattrs-if-larger", 0, Long.MAX_VALUE, "a number of elements", "print no elements of constants of more than N",
        value -> options.elideAbove = OptionalLong.of(value));
    flags.number("--mlir-elide-resource-strings-if-larger", 0, Long.MAX_VALUE, "a number of characters", "print no resources of more than N characters",
        value -> options.elideResourcesAbove = OptionalLong.of(value));
  }

  private void checks() {
    flags.flag("--verify-diagnostics", "check that the diagnostics are those that // expected-error comments announce", on -> options.verifyDiagnostics = on);
    flags.flag("--verify-each", "verify the IR after each pass (the default)", on -> options.verifyEach = on);
    flags.flag("--verify-roundtrip", "check that the input prints and reads back the same, in every form", on -> options.verifyRoundTrip = on);
    flags.text(VALIDATE, "N", "true", "run the module before and after each pass, on N traces of a node (" + DEFAULT_TRIALS + " unless said), and compare",
        value -> options.validationTrials = trials(value));
    flags.flag("--validation-summary", "print what " + VALIDATE + " ran, and what not and why (the default)", on -> options.validationSummary = on);
    flags.flag("--check-isolation", "check that no pass touches anything outside the operation it runs on; slow", on -> options.checkIsolation = on);
  }

  private void reports() {
    flags.flag("--mlir-timing", "print the time that each pass took", on -> options.timing = on);
    flags.choice("--mlir-timing-display", TimingInstrumentation.Display.class, "how to print times", value -> options.timingDisplay = value);
    flags.flag("--mlir-pass-statistics", "print what each pass counted", on -> options.statistics = on);
    flags.choice("--mlir-pass-statistics-display", StatisticsInstrumentation.Display.class, "how to print statistics", value -> options.statisticsDisplay = value);
    flags.flag("--mlir-print-op-on-diagnostic", "show with a diagnostic the operation that it is about", on -> options.operationOnDiagnostic = on);
    flags.flag("--mlir-print-stacktrace-on-diagnostic", "show with a diagnostic where in the compiler it was made", on -> options.stackTraceOnDiagnostic = on);
    flags.flag("--debug", "print all debug output", on -> options.debugAll = on);
    flags.text("--debug-only", "TYPE,...", "print debug output of these types: pass-manager, greedy-rewriter, dialect-conversion, dataflow, or a pass", value -> options.debugTypes.addAll(List.of(value.split(","))));
  }

  private void reproducers() {
    flags.text("--mlir-pass-pipeline-crash-reproducer", "FILE", "when a pass fails, write there what shows it again", value -> options.crashReproducer = Optional.of(Path.of(value)));
    flags.flag("--mlir-pass-pipeline-local-reproducer", "let that be the failing pass alone, and the IR before it", on -> options.localReproducer = on);
    flags.text("--mlir-generate-reproducer", "FILE", "write the input there with what to run on it", value -> options.generatedReproducer = Optional.of(Path.of(value)));
    flags.flag("--run-reproducer", "run the pipeline that the input, a reproducer, brings along", on -> options.runReproducer = on);
  }

  private void lists() {
    flags.flag("--show-dialects", "list the dialects and end", on -> options.showDialects = on);
    flags.flag("--print-class-path", "print the class path that plugins are compiled against and end", on -> options.printClassPath = on);
    flags.flag("--list-passes", "list the passes and pipelines and end", on -> options.listPasses = on);
    flags.flag("--help", "print this and end", on -> options.help = on);
    flags.hidden("-h", _ -> options.help = true);
    flags.hidden("--help-hidden", _ -> options.help = true);
  }

  /** Reads the command line; an error is told by {@link CommandLineException}. */
  OptOptions parse(String[] arguments) {
    flags.parse(arguments);
    if (options.watched.isPresent() && options.input.equals("-")) {
      throw flags.error(Watch.OPTION + " wants a file to read, not standard input: mlr-opt " + Watch.OPTION + " MyPass.java in.mlir");
    }
    return options;
  }

  /** The text of {@code --help}. */
  String help() {
    return """
        Reads MLIR from FILE, or from standard input when that is - or missing, runs passes on it and prints the result.
        Usage: mlr-opt [OPTION | --PASS[="OPTION=VALUE ..."]]... [FILE]
        Options:
        """ + flags.help() + passList();
  }

  /** All passes and pipelines with their options. */
  String passList() {
    var out = new StringBuilder("Passes, run in the order in which they are given:\n");
    for (var pass : passes.passes()) {
      list(out, pass.argument(), pass.summary() + (pass.anchor().equals("any") ? "" : " (on " + pass.anchor() + ")"), pass.options());
    }
    if (!passes.pipelines().isEmpty()) {
      out.append("Pipelines:\n");
      for (var pipeline : passes.pipelines()) {
        list(out, pipeline.name(), pipeline.summary(), pipeline.options());
      }
    }
    return out.toString();
  }

  private static void list(StringBuilder out, String name, String summary, List<PassOption> passOptions) {
    out.append("  --").append(name).append("  - ").append(summary).append('\n');
    for (var option : passOptions) {
      out.append("      ").append(option.name()).append('=').append(option.kind().description()).append("  - ").append(option.description())
          .append(option.defaultValue().isEmpty() ? "" : " [" + option.defaultValue() + "]").append('\n');
    }
  }

  private OptionalInt trials(String value) {
    return switch (value) {
      case "true" -> OptionalInt.of(DEFAULT_TRIALS);
      case "false", "0" -> OptionalInt.empty();
      case String number when number.matches("[1-9][0-9]{0,8}") -> OptionalInt.of(Integer.parseInt(number));
      default -> throw flags.error(VALIDATE + " takes a number of traces, true or false, not '" + value + "'");
    };
  }

  private List<String> passNames(String option, String value) {
    return flags.names(option, value, passes.passes().stream().map(PassDefinition::argument).toList(), "--list-passes lists all");
  }
}
