package mlr.passes.loop.vectorize;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.loop.ForOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.definition.Trait;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.passes.loop.dependence.LinearForm;

/**
 * Which values of a loop's body are needed once for all lanes, and which lane by lane. A uniform value is the same in all; an index
 * of an access is needed for the first lane only, the others follow it.
 */
final class VectorBody {
  private final ForOp loop;
  private final List<Reduction> reductions;
  private final Set<Value> varying = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> scalars = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> vectors = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Value> pendingScalars = new ArrayDeque<>();
  private final ArrayDeque<Value> pendingVectors = new ArrayDeque<>();
  private boolean possible = true;

  VectorBody(ForOp loop, List<Reduction> reductions) {
    this.loop = loop;
    this.reductions = reductions;
    varying.addAll(loop.body().arguments());
    findVarying(loop);
    visit(loop);
    reductions.forEach(reduction -> needVector(reduction.added()));
    while (possible && !(pendingScalars.isEmpty() && pendingVectors.isEmpty())) {
      if (!pendingVectors.isEmpty()) {
        spreadVector(pendingVectors.poll());
      } else {
        spreadScalar(pendingScalars.poll());
      }
    }
  }

  /** Whether all that is needed can be had. */
  boolean isPossible() {
    return possible;
  }

  /** Whether a value is the same in all lanes. */
  boolean isUniform(Value value) {
    return !varying.contains(value);
  }

  /** Whether the first lane's value is needed. */
  boolean needsScalar(Value value) {
    return scalars.contains(value);
  }

  /** Whether the values of all lanes are needed. */
  boolean needsVector(Value value) {
    return vectors.contains(value);
  }

  /** Whether {@code step} only combines a reduction, whose vector is its own. */
  boolean isReductionStep(Operation op) {
    return reductions.stream().anyMatch(reduction -> reduction.step() == op);
  }

  private void findVarying(ForOp around) {
    for (var op : around.body()) {
      if (op instanceof ForOp inner) {
        varying.addAll(inner.carriedArguments());
        varying.addAll(inner.results());
        findVarying(inner);
      } else if (op.operands().stream().anyMatch(varying::contains)) {
        varying.addAll(op.results());
      }
    }
  }

  private void visit(ForOp around) {
    for (var op : around.body()) {
      switch (op) {
        case ForOp inner -> {
          inner.operands().subList(0, 3).forEach(this::needScalar);
          inner.initialValues().forEach(this::needVector);
          inner.yield().values().forEach(this::needVector);
          visit(inner);
        }
        case StoreOp store -> {
          require(isContiguous(store.memref(), store.indices()));
          store.indices().forEach(this::needScalar);
          needVector(store.value());
        }
        case LoadOp load -> require(load.operands().stream().allMatch(this::isUniform) || isContiguous(load.memref(), load.indices()));
        default -> require(op.definition().isTerminator() || op.regions().isEmpty() && Effects.isMemoryEffectFree(op));
      }
    }
  }

  private void require(boolean condition) {
    possible &= condition;
  }

  /** Whether neighbouring lanes access neighbouring elements, of a type that memory holds without gaps. */
  private boolean isContiguous(Value memref, List<Value> indices) {
    var type = (MemRefType) memref.type();
    boolean dense = type.layout().isEmpty() || type.layout().get() instanceof StridedLayoutAttr strided && !strided.strides().isEmpty() && strided.strides().getLast() == 1;
    if (!dense || !isLane(type.element()) || Integers.width(type.element()) == 1 || indices.isEmpty() || !isUniform(memref)) {
      return false;
    }
    return IntStream.range(0, indices.size()).allMatch(i -> {
      var form = LinearForm.of(indices.get(i));
      long expected = i == indices.size() - 1 ? 1 : 0;
      return form.factor(loop.inductionVariable()) == expected && form.factors().keySet().stream().allMatch(v -> v == loop.inductionVariable() || isUniform(v));
    });
  }

  private static boolean isLane(Type type) {
    return switch (type) {
      case IntegerType integer -> Set.of(1, 8, 16, 32, 64).contains(integer.width());
      case FloatType format -> Set.of(FloatType.F16, FloatType.BF16, FloatType.F32, FloatType.F64).contains(format);
      default -> type instanceof IndexType;
    };
  }

  private void needScalar(Value value) {
    if (scalars.add(value)) {
      pendingScalars.add(value);
    }
  }

  private void needVector(Value value) {
    require(isLane(value.type()));
    if (vectors.add(value)) {
      pendingVectors.add(value);
    }
  }

  private void spreadScalar(Value value) {
    if (loop.isDefinedOutside(value) || value == loop.inductionVariable() || value instanceof BlockArgument && isUniform(value)) {
      return;
    }
    switch (value.definingOp().orElse(null)) {
      case LoadOp load when isUniform(load.result()) -> load.operands().forEach(this::needScalar);
      case Operation op when !(op instanceof LoadOp) && op.regions().isEmpty() && Effects.isMemoryEffectFree(op) -> op.operands().forEach(this::needScalar);
      case null, default -> possible = false;
    }
  }

  private void spreadVector(Value value) {
    if (isUniform(value)) {
      needScalar(value);
      return;
    }
    switch (value.definingOp().orElse(null)) {
      case null -> require(value == loop.inductionVariable() || ((BlockArgument) value).owner() != loop.body());
      case LoadOp load -> load.indices().forEach(this::needScalar);
      case ForOp _ -> { }
      case SelectOp select when isUniform(select.condition()) -> {
        needScalar(select.condition());
        needVector(select.trueValue());
        needVector(select.falseValue());
      }
      case Operation op when canWiden(op) -> op.operands().forEach(this::needVector);
      default -> possible = false;
    }
  }

  /** Whether an operation of the same name works lane by lane. */
  private static boolean canWiden(Operation op) {
    return (op.dialect().equals("arith") || op.dialect().equals("math")) && (op.definition().hasTrait(Trait.ELEMENTWISE) || op instanceof SelectOp);
  }
}
