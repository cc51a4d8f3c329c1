package mlr.tools.mlr;

/** A mistake of the user's that has no place in a source: ends the tool with exit code 1. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String wayOut;

  Failure(String message, String wayOut) {
    super(message, null, false, false);
    this.wayOut = wayOut;
  }

  /** What would be right; may be empty. */
  String wayOut() {
    return wayOut;
  }
}
