package mlr.models;

/** A file of weights cannot be used: it is no such file, is damaged or cut short. The user's mistake; ends a tool with exit code 1. */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String file;
  private final String wayOut;

  /**
   * @param file    the file's name as the user gave it
   * @param problem what is wrong, naming the tensor and the byte where there are such
   * @param wayOut  what would be right
   */
  public ModelFileException(String file, String problem, String wayOut) {
    super(file + ": " + problem);
    this.file = file;
    this.wayOut = wayOut;
  }

  /** The file's name as the user gave it. */
  public String file() {
    return file;
  }

  /** What would be right. */
  public String wayOut() {
    return wayOut;
  }

  @Override
  public String toString() {
    return getMessage() + "\n  " + wayOut;
  }
}
