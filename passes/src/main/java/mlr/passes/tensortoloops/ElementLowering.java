package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.tensor.Elements.SplatOp;
import mlr.dialects.tensor.Products.MatmulOp;
import mlr.dialects.tensor.Rearrangement.BroadcastOp;
import mlr.dialects.tensor.Rearrangement.ReverseOp;
import mlr.dialects.tensor.Rearrangement.TransposeOp;
import mlr.dialects.tensor.Slicing.ExtractSliceOp;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.passes.tensor.TensorFusion;

/** Single elements of tensors: loaded where the tensor is stored, computed on the spot where it is fused. */
final class ElementLowering {
  private final TensorFusion fusion;
  private final TensorMemory memory;
  private final LoweringOptions options;
  private final Map<Computed, Value> computed = new HashMap<>();

  /** An element of a fused operation, which is computed once in a block. */
  private record Computed(Operation op, List<Value> indices, Block block) {}

  ElementLowering(TensorFusion fusion, TensorMemory memory, LoweringOptions options) {
    this.fusion = fusion;
    this.memory = memory;
    this.options = options;
  }

  /** The element of {@code tensor} at {@code indices}; a scalar is its own element. */
  Value element(Value tensor, List<Value> indices, Location location, OpBuilder builder) {
    if (!TensorFusion.isTensor(tensor)) {
      return tensor;
    }
    var definition = tensor.definingOp();
    if (definition.filter(fusion::isFused).isPresent()) {
      return fused(definition.get(), indices, builder);
    }
    return splat(tensor).map(constant -> builder.create(ConstantOp.of(constant.element(0), location)).result())
        .map(Value.class::cast).orElseGet(() -> Elements.load(memory.get(tensor), indices, location, builder));
  }

  /** Whether the elements of {@code tensor} are loaded rather than computed or known. */
  boolean isInMemory(Value tensor) {
    return tensor.definingOp().filter(fusion::isFused).isEmpty() && splat(tensor).isEmpty();
  }

  /** The elements of {@code tensor} if it is a constant and they are all equal. */
  static Optional<DenseElementsAttr> splat(Value tensor) {
    return ConstantOp.valueOf(tensor).map(DenseElementsAttr.class::cast).filter(DenseElementsAttr::isSplat);
  }

  private Value fused(Operation op, List<Value> indices, OpBuilder builder) {
    var key = new Computed(op, List.copyOf(indices), builder.block());
    var known = computed.get(key);
    if (known == null) {
      known = compute(op, indices, builder);
      computed.put(key, known);
    }
    return known;
  }

  /** The element of the result of {@code op} at {@code indices}, from elements of its operands. */
  Value compute(Operation op, List<Value> indices, OpBuilder builder) {
    var location = op.location();
    var arithmetic = new IndexArithmetic(builder, location);
    return switch (op) {
      case MatmulOp matmul -> chain(matmul, indices, builder);
      case TransposeOp transpose -> element(transpose.input(), transposed(transpose.permutation(), indices), location, builder);
      case SplatOp splat -> splat.input();
      case BroadcastOp broadcast -> element(broadcast.input(), broadcast(broadcast.input(), indices, arithmetic), location, builder);
      case ReverseOp reverse -> element(reverse.input(), reversed(reverse.input(), indices, arithmetic), location, builder);
      case ExtractSliceOp slice -> element(slice.source(), Slice.of(slice).indices(indices, builder), location, builder);
      default -> pointwise(op, indices, builder);
    };
  }

  private Value pointwise(Operation op, List<Value> indices, OpBuilder builder) {
    var operands = op.operands().stream().map(operand -> element(operand, indices, op.location(), builder)).toList();
    return pointwise(op, operands, ((ShapedType) op.result().type()).element(), builder);
  }

  /** {@code op} on other operands, elements of its own or several at once. */
  static Value pointwise(Operation op, List<Value> operands, Type type, OpBuilder builder) {
    var state = OperationState.of(op.definition(), op.location()).operands(operands).result(type);
    op.attributes().asMap().forEach((name, value) -> {
      if (op.definition().isInherent(name)) {
        state.attribute(name, value);
      }
    });
    return builder.create(state).result();
  }

  /** One element of a product: the chain over the contracted index. */
  private Value chain(MatmulOp matmul, List<Value> indices, OpBuilder builder) {
    var left = (RankedTensorType) matmul.lhs().type();
    var right = (RankedTensorType) matmul.rhs().type();
    var row = indices.subList(0, left.rank() - 1);
    var column = indices.subList(left.rank() - 1, indices.size());
    return chain(matmul.lhs(), row, matmul.rhs(), column, right.shape().getFirst(), matmul.location(), builder);
  }

  /** The chain of products of {@code left[row…, k]} and {@code right[k, column…]} over k. */
  Value chain(Value left, List<Value> row, Value right, List<Value> column, long extent, Location location, OpBuilder builder) {
    var zero = MultiplyAdd.zero(((ShapedType) left.type()).element(), location, builder);
    return new ContractionLoop(options.unroll(), 1).emit(extent, zero, location, builder, (inner, k, _, sum) -> {
      var leftIndices = new ArrayList<>(row);
      leftIndices.add(k);
      var rightIndices = new ArrayList<>(List.of(k));
      rightIndices.addAll(column);
      return new MultiplyAdd(options.unfused()).emit(element(left, leftIndices, location, inner), element(right, rightIndices, location, inner), sum, location, inner);
    });
  }

  private static List<Value> transposed(List<Long> permutation, List<Value> indices) {
    var source = new Value[indices.size()];
    for (int i = 0; i < source.length; i++) {
      source[permutation.get(i).intValue()] = indices.get(i);
    }
    return List.of(source);
  }

  private static List<Value> broadcast(Value source, List<Value> indices, IndexArithmetic arithmetic) {
    if (!(source.type() instanceof RankedTensorType type)) {
      return List.of();
    }
    var from = new ArrayList<Value>();
    for (int i = 0; i < type.rank(); i++) {
      from.add(type.shape().get(i) == 1 ? arithmetic.constant(0) : indices.get(indices.size() - type.rank() + i));
    }
    return from;
  }

  private static List<Value> reversed(Value source, List<Value> indices, IndexArithmetic arithmetic) {
    var from = new ArrayList<>(indices);
    from.set(0, arithmetic.subtract(((RankedTensorType) source.type()).shape().getFirst() - 1, indices.getFirst()));
    return from;
  }
}
