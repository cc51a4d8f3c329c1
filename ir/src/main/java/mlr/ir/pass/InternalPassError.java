package mlr.ir.pass;

import mlr.ir.Operation;

/** A pass broke: it threw, or left IR that is invalid or means something else. Carries what reproduces it. */
public final class InternalPassError extends RuntimeException {
  private final transient Pipeline pipeline;
  private final transient Operation before;

  /**
   * An error of one pass.
   *
   * @param pass the running pass
   * @param op the operation it ran on
   * @param pipeline the step of the pipeline it belongs to
   * @param before a copy of the outermost operation as it was before that step
   */
  public InternalPassError(RunningPass pass, Operation op, Pipeline pipeline, Operation before, Throwable cause) {
    super("pass '" + pass.argument() + "' failed on '" + op.name() + "': " + describe(cause), cause);
    this.pipeline = pipeline;
    this.before = before;
  }

  private static String describe(Throwable cause) {
    var name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** The pipeline that fails on {@link #before}. */
  public Pipeline pipeline() {
    return pipeline;
  }

  /** The IR on which {@link #pipeline} fails. */
  public Operation before() {
    return before;
  }
}
