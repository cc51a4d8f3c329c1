package mlr.ir.pass;

/** A pass broke: it threw, or left IR that is invalid or means something else. {@link Reproduction} leads there again. */
public final class InternalPassError extends RuntimeException {
  private final transient FailedPass failed;

  public InternalPassError(FailedPass failed, Throwable cause) {
    super("pass '" + failed.element().definition().argument() + "' failed on '" + failed.opName() + "': " + describe(cause), cause);
    this.failed = failed;
  }

  private static String describe(Throwable cause) {
    var name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** The pass that broke. */
  public FailedPass failed() {
    return failed;
  }
}
