package mlr.interpreter.language;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.util.function.Supplier;
import mlr.interpreter.ExecutionError;
import mlr.ir.eval.UndefinedBehavior;

/** An error of the program, or of its use, as guests of the polyglot engine see it. */
final class ProgramException extends AbstractTruffleException {
  ProgramException(String message) {
    super(message);
  }

  /** The result of {@code action}, whose errors are those of the program. */
  static <T> T guard(Supplier<T> action) {
    try {
      return action.get();
    } catch (ExecutionError e) {
      throw new ProgramException(e.location() + ": " + e.getMessage());
    } catch (UndefinedBehavior e) {
      throw new ProgramException(e.getMessage());
    }
  }
}
