package mlr.validation.fuzz;

/**
 * A defect that fuzzing found.
 *
 * @param seed the seed that finds it again
 * @param failure what failed, on {@code input}
 * @param input the smallest input found that fails so: MLIR text, or for binary input a hexadecimal dump
 */
public record Finding(long seed, Failure failure, String input) {
  /** The finding in a few lines, with the input as a file that the tools can read. */
  public String report() {
    var text = new StringBuilder("// seed " + seed + ", " + failure.check() + "\n");
    failure.message().lines().forEach(line -> text.append("// ").append(line).append('\n'));
    return text.append(input).append(input.endsWith("\n") ? "" : "\n").toString();
  }
}
