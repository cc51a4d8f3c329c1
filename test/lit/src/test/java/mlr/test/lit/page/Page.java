package mlr.test.lit.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Markdown page and the fenced blocks on it. */
record Page(Path path, List<Snippet> snippets) {
  private static final Pattern FILE_COMMENT = Pattern.compile("//\\s+([\\w.-]+\\.(?:java|mlir))");

  /**
   * One fenced block.
   *
   * @param line the line of its fence, counted from 1
   * @param language the word after the fence
   * @param lines what it holds
   */
  record Snippet(int line, String language, List<String> lines) {
    /** The name of the file that it is, when its first line is a comment that holds just that. */
    Optional<String> file() {
      return lines.stream().findFirst().map(FILE_COMMENT::matcher).filter(java.util.regex.Matcher::matches).map(found -> found.group(1));
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** Reads the blocks of a page; one that is not closed runs to the end. */
  static Page read(Path path) throws IOException {
    var snippets = new ArrayList<Snippet>();
    Optional<Snippet> open = Optional.empty();
    int number = 0;
    for (var line : Files.readAllLines(path)) {
      number++;
      if (!line.startsWith("```")) {
        open.ifPresent(snippet -> snippet.lines().add(line));
      } else if (open.isPresent()) {
        snippets.add(open.get());
        open = Optional.empty();
      } else {
        open = Optional.of(new Snippet(number, line.substring(3).strip(), new ArrayList<>()));
      }
    }
    open.ifPresent(snippets::add);
    return new Page(path, List.copyOf(snippets));
  }
}
