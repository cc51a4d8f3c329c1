package mlr.test.lit;

import java.util.List;
import java.util.Optional;

/**
 * A parsed {@code RUN:} line: pipelines joined by {@code &&}, run in order until one fails.
 *
 * @param pipelines at least one
 */
public record Script(List<Pipeline> pipelines) {

  /** Commands joined by {@code |}; it fails when any of them does. */
  public record Pipeline(List<Command> commands) {}

  /**
   * One command with its redirections.
   *
   * @param words name and arguments, quotes removed, at least one
   * @param input the file of {@code <}
   * @param output where standard output goes, if not to the next command
   * @param errors where standard error goes, if not to the report of a failure
   */
  public record Command(List<String> words, Optional<String> input, Optional<Target> output, Optional<Target> errors) {}

  /** Where an output stream goes. */
  public sealed interface Target {

    /** A file, written anew or added to ({@code >>}). */
    record ToFile(String path, boolean append) implements Target {}

    /** The same place as standard output ({@code 2>&1}). */
    record ToOutput() implements Target {}
  }
}
