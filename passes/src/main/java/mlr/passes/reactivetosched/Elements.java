package mlr.passes.reactivetosched;

import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;

/** Parts of tensors along the leading axis. */
final class Elements {
  private Elements() {}

  /** The part of {@code tensor} at {@code index}: a slice of type {@code type}, or an element. */
  static Value extract(Value tensor, Value index, Type type, OpBuilder builder, Location location) {
    throw new UnsupportedOperationException();
  }
}
