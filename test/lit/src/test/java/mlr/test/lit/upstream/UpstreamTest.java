package mlr.test.lit.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.PrintOptions;
import mlr.test.lit.LitFile;
import mlr.test.lit.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Upstream's mlir-opt as judge over everything that the tools print in the tests of this folder: all at once, since a start of it costs more than reading a
 * module. {@code RUN:} lines call it for what it does besides, such as reading a test's source.
 */
@Tag("lit")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpstreamTest {
  private static final String ROUND_TRIP = "mlr-opt %s | mlr-opt | FileCheck %s";

  private final List<PrintedModule> modules = PrintedModules.ofAllTests();

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

  /** Values and blocks aside, which upstream numbers in the order in which it happens to come upon them. */
  @Test
  void printsTheGenericFormAsWeDo() {
    var twins = modules.stream().filter(PrintedModule::hasTwin).toList();
    var texts = twins.stream().map(module -> module.print(PrintOptions.GENERIC)).toList();
    var printed = new UpstreamBatch(texts).run("--mlir-print-op-generic");
    var differences = new ArrayList<String>();
    for (int i = 0; i < twins.size(); i++) {
      var ours = withoutNames(texts.get(i));
      var theirs = withoutNames(printed.get(i));
      if (!ours.equals(theirs)) {
        differences.add(twins.get(i).file() + ": " + firstDifference(theirs, ours));
      }
    }
    assertEquals("", String.join("\n", differences));
  }

  /** The tests that show every operation of a dialect: upstream reads what they are written in, and we read the generic form that it prints, to the same module. */
  @Test
  void readsSourcesAsWeDo() throws IOException {
    var root = Project.root();
    var sources = new ArrayList<PrintedModule>();
    var texts = new ArrayList<String>();
    for (var path : LitFile.findAll(root.resolve("test/lit"))) {
      if (LitFile.read(path).runLines().contains(ROUND_TRIP)) {
        var text = Files.readString(path);
        var source = PrintedModule.read(root.relativize(path).toString(), new SourceFile(path.toString(), text));
        if (source.hasTwin()) {
          sources.add(source);
          texts.add(text);
        }
      }
    }
    assertTrue(sources.size() >= 9, () -> "only " + sources);
    var batch = new UpstreamBatch(texts);
    var printed = batch.run("--mlir-print-op-generic");
    assertEquals("", complaints(sources, batch));
    for (int i = 0; i < sources.size(); i++) {
      var file = sources.get(i).file();
      var theirs = PrintedModule.read(file, new SourceFile(file, printed.get(i)));
      assertEquals(sources.get(i).print(PrintOptions.DEFAULT), theirs.print(PrintOptions.DEFAULT), file);
    }
  }

  private static String withoutNames(String text) {
    return text.replaceAll("%[\\w$.-]+|\\^bb\\d+", "%");
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
