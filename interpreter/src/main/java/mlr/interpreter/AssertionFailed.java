package mlr.interpreter;

import mlr.ir.Location;

/** The program stopped itself: an assertion failed, or a trap was run. */
public final class AssertionFailed extends ExecutionError {
  public AssertionFailed(Location location, String message) {
    super(location, message);
  }
}
