package mlr.tools.mlr;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mlr.frontend.types.Scalar;
import mlr.ir.plugin.PluginArguments;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of {@code mlr}: what there is to say, and what was said. */
final class MlrCommand {
  /** A command with its options, ready to run. */
  @FunctionalInterface
  interface Action {
    int run(PrintStream out, PrintStream err);
  }

  private final CommandLine commandLine;

  MlrCommand() {
    var spec = CommandSpec.create().name("mlr");
    spec.usageMessage().description("MLR: reactive programs with machine learning, from source to microcontroller.");
    spec.addOption(help());
    spec.addSubcommand("check", program("Print types, clocks and warnings of every node."));
    spec.addSubcommand("run", runSpec());
    spec.addSubcommand("build", buildSpec());
    spec.addSubcommand("demo", CommandSpec.create().addOption(help())
        .addOption(OptionSpec.builder("--engine").paramLabel("ENGINE").type(List.class).auxiliaryTypes(String.class).description("only these engines").build()));
    spec.addSubcommand("test", CommandSpec.create().addOption(help()));
    spec.addSubcommand("fuzz", fuzzSpec());
    describe(spec, "demo", "Run the trained driving policy over recorded drives on every engine.");
    describe(spec, "test", "Run all tests: unit, lit, conformance, boards; or only those named.");
    commandLine = new CommandLine(spec);
  }

  private static void describe(CommandSpec spec, String command, String text) {
    spec.subcommands().get(command).getCommandSpec().usageMessage().description(text);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("print this").build();
  }

  private static CommandSpec program(String description) {
    var spec = CommandSpec.create().addOption(help());
    spec.usageMessage().description(description);
    spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("1").type(Path.class).description("the .mlr source").build());
    spec.addOption(OptionSpec.builder("--node").paramLabel("NAME").type(String.class).description("the node; the only exported one when not said").build());
    spec.addOption(OptionSpec.builder("--params").paramLabel("FILE").type(Path.class).description("safetensors file that binds the parameters").build());
    spec.addOption(OptionSpec.builder("--real").paramLabel("f32|f64").type(String.class).defaultValue("f32").description("what 'real' means; ${DEFAULT-VALUE}").build());
    spec.addOption(OptionSpec.builder("-I", "--import-path").paramLabel("FOLDER").type(List.class).auxiliaryTypes(Path.class)
        .description("where imported modules are, besides the importing file's folder").build());
    spec.addOption(OptionSpec.builder(PluginArguments.OPTIONS.toArray(String[]::new)).paramLabel("FILE").type(List.class).auxiliaryTypes(Path.class)
        .description("add the dialects in a jar or a Java source").build());
    return spec;
  }

  private static CommandSpec runSpec() {
    var spec = program("Run a node and print its outputs as CSV, one row an instant.");
    spec.addOption(OptionSpec.builder("--input").paramLabel("FILE").type(Path.class).description("CSV table of the inputs").build());
    spec.addOption(OptionSpec.builder("--steps").paramLabel("COUNT").type(Integer.class).description("instants to run; all rows of the table when not said").build());
    spec.addOption(OptionSpec.builder("--engine").paramLabel("ENGINE").type(String.class).defaultValue(Engines.INTERPRETER)
        .description("interpreter, host, cortex-m4, cortex-m7, rv32imac or rv32imafc; ${DEFAULT-VALUE}").build());
    return spec;
  }

  private static CommandSpec buildSpec() {
    var spec = program("Write the node's object file, C header and certificate.");
    spec.addOption(OptionSpec.builder("--target").paramLabel("TARGET").type(String.class).required(true)
        .description("host, cortex-m4, cortex-m7, rv32imac or rv32imafc").build());
    spec.addOption(OptionSpec.builder("-o", "--output").paramLabel("FOLDER").type(Path.class).defaultValue(".").description("where to; the current folder").build());
    return spec;
  }

  private static CommandSpec fuzzSpec() {
    var spec = CommandSpec.create().addOption(help());
    spec.usageMessage().description("Look for defects of the compiler with random modules, or with broken input.");
    spec.addOption(OptionSpec.builder("--count").paramLabel("COUNT").type(Long.class).defaultValue("1000").description("inputs to check; ${DEFAULT-VALUE}").build());
    spec.addOption(OptionSpec.builder("--seed").paramLabel("SEED").type(Long.class).defaultValue("0").description("seed of the first input; those that follow count on; ${DEFAULT-VALUE}").build());
    spec.addOption(OptionSpec.builder("--threads").paramLabel("COUNT").type(Integer.class).description("inputs checked at a time; one a processor when not said").build());
    spec.addOption(OptionSpec.builder("--broken").description("break texts and binary files instead of making valid modules").build());
    spec.addOption(OptionSpec.builder("--only").paramLabel("PASS").type(List.class).auxiliaryTypes(String.class).splitRegex(",").description("check these passes only").build());
    spec.addOption(OptionSpec.builder("--print").description("print the modules and check nothing").build());
    spec.addOption(OptionSpec.builder("-o", "--output").paramLabel("FOLDER").type(Path.class).defaultValue(".").description("where reproducers go; the current folder").build());
    return spec;
  }

  private static FuzzCommand fuzz(ParseResult command) {
    long count = command.matchedOptionValue("--count", 1000L);
    int threads = command.matchedOptionValue("--threads", Runtime.getRuntime().availableProcessors());
    if (count < 0 || threads < 1) {
      throw new ParameterException(command.commandSpec().commandLine(), "--count is at least 0 and --threads at least 1");
    }
    return new FuzzCommand(command.matchedOptionValue("--seed", 0L), count, threads, command.hasMatchedOption("--broken"), command.hasMatchedOption("--print"),
        command.matchedOptionValue("--only", List.of()), command.matchedOptionValue("-o", Path.of(".")));
  }

  /** Reads a command line; what is wrong with it is a {@link ParameterException}. */
  Action parse(String[] arguments) {
    var result = commandLine.parseArgs(arguments);
    if (!result.hasSubcommand()) {
      return (out, err) -> usage(commandLine, result.isUsageHelpRequested() ? out : err, result.isUsageHelpRequested());
    }
    var command = result.subcommand();
    var line = command.commandSpec().commandLine();
    if (command.isUsageHelpRequested()) {
      return (out, _) -> usage(line, out, true);
    }
    return switch (command.commandSpec().name()) {
      case "check" -> new CheckCommand(options(command))::run;
      case "run" -> new RunCommand(options(command), Optional.ofNullable(command.matchedOptionValue("--input", null)), steps(command), engine(command))::run;
      case "build" -> new BuildCommand(options(command), command.matchedOptionValue("--target", ""), command.matchedOptionValue("-o", Path.of(".")))::run;
      case "demo" -> new DemoCommand(command.matchedOptionValue("--engine", List.of()))::run;
      case "fuzz" -> fuzz(command)::run;
      default -> throw new ParameterException(line, "'mlr test' is run by the launcher bin/mlr");
    };
  }

  private static int usage(CommandLine line, PrintStream out, boolean asked) {
    line.usage(out);
    return asked ? Mlr.SUCCESS : Mlr.USER_ERROR;
  }

  private static String engine(ParseResult command) {
    return command.matchedOptionValue("--engine", Engines.INTERPRETER);
  }

  private static OptionalInt steps(ParseResult command) {
    Integer steps = command.matchedOptionValue("--steps", null);
    if (steps != null && steps < 0) {
      throw new ParameterException(command.commandSpec().commandLine(), "--steps is " + steps + "; it counts instants, from 0 on");
    }
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }

  private static ProgramOptions options(ParseResult command) {
    String real = command.matchedOptionValue("--real", "f32");
    if (!List.of("f32", "f64").contains(real)) {
      throw new ParameterException(command.commandSpec().commandLine(), "--real is f32 or f64, not '" + real + "'");
    }
    return new ProgramOptions(command.matchedPositionalValue(0, Path.of("")), Optional.ofNullable(command.matchedOptionValue("--node", null)),
        Optional.ofNullable(command.matchedOptionValue("--params", null)), real.equals("f64") ? Scalar.F64 : Scalar.F32,
        command.matchedOptionValue("-I", List.of()), command.matchedOptionValue(PluginArguments.OPTIONS.getFirst(), List.of()));
  }
}
