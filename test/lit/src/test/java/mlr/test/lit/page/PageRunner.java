package mlr.test.lit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.test.lit.Script;
import mlr.test.lit.Script.Command;
import mlr.test.lit.Script.Pipeline;
import mlr.test.lit.Script.Target;
import mlr.test.lit.ScriptParser;
import mlr.test.lit.ScriptRunner;
import mlr.test.lit.page.Page.Snippet;

/**
 * Does what a page shows, in a folder of its own: writes the files that it names, compiles its Java, parses its MLIR, runs its
 * commands and compares what they print, line by line, with what stands below them. A line {@code ...} stands for any lines. MLIR
 * that is wrong on purpose is marked {@code mlir error}; the command that reads it shows the error.
 */
record PageRunner(Path folder) {
  private static final String OUTPUT = "printed";

  /** Only writes the files of a page, which a later page uses. */
  void writeFiles(Page page) throws IOException {
    for (var snippet : page.snippets()) {
      writeFile(snippet);
    }
  }

  private void writeFile(Snippet snippet) throws IOException {
    if (snippet.file().isPresent()) {
      Files.writeString(folder.resolve(snippet.file().get()), snippet.text());
    }
  }

  void run(Page page) throws IOException, InterruptedException {
    for (var snippet : page.snippets()) {
      var place = page.path().getFileName() + ":" + snippet.line() + ": ";
      switch (snippet.language()) {
        case "java" -> java(snippet, place);
        case "mlir" -> mlir(snippet, place);
        case "mlir error" -> writeFile(snippet);
        case "console" -> console(snippet, place);
        default -> fail(place + "a block of `" + snippet.language() + "` is not tested; write java, mlir or console");
      }
    }
  }

  /** A file is kept, and compiled when a command loads it; anything else is a piece of a file. */
  private void java(Snippet snippet, String place) throws IOException {
    if (snippet.file().isPresent()) {
      Files.writeString(folder.resolve(snippet.file().get()), snippet.text());
    } else {
      var piece = stripped(snippet.text());
      assertTrue(files(".java").anyMatch(file -> stripped(read(file)).contains(piece)), place + "this is no piece of a Java file of the page, nor is its first line `// Name.java`");
    }
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private Stream<Path> files(String ending) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private void mlir(Snippet snippet, String place) throws IOException, InterruptedException {
    var file = folder.resolve(snippet.file().orElse("snippet.mlir"));
    Files.writeString(file, snippet.text());
    var words = new ArrayList<>(List.of("mlr-opt", file.toString()));
    files(".java").forEach(source -> words.add("--load-plugin=" + source));
    var failure = new ScriptRunner(folder).run(new Script(List.of(new Pipeline(List.of(new Command(words, Optional.empty(), Optional.empty(), Optional.empty()))))));
    failure.ifPresent(message -> fail(place + message));
  }

  void console(Snippet snippet, String place) throws IOException, InterruptedException {
    for (int at = 0; at < snippet.lines().size(); ) {
      var line = snippet.lines().get(at++);
      assertTrue(line.startsWith("$ "), place + "a command starts with `$ `, unlike: " + line);
      var command = new StringBuilder(line.substring(2));
      while (command.toString().endsWith("\\")) {
        command.setLength(command.length() - 1);
        command.append(snippet.lines().get(at++).strip());
      }
      var expected = new ArrayList<String>();
      while (at < snippet.lines().size() && !snippet.lines().get(at).startsWith("$ ")) {
        expected.add(snippet.lines().get(at++));
      }
      check(command.toString(), expected, place);
    }
  }

  private void check(String command, List<String> expected, String place) throws IOException, InterruptedException {
    var failure = failure(command);
    var printed = Files.readString(folder.resolve(OUTPUT)).replace(folder + "/", "");
    if (!pattern(expected).matcher(printed).matches()) {
      assertEquals(String.join("\n", expected), printed.stripTrailing(), place + command);
    }
    boolean announced = expected.stream().anyMatch(line -> line.contains("error: "));
    assertEquals(announced, failure.isPresent(), () -> place + command + "\n" + failure.orElse("succeeds, though an error is shown"));
  }

  /** Runs a pipeline, whose output goes to a file; why it failed, if it did. */
  Optional<String> failure(String command) throws IOException, InterruptedException {
    var commands = new ArrayList<Command>();
    for (var one : ScriptParser.parse(command).pipelines().getFirst().commands()) {
      commands.add(new Command(one.words().stream().map(this::absolute).toList(), one.input(), one.output(), one.errors()));
    }
    var last = commands.removeLast();
    if (last.output().isEmpty()) {
      last = new Command(last.words(), last.input(), Optional.of(new Target.ToFile(OUTPUT, false)), Optional.of(new Target.ToOutput()));
    }
    commands.add(last);
    Files.writeString(folder.resolve(OUTPUT), "");
    return new ScriptRunner(folder).run(new Script(List.of(new Pipeline(commands))));
  }

  private static Pattern pattern(List<String> expected) {
    return Pattern.compile(expected.stream().map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line) + "\n").collect(Collectors.joining()));
  }

  /** Names of files of the page stand for files of the folder, also after the equals sign of an option; our tools are found by name. */
  private String absolute(String word) {
    if (word.matches("(\\.\\./)*bin/mlr(-\\w+)?")) {
      return word.substring(word.lastIndexOf('/') + 1);
    }
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    var name = word.substring(equals + 1);
    return !name.isEmpty() && Files.isRegularFile(folder.resolve(name)) ? word.substring(0, equals + 1) + folder.resolve(name) : word;
  }
}
