package mlr.test.lit.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.tools.mlr.Mlr;
import mlr.tools.opt.MlrOpt;
import mlr.tools.reduce.MlrReduce;
import mlr.tools.translate.MlrTranslate;

/**
 * Finds programs by name: tools that are given, such as our own in this JVM; LLVM's ({@code FileCheck}, {@code mlir-opt-19}, …) in the folder
 * {@code LLVM_TOOLS_DIR} or where Debian puts them; all others on the {@code PATH}.
 */
public final class Programs {
  /** Every pass of every test is checked by running the module before and after it. */
  private static final List<String> CHECKED = List.of("--validate-passes", "--validation-summary=false");

  /** Our own tools as the tests run them. */
  public static final Map<String, Program> CHECKED_TOOLS = Map.of(
      "mlr-opt", new InProcessProgram(MlrOpt::run, CHECKED),
      "mlr-reduce", new InProcessProgram(MlrReduce::run, List.of()),
      "mlr-translate", new InProcessProgram(MlrTranslate::run, List.of()),
      "mlr", new InProcessProgram(Mlr::run, List.of()));

  private static final List<String> LLVM_FOLDERS = List.of("/usr/lib/llvm-19/bin", "/usr/local/opt/llvm@19/bin", "/opt/llvm-19/bin");

  private final Path folder;
  private final Map<String, Program> tools;

  /** Programs that run in {@code folder}; {@code tools} come before what the host has by their names. */
  public Programs(Path folder, Map<String, Program> tools) {
    this.folder = folder;
    this.tools = tools;
  }

  /** The program called {@code name}, or an {@link IllegalArgumentException} that says what to install. */
  public Program find(String name) {
    return Optional.ofNullable(tools.get(name)).orElseGet(() -> new ExternalProgram(executable(name), folder));
  }

  private static Path executable(String name) {
    String plain = name.endsWith("-19") ? name.substring(0, name.length() - 3) : name;
    var llvm = Stream.concat(Optional.ofNullable(System.getenv("LLVM_TOOLS_DIR")).stream(), LLVM_FOLDERS.stream())
        .map(place -> Path.of(place, plain));
    var path = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")).map(place -> Path.of(place, name));
    return Stream.concat(llvm, path)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "program `" + name + "` not found; LLVM's tools are in the Debian packages llvm-19-tools and mlir-19-tools"));
  }
}
