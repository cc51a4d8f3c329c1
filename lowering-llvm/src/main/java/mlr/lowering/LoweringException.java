package mlr.lowering;

/**
 * A mistake or a lack on the user's side that stops the way to an object file or a board: an unknown target, an emulator that
 * is not installed. It ends a tool with exit code 1.
 */
public class LoweringException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String wayOut;

  /**
   * @param message what is wrong, naming the thing
   * @param wayOut  what would be right, or what to type
   */
  public LoweringException(String message, String wayOut) {
    super(message);
    this.wayOut = wayOut;
  }

  /** What would be right, or what to type. */
  public String wayOut() {
    return wayOut;
  }

  @Override
  public String toString() {
    return getMessage() + "\n  " + wayOut;
  }
}
