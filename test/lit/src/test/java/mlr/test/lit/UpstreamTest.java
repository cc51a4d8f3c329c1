package mlr.test.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.ir.text.PrintOptions;
import mlr.test.lit.Program.Result;
import mlr.tools.opt.MlrOpt;
import mlr.tools.translate.MlrTranslate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Upstream's mlir-opt as judge over everything that the tools print in the tests of this folder. */
@Tag("lit")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpstreamTest {
  /** The flags whose text is for the eye only, upstream's too. */
  private static final Set<String> UNREADABLE = Set.of("--mlir-pretty-debuginfo", "--mlir-print-skip-regions");

  private final List<PrintedModule> modules = new ArrayList<>();

  @BeforeAll
  void runAllTestsAndKeepWhatTheyPrint() throws IOException, InterruptedException {
    var root = LitTests.projectRoot();
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
    assertFalse(modules.isEmpty(), "the tests print modules");
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

  @Test
  void readsTheGenericFormOfAll() {
    var batch = new UpstreamBatch(modules.stream().map(module -> UpstreamNames.renamed(module.print(PrintOptions.GENERIC))).toList());
    batch.run("--mlir-print-op-generic");
    assertEquals("", complaints(modules, batch));
  }

  @Test
  void printsTheCustomFormOfItsOwnDialectsAsWeDo() {
    printsAsWeDo(PrintOptions.DEFAULT);
  }

  @Test
  void printsLocationsAsWeDo() {
    printsAsWeDo(PrintOptions.DEFAULT.withDebugInfo(true), "--mlir-print-debuginfo");
  }

  private void printsAsWeDo(PrintOptions options, String... flags) {
    var twins = modules.stream().filter(PrintedModule::hasTwin).toList();
    assertTrue(twins.size() > 100, () -> "only " + twins.size() + " of " + modules.size() + " modules have upstream twins");
    var texts = twins.stream().map(module -> module.print(options)).toList();
    var batch = new UpstreamBatch(texts);
    var printed = batch.run(flags);
    assertEquals("", complaints(twins, batch));
    var differences = new ArrayList<String>();
    for (int i = 0; i < twins.size(); i++) {
      if (!texts.get(i).equals(printed.get(i))) {
        differences.add(twins.get(i).file() + ": " + firstDifference(printed.get(i), texts.get(i)));
      }
    }
    assertEquals(List.of(), differences);
  }

  private static String complaints(List<PrintedModule> judged, UpstreamBatch batch) {
    return batch.errors().stream().map(error -> judged.get(error.part()).file() + ": " + error.message() + "\n    " + error.line()).distinct().limit(40).collect(Collectors.joining("\n"));
  }

  private static String firstDifference(String upstream, String ours) {
    var theirs = upstream.lines().toList();
    var mine = ours.lines().toList();
    for (int i = 0; i < Math.min(theirs.size(), mine.size()); i++) {
      if (!theirs.get(i).equals(mine.get(i))) {
        return "upstream `" + theirs.get(i) + "`, ours `" + mine.get(i) + "`";
      }
    }
    return "upstream has " + theirs.size() + " lines, ours " + mine.size();
  }
}
