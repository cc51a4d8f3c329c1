package mlr.test.lit.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.test.lit.LitFile;
import mlr.test.lit.LitTest;
import mlr.test.lit.Project;
import mlr.test.lit.program.InProcessProgram;
import mlr.test.lit.program.Program;
import mlr.test.lit.program.Program.Result;
import mlr.test.lit.program.Programs;
import mlr.tools.opt.MlrOpt;
import mlr.tools.translate.MlrTranslate;

/** Every module that the tools print in the lit tests, which run for it once in a JVM. */
final class PrintedModules {
  /** The flags whose text is for the eye only, upstream's too. */
  private static final Set<String> UNREADABLE = Set.of("--mlir-pretty-debuginfo", "--mlir-print-skip-regions");

  private PrintedModules() {}

  /** Runs once, when it is first asked for. */
  private static final class Holder {
    private static final List<PrintedModule> MODULES = run();
  }

  static List<PrintedModule> ofAllTests() {
    return Holder.MODULES;
  }

  private static List<PrintedModule> run() {
    var modules = new ArrayList<PrintedModule>();
    var root = Project.root();
    try {
      for (var path : LitFile.findAll(root.resolve("test/lit"))) {
        var outputs = new ArrayList<String>();
        var test = new LitTest(root, path, recorded(outputs));
        if (test.runsOnThisHost()) {
          test.execute();
        }
        for (var output : outputs) {
          modules.addAll(PrintedModule.of(root.relativize(path).toString(), output));
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    return List.copyOf(modules);
  }

  /** The tools without validation, whose outputs are kept, and a FileCheck that has no objections. */
  private static Map<String, Program> recorded(List<String> outputs) {
    var tools = new HashMap<>(Programs.CHECKED_TOOLS);
    tools.put("mlr-opt", recording(new InProcessProgram(MlrOpt::run, List.of()), outputs));
    tools.put("mlr-translate", recording(new InProcessProgram(MlrTranslate::run, List.of()), outputs));
    tools.put("FileCheck", (arguments, input, together) -> new Result(0, new byte[0], new byte[0]));
    return tools;
  }

  private static Program recording(Program tool, List<String> outputs) {
    return (arguments, input, together) -> {
      var result = tool.run(arguments, input, together);
      if (!together && Collections.disjoint(arguments, UNREADABLE)) {
        outputs.add(new String(result.output(), StandardCharsets.UTF_8));
      }
      return result;
    };
  }
}
