package mlr.validation.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** One random function. */
final class FunctionGenerator {
  private static final int MOST_RESULTS = 4;
  private static final List<Type> MEMORY = List.of(MemRefType.of(FloatType.F32, 4), MemRefType.of(IntegerType.I32, 4), MemRefType.of(FloatType.F32, 2, 3),
      MemRefType.of(FloatType.F32, ShapedType.DYNAMIC));
  private static final List<Type> LANES = List.of(VectorType.of(FloatType.F32, 4), VectorType.of(IntegerType.I32, 4));
  private static final List<Type> TENSORS = List.of(RankedTensorType.of(FloatType.F32, 4), RankedTensorType.of(FloatType.F32, 2, 3), RankedTensorType.of(IntegerType.I32, 4));
  private final Surroundings surroundings;
  private final SplittableRandom random;

  FunctionGenerator(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.random = surroundings.random();
  }

  /** A function of a name, of about {@code size} operations. */
  FuncOp generate(String name, Optional<String> visibility, int size) {
    var inputs = parameters();
    var state = FuncOp.of(name, new FunctionType(inputs, List.of()), visibility, Location.UNKNOWN);
    var function = (FuncOp) state.create();
    var entry = function.addEntryBlock();
    var scope = Scope.empty();
    scope.add(entry.arguments());
    var last = surroundings.uses("cf") ? new BlockGraphGenerator(surroundings, function.body()).generate(entry, scope, size) : new BodyGenerator(surroundings, entry, scope);
    if (!surroundings.uses("cf")) {
      last.fill(size);
    }
    var results = last.outcomes(MOST_RESULTS);
    last.create(OperationState.of(ReturnOp.DEFINITION, Location.UNKNOWN).operands(results));
    function.setFunctionType(new FunctionType(inputs, results.stream().map(Value::type).toList()));
    return function;
  }

  private List<Type> parameters() {
    var candidates = new ArrayList<>(List.<Type>of(IntegerType.I1, IntegerType.I32, IntegerType.I32, IntegerType.I64, IntegerType.I8, IndexType.INDEX, FloatType.F32,
        FloatType.F32, FloatType.F64, FloatType.F16));
    if (surroundings.uses("memref")) {
      candidates.addAll(MEMORY);
    }
    if (surroundings.uses("vector")) {
      candidates.addAll(LANES);
    }
    if (surroundings.uses("tensor")) {
      candidates.addAll(TENSORS);
      candidates.addAll(TENSORS);
    }
    var types = new ArrayList<Type>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      types.add(candidates.get(random.nextInt(candidates.size())));
    }
    return types;
  }
}
