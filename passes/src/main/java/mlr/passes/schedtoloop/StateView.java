package mlr.passes.schedtoloop;

import java.util.HashMap;
import java.util.Map;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.memref.ViewOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/** Typed windows on the structs that a function gets; those at fixed offsets are made once, at its entry. */
final class StateView {
  private record Key(Value struct, long offset, MemRefType type) {}

  private final OpBuilder entry;
  private final Map<Key, Value> views = new HashMap<>();

  /** Views that are created through {@code entry}, which must stand where they reach all their users. */
  StateView(OpBuilder entry) {
    this.entry = entry;
  }

  /** The {@code type} at byte {@code offset} of {@code struct}. */
  Value at(Value struct, long offset, MemRefType type, Location location) {
    return views.computeIfAbsent(new Key(struct, offset, type), _ ->
        entry.create(ViewOp.of(struct, entry.create(ConstantOp.index(offset, location)).result(), type, location)).result());
  }

  /** The memref of one value: of rank 0 for scalars. */
  static MemRefType memref(Type type) {
    return type instanceof RankedTensorType tensor ? MemRefType.of(tensor.element(), tensor.shape()) : MemRefType.of(type);
  }
}
