package mlr.validation.run;

import java.util.List;
import java.util.function.Supplier;
import mlr.interpreter.AssertionFailed;
import mlr.interpreter.ExecutionError;
import mlr.ir.eval.UndefinedBehavior;

/** How a run ended. */
public sealed interface Outcome {
  /** It gave values, poison among them. */
  record Returned(List<Object> values) implements Outcome {}

  /** It stopped the program, as an assertion that fails does. */
  record Aborted(String message) implements Outcome {}

  /** It did what has no defined meaning. */
  record Undefined(String message) implements Outcome {}

  /** It cannot be run: a value is read before it is known, an operation has no meaning. */
  record Failed(String message) implements Outcome {}

  /** It took too long. */
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
    } catch (AssertionFailed failed) {
      return new Aborted(failed.getMessage());
    } catch (ExecutionError error) {
      return new Failed(error.getMessage());
    } catch (Fuel.Exhausted | StackOverflowError _) {
      return new Stopped();
    } catch (RuntimeException broken) {
      throw new IllegalStateException("the interpreter broke on " + what, broken);
    }
  }
}
