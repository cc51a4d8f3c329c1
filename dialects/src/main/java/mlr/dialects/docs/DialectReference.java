package mlr.dialects.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.dialects.AllDialects;

/**
 * Writes the reference pages of all dialects, made from their definitions.
 *
 * <p>Usage: {@code DialectReference FOLDER}, with the folder that gets one {@code <dialect>.md} each and an index, {@code README.md}.
 */
public final class DialectReference {
  private DialectReference() {}

  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    for (var page : pages().entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  /** The text of every page by its file name. */
  public static Map<String, String> pages() {
    var registry = AllDialects.registry();
    var pages = new LinkedHashMap<String, String>();
    var index = new StringBuilder("# Dialects\n\nMade from the definitions by `mlr.dialects.docs.DialectReference`.\n\n| dialect | "
        + "operations |\n|---|---|\n");
    for (var namespace : registry.namespaces().stream().sorted().toList()) {
      var dialect = registry.dialect(namespace).orElseThrow();
      pages.put(namespace + ".md", DialectPage.of(dialect));
      index.append("| [").append(namespace).append("](").append(namespace).append(".md) | ").append(dialect.operations().size()).append(" |\n");
    }
    pages.put("README.md", index.toString());
    return pages;
  }
}
