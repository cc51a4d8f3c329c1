package mlr.passes.tensortoloops;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.tensor.Elements.EmptyOp;
import mlr.dialects.tensor.Elements.FromElementsOp;
import mlr.dialects.tensor.Elements.InsertOp;
import mlr.dialects.tensor.Products.MatmulOp;
import mlr.dialects.tensor.Products.PackedMatvecOp;
import mlr.dialects.tensor.Reductions.ReduceOp;
import mlr.dialects.tensor.Slicing.ConcatOp;
import mlr.dialects.tensor.Slicing.InsertSliceOp;
import mlr.dialects.vector.StoreOp;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.passes.tensor.TensorFusion;

/** Loops that compute whole tensors into memory. */
record TensorLowering(TensorFusion fusion, TensorMemory memory, ElementLowering elements, LoweringOptions options) {
  /** An element of a tensor from its indices. */
  private interface ElementAt {
    Value emit(List<Value> indices, OpBuilder builder);
  }

  /** Several elements of a tensor from those of others. */
  private interface ElementsOf {
    Value emit(BlockLowering block, OpBuilder builder);
  }

  /** Computes the result of {@code op}, which is not fused, into {@code target}. */
  void compute(Operation op, Value target, OpBuilder builder) {
    switch (op) {
      case EmptyOp _ -> { }
      case PackedMatvecOp matvec -> fill(matvec, target, (block, inner) -> block.product(), builder);
      case MatmulOp matmul when MatmulLowering.applies(matmul, elements) -> new MatmulLowering(matmul, elements, memory, options).storeTo(target, builder);
      case ConcatOp concat -> concat(concat, target, builder);
      case FromElementsOp list -> fromElements(list, target, builder);
      case InsertOp insert -> {
        copy(insert.destination(), target, insert.location(), builder);
        Elements.store(insert.scalar(), target, insert.indices(), insert.location(), builder);
      }
      case InsertSliceOp insert -> {
        copy(insert.destination(), target, insert.location(), builder);
        forEach(insert.source(), insert.location(), builder, (element, indices, inner) ->
            Elements.store(element, target, Slice.of(insert).indices(indices, inner), insert.location(), inner));
      }
      case ReduceOp reduce -> new ReductionLowering(elements).compute(reduce, target, builder);
      default -> contraction(op.operands()).ifPresentOrElse(matvec -> fill(matvec, target, (block, inner) -> block.compute(op, inner), builder),
          () -> fill(target, (indices, inner) -> elements.compute(op, indices, inner), op.location(), builder));
    }
  }

  /** Makes {@code target} hold the elements of {@code tensor}, computed now if it is fused; nothing to do where they lie there already. */
  void copy(Value tensor, Value target, Location location, OpBuilder builder) {
    if (!elements.isInMemory(tensor) || !isSame(memory.get(tensor), target)) {
      contraction(List.of(tensor)).ifPresentOrElse(matvec -> fill(matvec, target, (block, inner) -> block.elements(tensor, location, inner), builder),
          () -> fill(target, (indices, inner) -> elements.element(tensor, indices, location, inner), location, builder));
    }
  }

  /** Makes {@code target} hold the elements of {@code source}. */
  void copyMemory(Value source, Value target, Location location, OpBuilder builder) {
    LoopNest.over(shape(target), location, builder, (inner, indices) -> Elements.store(Elements.load(source, indices, location, inner), target, indices, location, inner));
  }

  private static void fill(Value target, ElementAt element, Location location, OpBuilder builder) {
    LoopNest.over(shape(target), location, builder, (inner, indices) -> Elements.store(element.emit(indices, inner), target, indices, location, inner));
  }

  /** Stores what is computed from the outputs of {@code matvec}, block by block. */
  private void fill(PackedMatvecOp matvec, Value target, ElementsOf elementsOf, OpBuilder builder) {
    new PackedMatvecLowering(matvec, elements, memory, options).forEachBlock(builder, (sums, first, inner) -> {
      var values = elementsOf.emit(new BlockLowering(fusion, memory, matvec, sums, first), inner);
      inner.create(OperationState.of(StoreOp.DEFINITION, matvec.location()).operands(values, target, first));
    });
  }

  /** The packed product among the fused operations that {@code operands} are computed from. */
  private Optional<PackedMatvecOp> contraction(List<Value> operands) {
    var pending = new ArrayDeque<>(operands);
    var visited = new HashSet<Operation>();
    while (!pending.isEmpty()) {
      var definition = pending.pop().definingOp().filter(fusion::isFused).filter(visited::add);
      if (definition.isPresent() && definition.get() instanceof PackedMatvecOp matvec) {
        return Optional.of(matvec);
      }
      definition.ifPresent(op -> pending.addAll(op.operands()));
    }
    return Optional.empty();
  }

  private interface ElementVisitor {
    void visit(Value element, List<Value> indices, OpBuilder builder);
  }

  private void forEach(Value tensor, Location location, OpBuilder builder, ElementVisitor visitor) {
    LoopNest.over(((RankedTensorType) tensor.type()).shape(), location, builder,
        (inner, indices) -> visitor.visit(elements.element(tensor, indices, location, inner), indices, inner));
  }

  private void concat(ConcatOp concat, Value target, OpBuilder builder) {
    int dimension = concat.dimension();
    long start = 0;
    for (var part : concat.inputs()) {
      long offset = start;
      forEach(part, concat.location(), builder, (element, indices, inner) -> {
        var at = new ArrayList<>(indices);
        at.set(dimension, new IndexArithmetic(inner, concat.location()).add(indices.get(dimension), offset));
        Elements.store(element, target, at, concat.location(), inner);
      });
      start += ((RankedTensorType) part.type()).shape().get(dimension);
    }
  }

  private static void fromElements(FromElementsOp list, Value target, OpBuilder builder) {
    var shape = shape(target);
    for (int i = 0; i < list.operandCount(); i++) {
      var indices = new ArrayList<Value>();
      int rest = i;
      for (int axis = shape.size() - 1; axis >= 0; axis--) {
        indices.addFirst(LoopNest.index(rest % shape.get(axis), list.location(), builder));
        rest /= shape.get(axis).intValue();
      }
      Elements.store(list.operand(i), target, indices, list.location(), builder);
    }
  }

  private static List<Long> shape(Value memref) {
    return ((MemRefType) memref.type()).shape();
  }

  /** Whether two values certainly are the same memory: the same value, or references made in the same way. */
  private static boolean isSame(Value a, Value b) {
    return a == b || a.type().equals(b.type()) && Stream.of(a, b).allMatch(v -> v.definingOp().filter(op -> op.dialect().equals("sched")).isPresent())
        && a.definingOp().orElseThrow().definition() == b.definingOp().orElseThrow().definition()
        && a.definingOp().orElseThrow().operands().equals(b.definingOp().orElseThrow().operands())
        && a.definingOp().orElseThrow().attributes().asMap().equals(b.definingOp().orElseThrow().attributes().asMap());
  }
}
