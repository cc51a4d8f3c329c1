package mlr.test.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A test file and the directives in its comments: {@code RUN:}, {@code REQUIRES:} and {@code XFAIL: *}, as lit defines them.
 *
 * @param path the file
 * @param runLines the commands in order, lines that end in a backslash joined with the next
 * @param requires the features of the host the test needs
 * @param expectedToFail whether the test is known to fail, so that its passing is the error
 */
public record LitFile(Path path, List<String> runLines, List<String> requires, boolean expectedToFail) {
  private static final Pattern DIRECTIVE = Pattern.compile("(?://|--|#)\\s*(RUN|REQUIRES|XFAIL):\\s*(.*?)\\s*$");

  /** Reads the directives of {@code path}; a file without a {@code RUN:} line gives an empty list of commands. */
  public static LitFile read(Path path) throws IOException {
    var runLines = new ArrayList<String>();
    var requires = new ArrayList<String>();
    boolean expectedToFail = false;
    boolean continued = false;
    for (String line : Files.readAllLines(path)) {
      var directive = DIRECTIVE.matcher(line);
      if (!directive.find()) {
        continue;
      }
      String text = directive.group(2);
      switch (directive.group(1)) {
        case "REQUIRES" -> Stream.of(text.split(",")).map(String::strip).forEach(requires::add);
        case "XFAIL" -> expectedToFail = true;
        default -> {
          String command = continued ? runLines.removeLast() + text : text;
          continued = command.endsWith("\\");
          runLines.add(continued ? command.substring(0, command.length() - 1) : command);
        }
      }
    }
    return new LitFile(path, List.copyOf(runLines), List.copyOf(requires), expectedToFail);
  }

  /** All test files below {@code suite} in the order of their names, without the module's own folders and the {@code Inputs} of tests. */
  public static List<Path> findAll(Path suite) throws IOException {
    try (var files = Files.walk(suite)) {
      return files.filter(file -> file.toString().endsWith(".mlir") || file.toString().endsWith(".mlr"))
          .filter(file -> isTest(suite.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isTest(Path relative) {
    String top = relative.getName(0).toString();
    for (Path folder : relative) {
      if (folder.toString().equals("Inputs")) {
        return false;
      }
    }
    return !top.equals("src") && !top.equals("target");
  }
}
