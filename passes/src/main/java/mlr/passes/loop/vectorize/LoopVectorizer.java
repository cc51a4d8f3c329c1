package mlr.passes.loop.vectorize;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.dialects.vector.BroadcastOp;
import mlr.dialects.vector.ReductionOp;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.VectorType;

/** Writes the iterations of one loop, {@code width} at a time, as operations on vectors. */
final class LoopVectorizer {
  private final ForOp loop;
  private final int width;
  private final List<Reduction> reductions;
  private final VectorBody body;
  private final Map<Value, Value> scalars = new IdentityHashMap<>();
  private final Map<Value, Value> vectors = new IdentityHashMap<>();
  private final OpBuilder before;

  LoopVectorizer(ForOp loop, int width, List<Reduction> reductions, VectorBody body) {
    this.loop = loop;
    this.width = width;
    this.reductions = reductions;
    this.body = body;
    this.before = OpBuilder.before(loop);
  }

  /**
   * Creates, in front of the loop, one that does its iterations up to {@code end}.
   *
   * @param step the old step times the width
   * @return the carried values at its end
   */
  List<Value> emit(Value end, Value step) {
    var location = loop.location();
    var neutral = reductions.stream().<Value>map(r -> before.create(r.neutral(type(r.carried().type()), location)).result()).toList();
    var wide = (ForOp) before.create(ForOp.of(loop.lowerBound(), end, step, neutral, location).attributes(loop.attributes()));
    before.setInsertionPoint(wide);
    var inside = OpBuilder.atEnd(wide.body());
    scalars.put(loop.inductionVariable(), wide.inductionVariable());
    if (body.needsVector(loop.inductionVariable())) {
      vectors.put(loop.inductionVariable(), lanes(wide.inductionVariable(), inside));
    }
    for (int i = 0; i < reductions.size(); i++) {
      vectors.put(reductions.get(i).carried(), wide.carriedArguments().get(i));
    }
    emitBody(loop, inside);
    inside.create(YieldOp.of(reductions.stream().map(r -> vectors.get(r.step().result())).toList(), location));
    before.setInsertionPoint(loop);
    var results = new ArrayList<Value>();
    for (int i = 0; i < reductions.size(); i++) {
      results.add(before.create(OperationState.of(ReductionOp.DEFINITION, location).attribute("kind", reductions.get(i).kind())
          .operands(wide.result(i), loop.initialValues().get(i))).result());
    }
    return results;
  }

  private VectorType type(Type element) {
    return VectorType.of(element, width);
  }

  /** The induction variable of each lane. */
  private Value lanes(Value first, OpBuilder builder) {
    var type = type(first.type());
    var offsets = DenseElementsAttr.ofBits(type, LongStream.range(0, width).toArray());
    var constant = before.create(ConstantOp.of(offsets, loop.location())).result();
    return builder.create(AddIOp.DEFINITION, loop.location(), broadcast(first, builder), constant).result();
  }

  private Value broadcast(Value value, OpBuilder builder) {
    return builder.create(OperationState.of(BroadcastOp.DEFINITION, loop.location()).operand(value).result(type(value.type()))).result();
  }

  private void emitBody(ForOp around, OpBuilder builder) {
    for (var op : around.body().operations().subList(0, around.body().size() - 1)) {
      if (op instanceof ForOp inner) {
        emitLoop(inner, builder);
        continue;
      }
      if (op.resultCount() > 0 && op.results().stream().anyMatch(body::needsScalar)) {
        emitScalar(op, builder);
      }
      boolean wanted = op instanceof StoreOp || body.isReductionStep(op) || op.results().stream().anyMatch(body::needsVector);
      if (wanted && !op.results().stream().allMatch(body::isUniform) || op instanceof StoreOp) {
        emitVector(op, builder);
      }
    }
  }

  private void emitScalar(Operation op, OpBuilder builder) {
    var state = OperationState.of(op.definition(), op.location()).operands(op.operands().stream().map(this::scalar).toList()).results(op.resultTypes())
        .attributes(op.attributes());
    var copy = builder.create(state);
    for (int i = 0; i < op.resultCount(); i++) {
      scalars.put(op.result(i), copy.result(i));
      if (body.isUniform(op.result(i)) && body.needsVector(op.result(i))) {
        vectors.put(op.result(i), broadcast(copy.result(i), builder));
      }
    }
  }

  private void emitVector(Operation op, OpBuilder builder) {
    switch (op) {
      case LoadOp load -> vectors.put(load.result(), builder.create(OperationState.of(mlr.dialects.vector.LoadOp.DEFINITION, op.location())
          .operand(scalar(load.memref())).operands(load.indices().stream().map(this::scalar).toList()).result(type(load.result().type()))).result());
      case StoreOp store -> builder.create(OperationState.of(mlr.dialects.vector.StoreOp.DEFINITION, op.location()).operand(vector(store.value()))
          .operand(scalar(store.memref())).operands(store.indices().stream().map(this::scalar).toList()));
      default -> {
        var state = OperationState.of(op.definition(), op.location()).attributes(op.attributes());
        op.operands().forEach(operand -> state.operand(body.needsVector(operand) || vectors.containsKey(operand) ? vector(operand) : scalar(operand)));
        op.resultTypes().forEach(result -> state.result(type(result)));
        var wide = builder.create(state);
        for (int i = 0; i < op.resultCount(); i++) {
          vectors.put(op.result(i), wide.result(i));
        }
      }
    }
  }

  /** A loop inside does the same for all lanes, on vectors of carried values. */
  private void emitLoop(ForOp inner, OpBuilder builder) {
    var initial = inner.initialValues().stream().map(this::vector).toList();
    var wide = (ForOp) builder.create(ForOp.of(scalar(inner.lowerBound()), scalar(inner.upperBound()), scalar(inner.step()), initial, inner.location())
        .attributes(inner.attributes()));
    var inside = OpBuilder.atEnd(wide.body());
    scalars.put(inner.inductionVariable(), wide.inductionVariable());
    if (body.needsVector(inner.inductionVariable())) {
      vectors.put(inner.inductionVariable(), broadcast(wide.inductionVariable(), inside));
    }
    for (int i = 0; i < initial.size(); i++) {
      vectors.put(inner.carriedArguments().get(i), wide.carriedArguments().get(i));
      vectors.put(inner.result(i), wide.result(i));
    }
    emitBody(inner, inside);
    inside.create(YieldOp.of(inner.yield().values().stream().map(this::vector).toList(), inner.location()));
  }

  private Value scalar(Value value) {
    return Optional.ofNullable(scalars.get(value)).orElse(value);
  }

  /** The lanes of a value; one from outside the loop is spread in front of it. */
  private Value vector(Value value) {
    if (!vectors.containsKey(value)) {
      vectors.put(value, broadcast(value, before));
    }
    return vectors.get(value);
  }
}
