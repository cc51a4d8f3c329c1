package mlr.tools.opt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassRegistry;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.text.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of {@code mlr-opt}: its general options, and one for each pass and named pipeline. */
final class OptCommand {
  private static final String VALIDATE = "--validate-passes";
  private static final int DEFAULT_TRIALS = 8;

  /** The label of options whose value is true or false and seldom written. */
  private static final String FLAG = "true|false";

  private final PassRegistry passes;
  private final OptOptions options = new OptOptions();
  private final CommandSpec spec = CommandSpec.create().name("mlr-opt");

  /** Options that may stand without a value, with the value that they have then. */
  private final Map<String, String> implied = new LinkedHashMap<>();

  OptCommand(PassRegistry passes) {
    this.passes = passes;
    spec.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class).setter(OptCommand.<String>setter(value -> options.input = value)).build());
    text("-o", "FILE", "write the result to FILE, whole or not at all", value -> options.output = Optional.of(value));
    text("--pass-pipeline", "PIPELINE", "run this pipeline: builtin.module(func.func(canonicalize,cse))", value -> options.pipeline = Optional.of(value));
    flag("--mlir-print-ir-before-all", "print the IR before each pass", on -> options.printBeforeAll = on);
    flag("--mlir-print-ir-after-all", "print the IR after each pass", on -> options.printAfterAll = on);
    text("--mlir-print-ir-before", "PASS,...", "print the IR before these passes", value -> options.printBefore.addAll(passNames("--mlir-print-ir-before", value)));
    text("--mlir-print-ir-after", "PASS,...", "print the IR after these passes", value -> options.printAfter.addAll(passNames("--mlir-print-ir-after", value)));
    flag("--mlir-print-op-generic", "print operations in generic form", on -> options.generic = on);
    flag("--mlir-print-debuginfo", "print locations", on -> options.debugInfo = on);
    flag("--mlir-print-local-scope", "print without aliases", on -> options.localScope = on);
    number("--mlir-elide-elementsattrs-if-larger", "print no elements of constants of more than N", value -> options.elideAbove = OptionalLong.of(value));
    flag("--verify-diagnostics", "check that the diagnostics are those that // expected-error comments announce", on -> options.verifyDiagnostics = on);
    flag("--verify-each", "verify the IR after each pass (the default)", on -> options.verifyEach = on);
    implied.put(VALIDATE, "true");
    text(VALIDATE, "N|true|false", "run the module before and after each pass, on N traces of a node (" + DEFAULT_TRIALS + " unless said), and compare",
        value -> options.validationTrials = trials(value));
    flag("--split-input-file", "process the parts between // ----- lines one by one", on -> options.splitInput = on);
    flag("--mlir-timing", "print the time that each pass took", on -> options.timing = on);
    flag("--mlir-pass-statistics", "print what each pass counted", on -> options.statistics = on);
    flag("--allow-unregistered-dialect", "accept operations of unknown dialects", on -> options.allowUnregistered = on);
    number("--max-nesting", "refuse input that nests deeper than N (2000 unless said)", value -> options.maxNesting = nesting(value));
    for (var name : PluginArguments.OPTIONS) {
      text(name, "FILE", "add the dialects and passes in a jar or a Java source", value -> options.plugins.add(Path.of(value)));
    }
    text(Watch.OPTION, "FILE", "load the plugin FILE and run its passes, or the pipeline given; do so again whenever it or the input is saved, until standard input ends",
        value -> options.watched = Optional.of(Path.of(value)));
    flag("--show-dialects", "list the dialects and end", on -> options.showDialects = on);
    flag("--print-class-path", "print the class path that plugins are compiled against and end", on -> options.printClassPath = on);
    flag("--list-passes", "list the passes and pipelines and end", on -> options.listPasses = on);
    flag("--help", "print this and end", on -> options.help = on);
    for (var name : passes.names()) {
      if (spec.optionsMap().containsKey("--" + name)) {
        throw new ParameterException(new CommandLine(spec), "a plugin has a pass '" + name + "', which is the name of an option; give the pass another");
      }
      implied.put("--" + name, "");
      this.<String>add(OptionSpec.builder("--" + name).hidden(true).type(String.class), value -> options.flags.add(new Flag(name, value)));
    }
  }

  /** Reads the command line; an error is told by {@link ParameterException}. */
  OptOptions parse(String[] arguments) {
    var normal = normalize(arguments);
    try {
      new CommandLine(spec).setTrimQuotes(false).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true).parseArgs(normal);
    } catch (UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().getFirst();
      int equals = first.indexOf('=');
      var name = equals < 0 ? first : first.substring(0, equals);
      throw new ParameterException(unmatched.getCommandLine(), name.startsWith("-")
          ? "unknown option '" + name + "'" + Spelling.closest(name, spec.optionsMap().keySet()).map(near -> "; did you mean '" + near + "'?").orElse("; --help lists all")
          : "one input at a time, '" + name + "' is another");
    }
    if (options.watched.isPresent() && options.input.equals("-")) {
      throw new ParameterException(new CommandLine(spec), Watch.OPTION + " wants a file to read, not standard input: mlr-opt " + Watch.OPTION + " MyPass.java in.mlir");
    }
    return options;
  }

  /** Gives long options with one dash a second one, and options without their optional value the one implied. */
  private String[] normalize(String[] arguments) {
    var normal = new ArrayList<String>();
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      var name = equals < 0 ? argument : argument.substring(0, equals);
      if (!name.startsWith("--") && spec.optionsMap().containsKey("-" + name) && name.length() > 2) {
        argument = "-" + argument;
        name = "-" + name;
      }
      normal.add(equals < 0 && implied.containsKey(name) ? argument + "=" + implied.get(name) : argument);
    }
    return normal.toArray(String[]::new);
  }

  /** The text of {@code --help}. */
  String help() {
    var out = new StringBuilder("""
        Reads MLIR from FILE, or from standard input when that is - or missing, runs passes on it and prints the result.
        Usage: mlr-opt [OPTION | --PASS[="OPTION=VALUE ..."]]... [FILE]
        Options:
        """);
    for (var option : spec.options()) {
      if (!option.hidden()) {
        var syntax = option.longestName() + (option.paramLabel().equals(FLAG) ? "" : "=" + option.paramLabel());
        out.append("  ").append(syntax).append("  - ").append(option.description()[0]).append('\n');
      }
    }
    return out + passList();
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

  private void text(String name, String label, String description, Consumer<String> set) {
    add(OptionSpec.builder(name).paramLabel(label).description(description).type(String.class), set);
  }

  private void number(String name, String description, Consumer<Long> set) {
    add(OptionSpec.builder(name).paramLabel("N").description(description).type(Long.class), set);
  }

  private OptionalInt trials(String value) {
    return switch (value) {
      case "true" -> OptionalInt.of(DEFAULT_TRIALS);
      case "false", "0" -> OptionalInt.empty();
      case String number when number.matches("[1-9][0-9]{0,8}") -> OptionalInt.of(Integer.parseInt(number));
      default -> throw new ParameterException(new CommandLine(spec), VALIDATE + " takes a number of traces, true or false, not '" + value + "'");
    };
  }

  private int nesting(long levels) {
    if (levels < 0 || levels > Integer.MAX_VALUE) {
      throw new ParameterException(new CommandLine(spec), "--max-nesting takes a number of levels from 0 to " + Integer.MAX_VALUE + ", not " + levels);
    }
    return (int) levels;
  }

  private List<String> passNames(String option, String value) {
    var names = List.of(value.split(","));
    var known = passes.passes().stream().map(PassDefinition::argument).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(new CommandLine(spec), option + " knows no pass '" + name + "'"
            + Spelling.closest(name, known).map(near -> "; did you mean '" + near + "'?").orElse("; --list-passes lists all"));
      }
    }
    return names;
  }

  private void flag(String name, String description, Consumer<Boolean> set) {
    implied.put(name, "true");
    add(OptionSpec.builder(name).paramLabel(FLAG).description(description).type(Boolean.class), set);
  }

  /** Every option may come several times: its setter hears of each in the order of the command line. */
  private <T> void add(OptionSpec.Builder option, Consumer<T> set) {
    spec.addOption(option.arity("1").setter(setter(set)).build());
  }

  private static <T> CommandLine.Model.ISetter setter(Consumer<T> set) {
    return new CommandLine.Model.ISetter() {
      @Override
      @SuppressWarnings("unchecked")
      public <V> V set(V value) {
        if (value != null) {
          set.accept((T) value);
        }
        return null;
      }
    };
  }
}
