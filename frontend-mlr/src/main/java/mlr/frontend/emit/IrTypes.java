package mlr.frontend.emit;

import java.util.List;
import mlr.frontend.types.Element;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.ValueType;
import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** The SSA types of MLR's types: signless integers, {@code i1} for truth values, {@code i32} for enumerations. */
final class IrTypes {
  private IrTypes() {}

  /** The type of values; {@code type} is fully known. */
  static Type of(ValueType type) {
    var element = of(type.element());
    return type.shape().rank() == 0 ? element : RankedTensorType.of(element, extents(type));
  }

  /** The type of one element. */
  static Type of(Element element) {
    return switch (element) {
      case Scalar scalar -> switch (scalar) {
        case BOOL -> IntegerType.I1;
        case F16 -> FloatType.F16;
        case BF16 -> FloatType.BF16;
        case F32 -> FloatType.F32;
        case F64 -> FloatType.F64;
        default -> IntegerType.signless(scalar.width());
      };
      case Element.Enumeration _ -> IntegerType.I32;
      case Element.Parameter _, Element.Variable _ -> throw new IllegalStateException("the element type " + element + " is not known");
    };
  }

  /** The extents, leading axis first. */
  static List<Long> extents(ValueType type) {
    return type.shape().extents().stream().map(size -> size.constant().orElseThrow()).toList();
  }
}
