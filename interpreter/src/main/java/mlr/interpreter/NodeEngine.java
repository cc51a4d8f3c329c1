package mlr.interpreter;

/** A running node, at whatever level of the compiler it is written. Not safe for use by several threads. */
public interface NodeEngine {
  /** Goes back to the state before the first instant. */
  void reset();

  /**
   * Runs one instant.
   *
   * @param inputs one runtime value for each input port, {@link Absent#ABSENT} where its clock is absent (any value there is ignored)
   * @return one runtime value for each output port, {@link Absent#ABSENT} where its clock is absent
   * @throws ExecutionError when the program goes wrong
   * @throws mlr.ir.eval.UndefinedBehavior when an operation is executed whose behaviour is undefined
   */
  Object[] step(Object[] inputs);
}
