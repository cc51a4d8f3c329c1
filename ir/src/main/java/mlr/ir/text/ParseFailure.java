package mlr.ir.text;

/** Thrown after an error was reported, to unwind to a point from which reading can go on. Carries no stack trace. */
public final class ParseFailure extends RuntimeException {
  public ParseFailure(String message) {
    super(message, null, false, false);
  }
}
