package mlr.ir.pass;

import mlr.ir.Operation;

/**
 * A pass broke: it threw, or left IR that is invalid or means something else. Says which steps were done and which one failed: who
 * still has the input can run the first again and has the IR on which the second fails.
 */
public final class InternalPassError extends RuntimeException {
  private final transient Pipeline done;
  private final transient Pipeline failing;

  /**
   * An error of one pass.
   *
   * @param pass the running pass
   * @param op the operation it ran on
   * @param done the steps of the outermost pipeline that came before, without error
   * @param failing the step of the outermost pipeline that it belongs to
   */
  public InternalPassError(RunningPass pass, Operation op, Pipeline done, Pipeline failing, Throwable cause) {
    super("pass '" + pass.argument() + "' failed on '" + op.name() + "': " + describe(cause), cause);
    this.done = done;
    this.failing = failing;
  }

  private static String describe(Throwable cause) {
    var name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  /** The pipeline that leads from the input to the IR on which {@link #failing} fails. */
  public Pipeline done() {
    return done;
  }

  /** The pipeline of the one step that fails. */
  public Pipeline failing() {
    return failing;
  }
}
