package mlr.validation.generate;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import mlr.dialects.arith.ConstantOp;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Random constants: mostly small numbers, which make programs do something, some at the edges of their types. */
final class ConstantSampler {
  private static final double[] FLOATS = {0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 3.25, -7.5, 100.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e30, 1e-30};
  private final RandomGenerator random;

  ConstantSampler(RandomGenerator random) {
    this.random = random;
  }

  /** Whether there are constants of a type. */
  static boolean supports(Type type) {
    return switch (type) {
      case RankedTensorType tensor -> tensor.hasStaticShape();
      case IntegerType _, IndexType _, FloatType _, VectorType _ -> true;
      default -> false;
    };
  }

  /** A constant operation of a type; empty for types that have none. */
  Optional<OperationState> operation(Type type) {
    return attribute(type).map(value -> ConstantOp.of(value, Location.UNKNOWN));
  }

  /** A value of a type as an attribute; empty for types that have none. */
  Optional<Attribute> attribute(Type type) {
    return switch (type) {
      case IntegerType integer -> Optional.of(new IntegerAttr(integer, IntegerAttr.wrap(integer, integer(integer))));
      case IndexType index -> Optional.of(new IntegerAttr(index, index()));
      case FloatType format -> Optional.of(FloatAttr.of(format, number()));
      case VectorType vector -> Optional.of(elements(vector));
      case RankedTensorType tensor when tensor.hasStaticShape() -> Optional.of(elements(tensor));
      default -> Optional.empty();
    };
  }

  private Attribute elements(ShapedType type) {
    if (random.nextBoolean()) {
      return DenseElementsAttr.splat(type, bits(type.element()));
    }
    return DenseElementsAttr.ofBits(type, LongStream.generate(() -> bits(type.element())).limit(type.elementCount()).toArray());
  }

  private long bits(Type element) {
    return switch (attribute(element).orElseThrow()) {
      case IntegerAttr number -> number.value();
      case FloatAttr number -> number.bits();
      default -> throw new IllegalArgumentException("no scalar: " + element);
    };
  }

  /** Mostly inside the small memory that there is. */
  private long index() {
    return random.nextInt(8) == 0 ? random.nextLong(-1, 12) : random.nextInt(3);
  }

  private long integer(IntegerType type) {
    return switch (random.nextInt(8)) {
      case 0 -> 1L << type.width() - 1;
      case 1 -> (1L << type.width() - 1) - 1;
      case 2 -> random.nextLong();
      case 3 -> type.width() - random.nextInt(2);
      default -> random.nextLong(-3, 5);
    };
  }

  private double number() {
    return random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : random.nextInt(-16, 17) / 4.0;
  }
}
