package mlr.dialects.elementwise;

import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.FoldResult;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** What folders ask of constant operands and answer with; a splat counts as its element. */
public final class Constants {
  private Constants() {}

  /** The integer that a constant is, everywhere. */
  public static Optional<Long> integer(Optional<Attribute> constant) {
    return scalar(constant) instanceof IntegerAttr number ? Optional.of(number.value()) : Optional.empty();
  }

  /** Whether a constant is the integer {@code value} everywhere (by its value modulo 2^width, so -1 is all ones). */
  public static boolean isInteger(Optional<Attribute> constant, long value) {
    return scalar(constant) instanceof IntegerAttr number && number.value() == IntegerAttr.wrap(number.type(), value);
  }

  /** Whether a constant is {@code value} everywhere, the sign of zero included. */
  public static boolean isFloat(Optional<Attribute> constant, double value) {
    return scalar(constant) instanceof FloatAttr number && Double.compare(number.value(), value) == 0;
  }

  /** The element of a splat, any other attribute itself; null without one: this is asked several times for each operand that is folded. */
  private static Attribute scalar(Optional<Attribute> constant) {
    var attribute = constant.orElse(null);
    return attribute instanceof DenseElementsAttr dense && dense.isSplat() ? dense.element(0) : attribute;
  }

  /** The constant of {@code type}, scalar or shaped, that is {@code value} everywhere. */
  public static Attribute ofInteger(Type type, long value) {
    return type instanceof ShapedType shaped ? DenseElementsAttr.splat(shaped, value) : new IntegerAttr(type, value);
  }

  /** The constant of {@code type}, scalar or shaped, that is {@code value} everywhere. */
  public static Attribute ofFloat(Type type, double value) {
    var element = FloatAttr.of((FloatType) ShapedType.elementOrSelf(type), value);
    return type instanceof ShapedType shaped ? DenseElementsAttr.splat(shaped, element.bits()) : element;
  }

  /** The attribute's own type, where it is of a numeric kind that a constant operation can hold. */
  public static Optional<Type> typeOf(Attribute value) {
    return value instanceof IntegerAttr number ? Optional.of(number.type())
        : value instanceof FloatAttr number ? Optional.of(number.type())
        : value instanceof DenseElementsAttr dense && (dense.type() instanceof VectorType || dense.type() instanceof RankedTensorType) ? Optional.of(dense.type())
        : Optional.empty();
  }

  /** The answer that the result is {@code value}. */
  public static Optional<FoldResult> existing(Value value) {
    return Optional.of(new FoldResult.Existing(value));
  }

  /** The answer that the result is an integer constant of {@code type}. */
  public static Optional<FoldResult> constant(Type type, long value) {
    return Optional.of(new FoldResult.Constant(ofInteger(type, value)));
  }
}
