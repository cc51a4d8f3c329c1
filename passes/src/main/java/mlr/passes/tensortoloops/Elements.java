package mlr.passes.tensortoloops;

import java.util.List;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.types.ShapedType;

/** Loads and stores of single elements. */
public final class Elements {
  private Elements() {}

  /** The element of {@code memref} at {@code indices}. */
  public static Value load(Value memref, List<? extends Value> indices, Location location, OpBuilder builder) {
    var type = ((ShapedType) memref.type()).element();
    return builder.create(OperationState.of(LoadOp.DEFINITION, location).operand(memref).operands(indices).result(type)).result();
  }

  /** Puts {@code value} into {@code memref} at {@code indices}. */
  public static void store(Value value, Value memref, List<? extends Value> indices, Location location, OpBuilder builder) {
    builder.create(OperationState.of(StoreOp.DEFINITION, location).operands(value, memref).operands(indices));
  }
}
