package mlr.ir.text.reader;

import java.math.BigDecimal;
import java.math.BigInteger;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.numbers.FloatSemantics;
import mlr.ir.attributes.numbers.WideFloatAttr;
import mlr.ir.attributes.numbers.WideIntegerAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** Reads numeric literals and turns them into the bits of a type. */
final class NumberReader {
  /** As many decimal digits always fit a long. */
  private static final int LONG_DIGITS = 18;

  private final AttributeReader in;

  NumberReader(AttributeReader in) {
    this.in = in;
  }

  /** A literal before its type is known. */
  record Literal(String digits, boolean negative, boolean isFloat, Location location) {
    boolean isBoolean() {
      return digits.equals("true") || digits.equals("false");
    }

    boolean isHex() {
      return digits.startsWith("0x");
    }
  }

  Literal literal() {
    var where = in.location();
    boolean negative = in.parseOptionalPunctuation("-");
    if (!in.at(TokenKind.INTEGER) && !in.at(TokenKind.FLOAT)) {
      throw in.expected("a number");
    }
    boolean isFloat = in.at(TokenKind.FLOAT);
    return new Literal(in.take(), negative, isFloat, where);
  }

  /** The bits of one element of type {@code type}; {@code true} and {@code false} stand for i1. */
  long element(Type type) {
    if (type.equals(IntegerType.I1) && (in.atWord("true") || in.atWord("false"))) {
      return in.take().equals("true") ? 1 : 0;
    }
    var literal = literal();
    return bits(literal, type, literal.location());
  }

  /** One number of type {@code type}, of whatever width. */
  Attribute attribute(Literal literal, Type type, Location typeLocation) {
    if (type instanceof FloatType format) {
      return format.width() > Long.SIZE ? new WideFloatAttr(format, floatBits(literal, format)) : new FloatAttr(format, bits(literal, type, typeLocation));
    }
    return type instanceof IntegerType integer && integer.width() > Long.SIZE
        ? WideIntegerAttr.of(integer, integerValue(literal, integer.width(), integer)) : new IntegerAttr(type, bits(literal, type, typeLocation));
  }

  /** The bits of {@code literal} as a number of more than 64 bits. */
  BigInteger wideBits(Literal literal, Type type) {
    return type instanceof FloatType format ? floatBits(literal, format) : integerValue(literal, ((IntegerType) type).width(), type);
  }

  /** The bits of {@code literal} as {@code type}, of at most 64: integers in the representation of {@link IntegerAttr}, floats raw. */
  long bits(Literal literal, Type type, Location typeLocation) {
    // Tests of types without a switch, here and above: see FormatWriter.
    if (type instanceof FloatType format) {
      return floatBits(literal, format).longValue();
    }
    if (type instanceof IntegerType integer) {
      return integerBits(literal, integer.width(), integer);
    }
    if (type instanceof IndexType) {
      return integerBits(literal, Long.SIZE, type);
    }
    throw in.errorAt(typeLocation, (literal.isFloat() ? "floating-point" : "integer") + " literal not valid for type " + type);
  }

  private long integerBits(Literal literal, int width, Type type) {
    if (!literal.isFloat() && !literal.isHex() && literal.digits().length() <= LONG_DIGITS) {
      long magnitude = Long.parseLong(literal.digits());
      long value = literal.negative() ? -magnitude : magnitude;
      // What every integer of the width can be, whatever its sign means; the rest is looked at closely.
      if (value >= 0 && (width >= Long.SIZE || width > 0 && value < 1L << width - 1)) {
        return IntegerAttr.wrap(type, value);
      }
    }
    return IntegerAttr.wrap(type, integerValue(literal, width, type).longValue());
  }

  // A signless number may use the sign bit; an index may not.
  private BigInteger integerValue(Literal literal, int width, Type type) {
    if (literal.isFloat()) {
      throw in.errorAt(literal.location(), "floating-point value not valid for type " + type);
    }
    var signedness = type instanceof IntegerType integer ? integer.signedness() : IntegerType.Signedness.SIGNED;
    var magnitude = literal.isHex() ? new BigInteger(literal.digits().substring(2), 16) : new BigInteger(literal.digits());
    var value = literal.negative() ? magnitude.negate() : magnitude;
    int valueBits = signedness == IntegerType.Signedness.SIGNED ? width - 1 : width;
    var lowest = signedness == IntegerType.Signedness.UNSIGNED || width == 0 ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(width - 1).negate();
    if (value.compareTo(lowest) < 0 || value.signum() > 0 && value.bitLength() > valueBits) {
      throw in.errorAt(literal.location(), "integer constant out of range for " + type);
    }
    return value;
  }

  /** A number beyond the largest one of every format. */
  private static BigDecimal tooLarge() {
    return new BigDecimal(BigInteger.ONE.shiftLeft(1 << 15));
  }

  private BigInteger floatBits(Literal literal, FloatType type) {
    if (literal.isHex()) {
      var bits = new BigInteger(literal.digits().substring(2), 16);
      if (literal.negative()) {
        throw in.errorAt(literal.location(), "hexadecimal float literal should not have a leading minus");
      }
      if (bits.bitLength() > type.width()) {
        throw in.errorAt(literal.location(), "hexadecimal float constant out of range for type " + type);
      }
      return bits;
    }
    if (!literal.isFloat()) {
      throw in.errorAt(literal.location(), "integer literal not valid for " + type + "; write " + literal.digits() + ".0");
    }
    // As upstream: a decimal is a double first.
    double value = Double.parseDouble(literal.digits());
    return switch (type) {
      case F64 -> BigInteger.valueOf(Double.doubleToRawLongBits(literal.negative() ? -value : value));
      case F32 -> BigInteger.valueOf(Float.floatToRawIntBits((float) (literal.negative() ? -value : value)) & 0xffffffffL);
      default -> FloatSemantics.of(type).round(literal.negative(), Double.isInfinite(value) ? tooLarge() : new BigDecimal(value));
    };
  }
}
