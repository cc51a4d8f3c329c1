package mlr.tools.opt;

/** A command line is wrong; the message says what in it, and what would be right. */
public final class CommandLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandLineException(String message) {
    super(message, null, false, false);
  }
}
