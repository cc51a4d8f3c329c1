package mlr.ir.text.reader;

import java.math.BigInteger;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** Reads numeric literals and turns them into the bits of a type. */
final class NumberReader {
  private final AttributeReader in;

  NumberReader(AttributeReader in) {
    this.in = in;
  }

  /** A literal before its type is known. */
  record Literal(String digits, boolean negative, boolean isFloat, Location location) {
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

  /** The bits of {@code literal} as {@code type}: integers in the representation of {@link IntegerAttr}, floats raw. */
  long bits(Literal literal, Type type, Location typeLocation) {
    return switch (type) {
      case FloatType format -> floatBits(literal, format, typeLocation);
      case IntegerType integer -> integerBits(literal, integer.width(), integer);
      case IndexType index -> integerBits(literal, 64, index);
      default -> throw in.errorAt(typeLocation, (literal.isFloat() ? "floating-point" : "integer") + " literal not valid for type " + type);
    };
  }

  private long integerBits(Literal literal, int width, Type type) {
    if (literal.isFloat()) {
      throw in.errorAt(literal.location(), "floating-point value not valid for type " + type);
    }
    var signedness = type instanceof IntegerType integer ? integer.signedness() : IntegerType.Signedness.SIGNLESS;
    var magnitude = literal.isHex() ? new BigInteger(literal.digits().substring(2), 16) : new BigInteger(literal.digits());
    var value = literal.negative() ? magnitude.negate() : magnitude;
    var lowest = signedness == IntegerType.Signedness.UNSIGNED ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(Math.max(0, width - 1)).negate();
    boolean mayUseSignBit = signedness != IntegerType.Signedness.SIGNED || literal.isHex();
    var bound = BigInteger.ONE.shiftLeft(mayUseSignBit ? width : width - 1);
    if (value.compareTo(lowest) < 0 || value.compareTo(bound) >= 0) {
      throw in.errorAt(literal.location(), "integer constant out of range for " + type);
    }
    if (width > 64 && value.bitLength() > 63) {
      throw in.errorAt(literal.location(), "integer constants of more than 64 bits are not supported");
    }
    return IntegerAttr.wrap(type, value.longValue());
  }

  private long floatBits(Literal literal, FloatType type, Location typeLocation) {
    if (literal.isHex()) {
      var bits = new BigInteger(literal.digits().substring(2), 16);
      if (literal.negative()) {
        throw in.errorAt(literal.location(), "hexadecimal float literal should not have a leading minus");
      }
      if (bits.bitLength() > Math.min(64, type.width())) {
        throw in.errorAt(literal.location(), "hexadecimal float constant out of range for type " + type);
      }
      return bits.longValue();
    }
    if (!literal.isFloat()) {
      throw in.errorAt(literal.location(), "integer literal not valid for " + type + "; write " + literal.digits() + ".0");
    }
    double value = Double.parseDouble(literal.digits());
    try {
      return FloatFormat.of(type).bits(literal.negative() ? -value : value);
    } catch (UnsupportedOperationException _) {
      throw in.errorAt(typeLocation, "decimal constants of type " + type + " are not supported; write the bits in hexadecimal");
    }
  }
}
