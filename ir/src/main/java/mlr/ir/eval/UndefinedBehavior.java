package mlr.ir.eval;

/** Thrown when executing an operation is undefined: an index out of range, a division by zero where the operation forbids it. */
public final class UndefinedBehavior extends RuntimeException {
  public UndefinedBehavior(String message) {
    super(message, null, false, false);
  }
}
