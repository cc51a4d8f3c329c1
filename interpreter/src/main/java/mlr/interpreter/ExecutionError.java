package mlr.interpreter;

import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.eval.UndefinedBehavior;

/** The program being run went wrong: an assertion failed, a value was read before it is known, an external function is missing. */
public sealed class ExecutionError extends RuntimeException permits AssertionFailed {
  private final transient Location location;

  public ExecutionError(Location location, String message) {
    super(message);
    this.location = location;
  }

  /** Where in the program. */
  public Location location() {
    return location;
  }

  /** The same undefined behaviour, its message headed by the place and name of the operation that has it. */
  public static UndefinedBehavior undefined(Operation op, UndefinedBehavior cause) {
    return new UndefinedBehavior(op.location() + ": '" + op.name() + "' op: " + cause.getMessage());
  }

  /** How messages speak of a value: by its name in the source, where it has one. */
  public static String name(Value value) {
    return value.location().sourceName().map(n -> "'" + n + "'")
        .orElseGet(() -> "the result of '" + value.definingOp().map(Operation::name).orElse("block argument") + "'");
  }
}
