package mlr.passes.tensortoloops;

import java.util.List;
import java.util.stream.LongStream;
import mlr.dialects.tensor.Products.PackedMatvecOp;
import mlr.dialects.vector.BroadcastOp;
import mlr.dialects.vector.LoadOp;
import mlr.dialects.vector.ShuffleOp;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.VectorType;

/**
 * The loops of a packed matrix–vector product: as many outputs at once as the packing has lanes, each a chain of its own; for each
 * step one vector of weights and one element of the input for all lanes. Lanes that only pad the last block are not stored.
 */
record PackedMatvecLowering(PackedMatvecOp op, ElementLowering elements, TensorMemory memory, LoweringOptions options) {

  /** What becomes of a block: its outputs, a lane each, of which {@code first} is the number of the first. */
  @FunctionalInterface
  interface BlockBody {
    void emit(Value sums, Value first, OpBuilder builder);
  }

  /** Computes all outputs block by block. */
  void forEachBlock(OpBuilder builder, BlockBody body) {
    long rows = ((RankedTensorType) op.result().type()).shape().getFirst();
    long full = rows / lanes();
    var weights = TensorMemory.reshape(memory.get(op.weights()), List.of(packed().elementCount()), op.location(), builder);
    if (full > 0) {
      LoopNest.loop(0, full, 1, List.of(), op.location(), builder, (inner, block, _) -> {
        body.emit(sums(weights, block, inner), new IndexArithmetic(inner, op.location()).multiply(block, lanes()), inner);
        return List.of();
      });
    }
    if (rows % lanes() > 0) {
      var block = LoopNest.index(full, op.location(), builder);
      var sums = lanes(sums(weights, block, builder), 0, rows % lanes(), op.location(), builder);
      body.emit(sums, LoopNest.index(full * lanes(), op.location(), builder), builder);
    }
  }

  /** The outputs of one block, a vector with a lane for each. */
  private Value sums(Value weights, Value block, OpBuilder builder) {
    var location = op.location();
    long depth = packed().shape().get(1);
    var type = VectorType.of(packed().element(), lanes());
    var start = new IndexArithmetic(builder, location).multiply(block, depth * lanes());
    var zero = MultiplyAdd.zero(type, location, builder);
    return new ContractionLoop(options.unroll(), options.stepsPerLoad()).emit(depth, zero, location, builder, (inner, k, steps, sum) -> {
      var arithmetic = new IndexArithmetic(inner, location);
      var at = arithmetic.add(start, arithmetic.multiply(k, lanes()));
      var loaded = inner.create(OperationState.of(LoadOp.DEFINITION, location).operands(weights, at).result(VectorType.of(type.element(), steps * lanes()))).result();
      var partial = sum;
      for (int step = 0; step < steps; step++) {
        var input = elements.element(op.vector(), List.of(arithmetic.add(k, step)), location, inner);
        var spread = inner.create(BroadcastOp.DEFINITION, location, List.of(input), List.of(type)).result();
        partial = new MultiplyAdd(options.unfused()).emit(steps == 1 ? loaded : lanes(loaded, step * lanes(), lanes(), location, inner), spread, partial, location, inner);
      }
      return partial;
    });
  }

  private static Value lanes(Value vector, long from, long count, Location location, OpBuilder builder) {
    var mask = new ArrayAttr(LongStream.range(from, from + count).<Attribute>mapToObj(IntegerAttr::i64).toList());
    return builder.create(OperationState.of(ShuffleOp.DEFINITION, location).operands(vector, vector).attribute("mask", mask)).result();
  }

  private RankedTensorType packed() {
    return (RankedTensorType) op.weights().type();
  }

  private long lanes() {
    return packed().shape().get(2);
  }
}
