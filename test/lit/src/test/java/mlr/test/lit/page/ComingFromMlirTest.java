package mlr.test.lit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mlr.test.lit.Project;
import mlr.test.lit.program.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code docs/coming-from-mlir.md} says of flags is so, and it leaves none out. */
@Tag("lit")
final class ComingFromMlirTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(--?[\\w-]+)` \\| (same|differs|left out) \\|");
  private static final Pattern NAME = Pattern.compile("`(--?[\\w-]+)`");
  private static final Pattern OPTION = Pattern.compile("(?m)^  (--?[\\w-]+)");

  private final Path root = Project.root();
  private final String page = Files.readString(root.resolve("docs/coming-from-mlir.md"));

  ComingFromMlirTest() throws IOException {}

  @Test
  void flagsThatAreThereAreThere() throws IOException, InterruptedException {
    var ours = options("mlr-opt");
    table().forEach((flag, how) -> assertEquals(!how.equals("left out"), ours.contains(flag), flag + " is said to be: " + how));
  }

  @Test
  void everyGeneralFlagOfUpstreamIsNamed() throws IOException, InterruptedException {
    var named = new TreeSet<>(table().keySet());
    NAME.matcher(page.substring(page.indexOf("<details>"), page.indexOf("</details>"))).results().forEach(found -> named.add(found.group(1)));
    var upstream = options("mlir-opt-19");
    assertTrue(upstream.size() > 200, "only " + upstream.size() + " options of mlir-opt");
    upstream.removeAll(named);
    assertEquals(Set.of(), upstream);
  }

  private Map<String, String> table() {
    var rows = new LinkedHashMap<String, String>();
    ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), row.group(2)));
    assertTrue(rows.size() > 50, "only " + rows.size() + " rows");
    return rows;
  }

  /** The general options that a tool's help lists: in upstream's, passes are indented more. */
  private Set<String> options(String tool) throws IOException, InterruptedException {
    var help = new String(new Programs(root, Programs.CHECKED_TOOLS).find(tool).run(List.of("--help"), new byte[0], false).output(), StandardCharsets.UTF_8);
    var options = new TreeSet<String>();
    OPTION.matcher(help.replaceFirst("(?s)\nPasses, run in the order.*", "\n")).results().forEach(found -> options.add(found.group(1)));
    return options;
  }
}
