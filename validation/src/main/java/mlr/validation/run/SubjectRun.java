package mlr.validation.run;

/**
 * A function or node as it is on one side of a pass, with what it did there. The code after a pass is as a rule the code before the next one, where it need
 * not be run again on equal inputs: what it did is a matter of code and inputs alone.
 */
public sealed interface SubjectRun permits FunctionRun, NodeRun {
  /** The same code on the other side of the next pass. */
  SubjectRun asBefore();
}
