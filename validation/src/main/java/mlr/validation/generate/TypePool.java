package mlr.validation.generate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Type;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** The types that random programs are made of: few enough for values to meet, small enough to run fast. */
final class TypePool {
  static final List<Type> SCALARS = List.of(IntegerType.I1, IntegerType.I8, IntegerType.I16, IntegerType.I32, IntegerType.I64, IndexType.INDEX,
      IntegerType.signless(5), FloatType.F16, FloatType.BF16, FloatType.F32, FloatType.F64);
  private static final List<Type> ALL = all();

  private final Map<TypeConstraint, List<Type>> accepted = new IdentityHashMap<>();

  private static List<Type> all() {
    var types = new ArrayList<>(SCALARS);
    for (var element : SCALARS) {
      types.add(VectorType.of(element, 4));
      types.add(RankedTensorType.of(element, 4));
      types.add(RankedTensorType.of(element, 2, 3));
    }
    for (Type element : List.of(FloatType.F32, IntegerType.I32)) {
      types.add(VectorType.of(element, 2, 3));
      types.add(VectorType.of(element, 8));
      types.add(RankedTensorType.of(element, 3, 2));
      types.add(RankedTensorType.of(element, 2, 2));
      types.add(RankedTensorType.of(element, 3));
      types.add(RankedTensorType.of(element, 2));
      types.add(RankedTensorType.of(element));
      types.add(RankedTensorType.of(element, 1, 4, 4, 2));
      types.add(RankedTensorType.of(element, 1, 2, 2, 2));
      types.add(MemRefType.of(element, 4));
      types.add(MemRefType.of(element, 2, 3));
      types.add(MemRefType.of(element, ShapedType.DYNAMIC));
      types.add(new MemRefType(List.of(2L), element, Optional.of(new StridedLayoutAttr(1, List.of(2L))), Optional.empty()));
      types.add(new MemRefType(List.of(3L), element, Optional.of(new StridedLayoutAttr(0, List.of(1L))), Optional.empty()));
    }
    for (Type element : List.of(IntegerType.I1, IntegerType.I8, IndexType.INDEX, FloatType.F64)) {
      types.add(MemRefType.of(element, 4));
    }
    types.add(MemRefType.of(IntegerType.I8, 32));
    types.add(PointerType.POINTER);
    types.add(StructType.literal(List.of(IntegerType.I32, FloatType.F32)));
    types.add(new ArrayType(4, IntegerType.I32));
    types.add(new FunctionType(List.of(IntegerType.I32), List.of(IntegerType.I32)));
    return List.copyOf(types);
  }

  /** The types of the pool that a constraint accepts. */
  List<Type> accepted(TypeConstraint constraint) {
    return accepted.computeIfAbsent(constraint, c -> ALL.stream().filter(c::accepts).toList());
  }
}
