package mlr.lowering.translate;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.dialects.llvm.types.ArrayType;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.text.Quoting;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** Constants in LLVM IR text, floating-point ones by their bits. */
final class LlvmConstantText {
  /** Arrays above so many elements are written as strings of bytes, which LLVM reads many times faster than numbers. */
  private static final int LARGE = 64;

  private LlvmConstantText() {}

  /** The value {@code attribute} of a type, without the type. */
  static String of(Attribute attribute, Type type) {
    return switch (attribute) {
      case IntegerAttr integer when type instanceof FloatType format -> floating(format, integer.value());
      case IntegerAttr integer -> scalar(type, integer.value());
      case FloatAttr number -> floating(number.type(), number.bits());
      case DenseElementsAttr dense when type instanceof VectorType vector -> vector(dense, vector);
      case DenseElementsAttr dense when isZero(dense) -> "zeroinitializer";
      case DenseElementsAttr dense -> nested(dense, type, 0);
      case StringAttr text -> bytes(ByteBuffer.wrap(Quoting.bytes(text.value())));
      default -> throw new IllegalArgumentException("no constant " + attribute);
    };
  }

  /** A global's type and value; large arrays become arrays of bytes, little-endian, as all targets are. */
  static String global(Attribute attribute, Type type) {
    if (attribute instanceof DenseElementsAttr dense && dense.count() > LARGE && !isZero(dense) && type instanceof ArrayType) {
      var data = contents(dense);
      return "[" + data.remaining() + " x i8] " + bytes(data);
    }
    return LlvmTypeText.of(type) + " " + of(attribute, type);
  }

  private static ByteBuffer contents(DenseElementsAttr dense) {
    if (!dense.isSplat()) {
      return dense.buffer();
    }
    var all = ByteBuffer.allocate(dense.count() * dense.buffer().remaining());
    while (all.hasRemaining()) {
      all.put(dense.buffer());
    }
    return all.flip();
  }

  private static boolean isZero(DenseElementsAttr dense) {
    return dense.isSplat() && dense.bits(0) == 0;
  }

  private static String vector(DenseElementsAttr dense, VectorType type) {
    return isZero(dense) ? "zeroinitializer" : IntStream.range(0, dense.count())
        .mapToObj(i -> LlvmTypeText.of(type.element()) + " " + scalar(type.element(), dense.bits(i))).collect(Collectors.joining(", ", "<", ">"));
  }

  /** The elements from {@code first} on that an array of any depth holds. */
  private static String nested(DenseElementsAttr dense, Type type, int first) {
    if (!(type instanceof ArrayType array)) {
      return scalar(type, dense.bits(first));
    }
    int each = elements(array.element());
    var inner = LlvmTypeText.of(array.element());
    return IntStream.range(0, Math.toIntExact(array.count())).mapToObj(i -> inner + " " + nested(dense, array.element(), first + i * each))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static int elements(Type type) {
    return type instanceof ArrayType array ? Math.toIntExact(array.count()) * elements(array.element()) : 1;
  }

  private static String scalar(Type type, long bits) {
    return switch (type) {
      case FloatType format -> floating(format, bits);
      case IntegerType integer when integer.width() == 1 -> bits != 0 ? "true" : "false";
      default -> Long.toString(bits);
    };
  }

  private static String floating(FloatType format, long bits) {
    return switch (format) {
      case F16 -> "0xH%04X".formatted(bits & 0xffff);
      case BF16 -> "0xR%04X".formatted(bits & 0xffff);
      case F32 -> "0x%016X".formatted(widened((int) bits));
      case F64 -> "0x%016X".formatted(bits);
      default -> throw new IllegalArgumentException("no constant of type " + format);
    };
  }

  /** The bits as binary64 of a binary32 number, in which LLVM writes it; the payload of a NaN stays, which a Java conversion may change. */
  private static long widened(int bits) {
    float value = Float.intBitsToFloat(bits);
    return Float.isNaN(value) ? (bits & 0x80000000L) << 32 | 0x7ffL << 52 | (bits & 0x7fffffL) << 29 : Double.doubleToRawLongBits(value);
  }

  private static String bytes(ByteBuffer data) {
    var out = new StringBuilder(data.remaining() * 3 + 3).append("c\"");
    while (data.hasRemaining()) {
      int value = data.get() & 0xff;
      if (value >= 0x20 && value < 0x7f && value != '"' && value != '\\') {
        out.append((char) value);
      } else {
        out.append('\\').append(Character.toUpperCase(Character.forDigit(value >> 4, 16))).append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
      }
    }
    return out.append('"').toString();
  }
}
