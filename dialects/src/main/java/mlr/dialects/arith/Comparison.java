package mlr.dialects.arith;

import java.util.List;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** What comparisons and selection share. */
final class Comparison {
  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(CmpIOp.DEFINITION, CmpFOp.DEFINITION, SelectOp.DEFINITION);
  }

  private Comparison() {}

  /** i1, or the vector or tensor of i1 with the shape of {@code type}. */
  static Type boolLike(Type type) {
    return type instanceof VectorType || type instanceof RankedTensorType ? ((ShapedType) type)
        .with(((ShapedType) type).shape(), IntegerType.I1) : IntegerType.I1;
  }
}
