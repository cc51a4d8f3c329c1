package mlr.tools.translate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.text.Spelling;
import mlr.ir.tool.WholeFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of {@code mlr-translate}. */
final class TranslateCommand {
  private final CommandLine line;

  TranslateCommand() {
    var spec = CommandSpec.create().name("mlr-translate");
    spec.usageMessage().description("Translates between MLR source, MLIR, LLVM IR and object files.");
    spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("0..1").type(String.class).description("the input; standard input when not said").build());
    for (var translation : Translation.values()) {
      spec.addOption(OptionSpec.builder(translation.flag()).type(boolean.class).description(translation.description()).build());
    }
    spec.addOption(OptionSpec.builder("-o").paramLabel("FILE").type(String.class).description("write the result to FILE, whole or not at all").build());
    spec.addOption(OptionSpec.builder("--target").paramLabel("TARGET").type(String.class).description("target of LLVM IR or an object file; host when not said").build());
    spec.addOption(OptionSpec.builder("--real").paramLabel("f32|f64").type(String.class).description("what 'real' means in MLR source; f32 when not said").build());
    spec.addOption(OptionSpec.builder("--node").paramLabel("NAME").type(String.class).description("the only node to export").build());
    spec.addOption(OptionSpec.builder("--params").paramLabel("FILE").type(Path.class).description("safetensors file that binds parameters").build());
    spec.addOption(OptionSpec.builder(PluginArguments.OPTIONS.toArray(String[]::new)).paramLabel("FILE").type(List.class).auxiliaryTypes(Path.class)
        .description("add the dialects in a jar or a Java source").build());
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("print this").build());
    line = new CommandLine(spec);
  }

  void printUsage(PrintStream out) {
    line.usage(out);
  }

  /** Reads a command line; empty when help was asked for. */
  Optional<TranslateOptions> parse(String[] arguments) {
    var result = parsed(arguments);
    if (result.isUsageHelpRequested()) {
      return Optional.empty();
    }
    var chosen = Arrays.stream(Translation.values()).filter(t -> result.hasMatchedOption(t.flag())).toList();
    if (chosen.size() != 1) {
      throw new ParameterException(line, "say one translation: " + String.join(", ", Arrays.stream(Translation.values()).map(Translation::flag).toList()));
    }
    String real = result.matchedOptionValue("--real", "f32");
    if (!real.equals("f32") && !real.equals("f64")) {
      throw new ParameterException(line, "--real is f32 or f64, not '" + real + "'");
    }
    return Optional.of(new TranslateOptions(chosen.getFirst(), result.matchedPositionalValue(0, "-"), WholeFile.named(result.matchedOptionValue("-o", "-")),
        result.matchedOptionValue("--target", "host"), real, Optional.ofNullable(result.matchedOptionValue("--node", null)),
        Optional.ofNullable(result.matchedOptionValue("--params", null))));
  }

  private CommandLine.ParseResult parsed(String[] arguments) {
    try {
      return line.parseArgs(arguments);
    } catch (UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().getFirst();
      int equals = first.indexOf('=');
      var name = equals < 0 ? first : first.substring(0, equals);
      throw new ParameterException(line, name.startsWith("-")
          ? "unknown option '" + name + "'" + Spelling.closest(name, line.getCommandSpec().optionsMap().keySet()).map(near -> "; did you mean '" + near + "'?").orElse("; --help lists all")
          : "one input at a time, '" + name + "' is another");
    }
  }
}
