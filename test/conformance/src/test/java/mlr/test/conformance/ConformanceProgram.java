package mlr.test.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
 * A program with the trace that every engine must reproduce. A folder under {@code programs} holds the program, or names
 * one elsewhere, and for each trace a manifest {@code NAME.json}, {@code NAME.input.csv} and {@code NAME.expected.csv}.
 *
 * @param name folder and trace, such as {@code returns/gae-f64}
 * @param claim what the trace shows, in a sentence
 * @param program the source file
 * @param node the node that runs
 * @param params weights in safetensors, if any
 * @param flags further options of {@code mlr run}
 * @param input the inputs, none for a node without inputs
 * @param steps instants to run where there is no input
 * @param expected the outputs
 * @param labels columns of the expected file that are there for its reader
 * @param comparison when a cell agrees
 * @param engines the engines that give this trace; none means all
 */
record ConformanceProgram(
    String name,
    String claim,
    Path program,
    String node,
    Optional<Path> params,
    List<String> flags,
    Optional<Path> input,
    int steps,
    Path expected,
    List<String> labels,
    CellComparison comparison,
    List<String> engines) {

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** All programs of the corpus, by name. */
  static List<ConformanceProgram> all() {
    try (var files = Files.walk(Path.of("programs"), 2)) {
      var manifests = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      var programs = new ArrayList<ConformanceProgram>();
      for (var manifest : manifests) {
        programs.add(read(manifest));
      }
      return programs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConformanceProgram read(Path manifest) throws IOException {
    var folder = manifest.getParent();
    var trace = manifest.getFileName().toString().replaceFirst("\\.json$", "");
    var json = JSON.readTree(manifest.toFile());
    int steps = json.path("steps").asInt(0);
    return new ConformanceProgram(
        folder.getFileName() + "/" + trace,
        json.required("claim").asText(),
        path(folder, json.required("program").asText()),
        json.required("node").asText(),
        Optional.ofNullable(json.get("params")).map(p -> path(folder, p.asText())),
        texts(json.path("flags")),
        steps > 0 ? Optional.empty() : Optional.of(path(folder, json.path("input").asText(trace + ".input.csv"))),
        steps,
        path(folder, json.path("expected").asText(trace + ".expected.csv")),
        texts(json.path("labels")),
        new CellComparison(
            json.path("floats").asText("f32").equals("f64"),
            json.path("tolerance").asDouble(0),
            json.path("relative").asDouble(0)),
        texts(json.path("engines")));
  }

  private static Path path(Path folder, String text) {
    return folder.resolve(text).toAbsolutePath().normalize();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Whether an engine must give this trace. */
  boolean concerns(String engine) {
    return engines.isEmpty() || engines.contains(engine);
  }

  /** The command line that builds the program's node for a target into a folder. */
  List<String> buildArguments(String target, Path folder) {
    var arguments = new ArrayList<>(List.of("build", program.toString(), "--node", node, "--target", target, "-o", folder.toString()));
    params.ifPresent(file -> arguments.addAll(List.of("--params", file.toString())));
    arguments.addAll(flags);
    return arguments;
  }

  /** Runs the program on an engine. */
  Invocation run(String engine) {
    var arguments = new ArrayList<>(List.of("run", program.toString(), "--node", node, "--engine", engine));
    input.ifPresentOrElse(
        file -> arguments.addAll(List.of("--input", file.toString())),
        () -> arguments.addAll(List.of("--steps", Integer.toString(steps))));
    params.ifPresent(file -> arguments.addAll(List.of("--params", file.toString())));
    arguments.addAll(flags);
    return Invocation.mlr(arguments);
  }

  /** The outputs that every engine must give. */
  Trace expectedTrace() {
    return Trace.read(expected).without(labels);
  }
}
