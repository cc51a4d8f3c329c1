package mlr.passes.tensortoloops;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.memref.ReinterpretCastOp;
import mlr.dialects.memref.Slices;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.eval.MemRefValue;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** The memory of each stored tensor met so far. */
final class TensorMemory {
  private final Storage storage;
  private final Map<Value, Value> memrefs = new IdentityHashMap<>();

  TensorMemory(Storage storage) {
    this.storage = storage;
  }

  /** Records that {@code tensor} lies in {@code memref}. */
  void put(Value tensor, Value memref) {
    memrefs.put(tensor, memref);
  }

  /** The memory in which {@code tensor} lies. */
  Value get(Value tensor) {
    var known = memrefs.get(tensor);
    if (known != null) {
      return known;
    }
    var memref = switch (tensor) {
      case BlockArgument argument -> storage.argument(argument);
      case OpResult result when result.owner() instanceof ConstantOp constant -> storage.constant(constant);
      case OpResult result -> throw new IllegalStateException("the result of " + result.owner().name() + " is read before it is computed");
    };
    put(tensor, memref);
    return memref;
  }

  /** Finds memory for {@code result}, which is about to be computed. */
  Value define(OpResult result, OpBuilder builder) {
    var memref = storage.destination(result, builder);
    put(result, memref);
    return memref;
  }

  /** The type of the memory of a tensor. */
  static MemRefType type(Value tensor) {
    var type = (RankedTensorType) tensor.type();
    return MemRefType.of(type.element(), type.shape());
  }

  /** The memory of {@code memref}, which is contiguous, in another shape. */
  static Value reshape(Value memref, List<Long> shape, Location location, OpBuilder builder) {
    var type = MemRefType.of(((ShapedType) memref.type()).element(), shape);
    if (type.equals(memref.type())) {
      return memref;
    }
    var state = OperationState.of(ReinterpretCastOp.DEFINITION, location).operand(memref).result(type);
    return builder.create(Slices.set(state, 1, List.of(0L), List.of(), shape, MemRefValue.contiguous(shape))).result();
  }
}
