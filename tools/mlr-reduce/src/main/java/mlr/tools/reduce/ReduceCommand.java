package mlr.tools.reduce;

import java.util.List;
import java.util.Optional;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.tool.WholeFile;
import mlr.tools.opt.FlagSet;
import mlr.tools.reduce.test.PipelineTest.Wrong;

/** The command line of {@code mlr-reduce}. */
final class ReduceCommand {
  private static final int TRIALS = 8;

  private final ReduceOptions options = new ReduceOptions();
  private final FlagSet flags = new FlagSet(value -> options.input = value);

  ReduceCommand() {
    flags.text("-o", "FILE", "write the result to FILE, whole or not at all", value -> options.output = WholeFile.named(value));
    flags.text("--test", "PROGRAM", "keep what PROGRAM, given the IR in a file, ends with another status than 0 for", value -> options.script = Optional.of(value));
    flags.text("--test-args", "ARGUMENTS", "what PROGRAM gets before the file, separated by spaces", value -> options.scriptArguments.addAll(List.of(value.trim().split("\\s+"))));
    flags.text("--pass-pipeline", "PIPELINE", "keep what this pipeline goes wrong on, in one of the next three ways", value -> options.pipeline = Optional.of(value));
    flags.text("--fails-with", "TEXT", "a diagnostic or an internal error contains TEXT", value -> options.wrong = Optional.of(new Wrong.Says(value)));
    flags.flag("--crashes", "a pass breaks", on -> options.wrong = on ? Optional.of(new Wrong.Crashes()) : Optional.empty());
    flags.number("--validation-trials", 1, Integer.MAX_VALUE, "a number of traces", "a pass changes what the program means, as seen on N traces",
        value -> options.wrong = Optional.of(new Wrong.ChangesMeaning(value.intValue())));
    flags.flag("--validation-fails", "the same on " + TRIALS + " traces", on -> options.wrong = on ? Optional.of(new Wrong.ChangesMeaning(TRIALS)) : Optional.empty());
    flags.flag("--allow-unregistered-dialect", "accept operations of unknown dialects", on -> options.allowUnregistered = on);
    flags.number("--max-nesting", 0, Integer.MAX_VALUE, "a number of levels", "refuse input that nests deeper than N (2000 unless said)", value -> options.maxNesting = value.intValue());
    for (var name : PluginArguments.OPTIONS) {
      // Plugins are loaded before the command line is read.
      flags.text(name, "FILE", "add the dialects and passes in a jar or a Java source", _ -> {});
    }
    flags.flag("--help", "print this and end", on -> options.help = on);
  }

  /** Reads the command line; an error is told by {@link mlr.tools.opt.CommandLineException}. */
  ReduceOptions parse(String[] arguments) {
    flags.parse(arguments);
    if (!options.help && options.script.isPresent() == options.pipeline.isPresent()) {
      throw flags.error("give what to look for: --test=PROGRAM, or --pass-pipeline=PIPELINE with --fails-with=TEXT, --crashes or --validation-fails");
    }
    if (options.pipeline.isPresent() && options.wrong.isEmpty()) {
      throw flags.error("--pass-pipeline wants --fails-with=TEXT, --crashes or --validation-fails beside it");
    }
    return options;
  }

  /** The text of {@code --help}. */
  String help() {
    return """
        Makes MLIR smaller while it stays interesting: deletes operations, regions, branches, operands, arguments, results and attributes.
        Usage: mlr-reduce [OPTION]... [FILE]
        Options:
        """ + flags.help();
  }
}
