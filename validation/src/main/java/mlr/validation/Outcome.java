package mlr.validation;

import java.util.List;
import java.util.function.Supplier;
import mlr.interpreter.ExecutionError;
import mlr.ir.eval.UndefinedBehavior;

/** How a run ended. */
sealed interface Outcome {
  /** It gave values, poison among them. */
  record Returned(List<Object> values) implements Outcome {}

  /** It did what has no defined meaning. */
  record Undefined(String message) implements Outcome {}

  /** The program went wrong: a failed assertion, a value read before it is known, an operation that cannot be run. */
  record Failed(String message) implements Outcome {}

  /** It was stopped. */
  record Stopped() implements Outcome {}

  /**
   * Runs something and says how it ended.
   *
   * @param what is run, for the message when the interpreter itself breaks
   */
  static Outcome of(String what, Supplier<List<Object>> run) {
    try {
      return new Returned(run.get());
    } catch (UndefinedBehavior undefined) {
      return new Undefined(undefined.getMessage());
    } catch (ExecutionError error) {
      return new Failed(error.getMessage());
    } catch (Fuel.Exhausted | StackOverflowError _) {
      return new Stopped();
    } catch (RuntimeException broken) {
      throw new IllegalStateException("the interpreter broke on " + what, broken);
    }
  }
}
