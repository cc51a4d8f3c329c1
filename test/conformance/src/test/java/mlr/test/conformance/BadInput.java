package mlr.test.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A typical mistake with what the compiler must say about it. A folder under {@code bad} holds the files and a {@code manifest.json}.
 *
 * @param name the folder
 * @param claim the rule that is broken, in a sentence
 * @param commands command lines that must all be refused, with <code>${folder}</code> and <code>${output}</code> for two folders
 * @param message texts that the diagnostic contains
 * @param place {@code file:line:} or {@code file:line:column} at which it points, where the mistake has a place
 * @param code the kind of mistake, one of those that {@code docs/language.md} lists, where the mistake is in the program
 */
record BadInput(String name, String claim, List<List<String>> commands, List<String> message, Optional<String> place, Optional<String> code) {

  /** All bad inputs of the corpus, by name. */
  static List<BadInput> all() {
    try (var folders = Files.list(Path.of("bad"))) {
      var sorted = folders.filter(Files::isDirectory).sorted().toList();
      var inputs = new ArrayList<BadInput>();
      for (var folder : sorted) {
        inputs.add(read(folder));
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadInput read(Path folder) throws IOException {
    var json = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
    var commands = json.has("command") ? List.of(texts(json.get("command"))) : refusals(json.required("node").asText());
    return new BadInput(
        folder.getFileName().toString(),
        json.required("claim").asText(),
        commands,
        texts(json.required("message")),
        Optional.ofNullable(json.get("place")).map(JsonNode::asText),
        Optional.ofNullable(json.get("code")).map(JsonNode::asText));
  }

  /** A mistake in a program is found by {@code check} and by {@code build}. */
  private static List<List<String>> refusals(String node) {
    return List.of(
        List.of("check", "${folder}/program.mlr"),
        List.of("build", "${folder}/program.mlr", "--node", node, "--target", "host", "-o", "${output}"));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** A command with the two folders filled in. */
  List<String> arguments(List<String> command, Path output) {
    var folder = Path.of("bad", name).toAbsolutePath().toString();
    return command.stream().map(a -> a.replace("${folder}", folder).replace("${output}", output.toString())).toList();
  }
}
