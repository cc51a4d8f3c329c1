package mlr.validation;

import java.util.List;
import mlr.dialects.tensor.Products;
import mlr.ir.Operation;
import mlr.ir.pass.PassOptions;
import mlr.ir.types.ShapedType;

/**
 * Contractions that a pass is asked to round otherwise than the language's fused ones, for a target without fused
 * multiply-add: its option {@code unfused} lists the float types. Their results differ in the last bits, as they should.
 */
record IntendedRounding(List<String> unfused) {
  private static final String OPTION = "unfused";

  /** All results are to be the same. */
  static final IntendedRounding NONE = new IntendedRounding(List.of());

  /** What the options of a pass ask for. */
  static IntendedRounding of(PassOptions options) {
    return new IntendedRounding(options.values().containsKey(OPTION) ? options.list(OPTION) : List.of());
  }

  /** Whether an operation may give other bits after the pass. */
  boolean concerns(Operation op) {
    return switch (op) {
      case Products.MatmulOp _, Products.DotOp _, Products.PackedMatvecOp _ -> unfused.contains(ShapedType.elementOrSelf(op.result(0).type()).toString());
      default -> false;
    };
  }
}
