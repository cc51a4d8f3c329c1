package mlr.validation.fuzz;

/**
 * A check that an input did not pass.
 *
 * @param check what was checked: a round trip by its name, or passes as a pipeline
 * @param message what went wrong
 */
public record Failure(String check, String message) {
  /** Whether the same check went wrong in about the same way, numbers and names aside. */
  public boolean isLike(Failure other) {
    return check.equals(other.check) && gist().equals(other.gist());
  }

  private String gist() {
    return message.lines().findFirst().orElse("").replaceAll("[0-9]+", "N").replaceAll("'[^']*'", "''").replaceAll("@[0-9a-z]+", "@");
  }
}
