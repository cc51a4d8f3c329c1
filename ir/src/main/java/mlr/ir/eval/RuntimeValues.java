package mlr.ir.eval;

import java.util.Collections;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * The boxed forms of runtime values: {@link Long} for integers and index, {@link Float} for f32, f16 and bf16,
 * {@link Double} for f64, {@link TensorValue} for tensors and vectors, {@link Poison} for any type.
 */
public final class RuntimeValues {
  private RuntimeValues() {}

  /** The value that a constant attribute stands for. */
  public static Object of(Attribute attribute) {
    // Numbers first and without a switch, here and below: see FormatWriter.
    if (attribute instanceof IntegerAttr number) {
      return number.value();
    }
    if (attribute instanceof FloatAttr number) {
      return number.type() == FloatType.F64 ? (Object) number.value() : (Object) (float) number.value();
    }
    if (attribute instanceof DenseElementsAttr elements) {
      return tensor(elements);
    }
    throw new IllegalArgumentException("no runtime value for " + attribute);
  }

  /** The constant attribute of a value; the inverse of {@link #of}. */
  public static Attribute attribute(Type type, Object value) {
    if (type instanceof IntegerType || type instanceof IndexType) {
      return new IntegerAttr(type, (Long) value);
    }
    if (type instanceof FloatType format) {
      return FloatAttr.of(format, ((Number) value).doubleValue());
    }
    if (type instanceof ShapedType shaped) {
      return DenseElementsAttr.ofBits(shaped, bits(shaped.element(), (TensorValue) value));
    }
    throw new IllegalArgumentException("no constant of type " + type);
  }

  /** Raw bits of one boxed scalar in its type's format; NaNs keep their payload. */
  public static long bits(Type type, Object value) {
    if (!(type instanceof FloatType format)) {
      return (Long) value;
    }
    return switch (format) {
      case F32 -> Float.floatToRawIntBits((Float) value) & 0xffffffffL;
      case F64 -> Double.doubleToRawLongBits((Double) value);
      default -> FloatFormat.of(format).bits(((Number) value).doubleValue());
    };
  }

  /** The boxed scalar of raw bits. */
  public static Object scalar(Type type, long bits) {
    if (!(type instanceof FloatType format)) {
      return IntegerAttr.wrap(type, bits);
    }
    return switch (format) {
      case F32 -> (Object) Float.intBitsToFloat((int) bits);
      case F64 -> (Object) Double.longBitsToDouble(bits);
      default -> (Object) (float) FloatFormat.of(format).value(bits);
    };
  }

  /** The value of a scalar or static shaped type whose bits are all zero. */
  public static Object zero(Type type) {
    return type instanceof ShapedType shaped ? splat(shaped, scalar(shaped.element(), 0)) : scalar(type, 0);
  }

  /** A tensor or vector whose elements all are {@code value}. */
  public static TensorValue splat(ShapedType type, Object value) {
    int n = Math.toIntExact(type.elementCount());
    return switch (value) {
      case Float f -> {
        var data = new float[n];
        java.util.Arrays.fill(data, f);
        yield new TensorValue.OfFloat(type, data);
      }
      case Double d -> {
        var data = new double[n];
        java.util.Arrays.fill(data, d);
        yield new TensorValue.OfDouble(type, data);
      }
      case Long l -> {
        var data = new long[n];
        java.util.Arrays.fill(data, l);
        yield new TensorValue.OfLong(type, data);
      }
      default -> throw new IllegalArgumentException("no tensor of " + value);
    };
  }

  /** Whether a value is poison or has elements that are. */
  public static boolean hasPoison(Object value) {
    return value == Poison.POISON || value instanceof TensorValue.Partial;
  }

  /** The elements of a tensor or vector that may be poison as a whole. */
  public static TensorValue elements(ShapedType type, Object value) {
    return value == Poison.POISON ? new TensorValue.Partial(type, Collections.nCopies(Math.toIntExact(type.elementCount()), value)) : (TensorValue) value;
  }

  /** A tensor or vector from boxed elements, poison among them. */
  public static TensorValue tensor(ShapedType type, Object[] elements) {
    int n = elements.length;
    for (var element : elements) {
      if (element == Poison.POISON) {
        return new TensorValue.Partial(type, List.of(elements));
      }
    }
    if (type.element() == FloatType.F64) {
      var data = new double[n];
      for (int i = 0; i < n; i++) {
        data[i] = (Double) elements[i];
      }
      return new TensorValue.OfDouble(type, data);
    }
    if (type.element() instanceof FloatType) {
      var data = new float[n];
      for (int i = 0; i < n; i++) {
        data[i] = (Float) elements[i];
      }
      return new TensorValue.OfFloat(type, data);
    }
    var data = new long[n];
    for (int i = 0; i < n; i++) {
      data[i] = (Long) elements[i];
    }
    return new TensorValue.OfLong(type, data);
  }

  private static TensorValue tensor(DenseElementsAttr dense) {
    int n = dense.count();
    var element = dense.type().element();
    if (element == FloatType.F64) {
      var data = new double[n];
      for (int i = 0; i < n; i++) {
        data[i] = dense.floatValue(i);
      }
      return new TensorValue.OfDouble(dense.type(), data);
    }
    if (element instanceof FloatType) {
      var data = new float[n];
      for (int i = 0; i < n; i++) {
        data[i] = element == FloatType.F32 ? Float.intBitsToFloat((int) dense.bits(i)) : (float) dense.floatValue(i);
      }
      return new TensorValue.OfFloat(dense.type(), data);
    }
    return new TensorValue.OfLong(dense.type(), dense.allBits());
  }

  private static long[] bits(Type element, TensorValue value) {
    var all = new long[value.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = bits(element, value.get(i));
    }
    return all;
  }
}
