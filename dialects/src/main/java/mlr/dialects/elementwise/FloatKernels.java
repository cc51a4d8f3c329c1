package mlr.dialects.elementwise;

import static mlr.dialects.elementwise.Integers.signed;
import static mlr.dialects.elementwise.Integers.unsigned;

import mlr.ir.Type;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PoisonResult;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;

/**
 * The meaning of floating-point arithmetic and conversions, shared by arith, math and llvm: IEEE 754, round to
 * nearest even. The 16-bit formats are computed in binary32 and rounded once more by the caller, which for
 * +, -, *, / and square root is the correctly rounded result.
 */
public final class FloatKernels {
  private FloatKernels() {}

  private static boolean isDouble(Type type) {
    return ShapedType.elementOrSelf(type) == FloatType.F64;
  }

  /** The kernel for the precision of {@code type}. */
  public static Kernel unary(Type type, Kernel.FloatUnary single, Kernel.DoubleUnary dbl) {
    return isDouble(type) ? dbl : single;
  }

  /** The kernel for the precision of {@code type}. */
  public static Kernel binary(Type type, Kernel.FloatBinary single, Kernel.DoubleBinary dbl) {
    return isDouble(type) ? dbl : single;
  }

  public static Kernel add(Type type) {
    return binary(type, Float::sum, Double::sum);
  }

  public static Kernel subtract(Type type) {
    return binary(type, (a, b) -> a - b, (a, b) -> a - b);
  }

  public static Kernel multiply(Type type) {
    return binary(type, (a, b) -> a * b, (a, b) -> a * b);
  }

  public static Kernel divide(Type type) {
    return binary(type, (a, b) -> a / b, (a, b) -> a / b);
  }

  /** C's {@code fmod}: exact, with the sign of the dividend. */
  public static Kernel remainder(Type type) {
    return binary(type, (a, b) -> quiet(a % b), (a, b) -> quiet(a % b));
  }

  // Which NaN a host gives is its own affair; functions in software give this one, as RISC-V does.
  private static float quiet(float result) {
    return Float.isNaN(result) ? Float.NaN : result;
  }

  private static double quiet(double result) {
    return Double.isNaN(result) ? Double.NaN : result;
  }

  public static Kernel negate(Type type) {
    return unary(type, a -> -a, a -> -a);
  }

  /** IEEE 754-2019 minimum: NaN if either is, and -0 below +0. */
  public static Kernel minimum(Type type) {
    return binary(type, Math::min, Math::min);
  }

  /** IEEE 754-2019 maximum: NaN if either is, and -0 below +0. */
  public static Kernel maximum(Type type) {
    return binary(type, Math::max, Math::max);
  }

  /** C's {@code fmin}: the other operand where one is NaN. */
  public static Kernel minimumNumber(Type type) {
    return binary(type, (a, b) -> Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.min(a, b), (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a
        : Math.min(a, b));
  }

  /** C's {@code fmax}: the other operand where one is NaN. */
  public static Kernel maximumNumber(Type type) {
    return binary(type, (a, b) -> Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.max(a, b), (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a
        : Math.max(a, b));
  }

  public static Kernel absolute(Type type) {
    return unary(type, Math::abs, Math::abs);
  }

  public static Kernel copySign(Type type) {
    return binary(type, FloatKernels::copySign, FloatKernels::copySign);
  }

  // Math.copySign may ignore the sign of a NaN.
  private static float copySign(float magnitude, float sign) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) & 0x7fffffff | Float.floatToRawIntBits(sign) & 0x80000000);
  }

  private static double copySign(double magnitude, double sign) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) & Long.MAX_VALUE | Double.doubleToRawLongBits(sign) & Long.MIN_VALUE);
  }

  public static Kernel squareRoot(Type type) {
    return unary(type, FloatKernels::squareRoot, FloatKernels::squareRoot);
  }

  /** The correctly rounded square root; the quiet NaN below zero, whatever the host's is. */
  public static float squareRoot(float a) {
    return quiet((float) Math.sqrt(a));
  }

  /** The correctly rounded square root; the quiet NaN below zero, whatever the host's is. */
  public static double squareRoot(double a) {
    return quiet(Math.sqrt(a));
  }

  /** 1 / sqrt(a), both correctly rounded. */
  public static Kernel reciprocalSquareRoot(Type type) {
    return unary(type, a -> 1 / squareRoot(a), a -> 1 / squareRoot(a));
  }

  /** a * b + c, rounded once. */
  public static Kernel fusedMultiplyAdd(Type type) {
    return isDouble(type) ? (Kernel.DoubleTernary) Math::fma : (Kernel.FloatTernary) Math::fma;
  }

  /** a * b + c, the product rounded, too. */
  public static Kernel multiplyAdd(Type type) {
    var format = ShapedType.elementOrSelf(type);
    return isDouble(type) ? (Kernel.DoubleTernary) (a, b, c) -> a * b + c : (Kernel.FloatTernary) (a, b, c) -> Evaluation.round(format, a * b) + c;
  }

  public static Kernel floor(Type type) {
    return unary(type, a -> (float) Math.floor(a), Math::floor);
  }

  public static Kernel ceil(Type type) {
    return unary(type, a -> (float) Math.ceil(a), Math::ceil);
  }

  /** Rounds toward zero. */
  public static Kernel truncate(Type type) {
    return unary(type, a -> (float) truncate((double) a), FloatKernels::truncate);
  }

  private static double truncate(double a) {
    return copySign(Math.floor(Math.abs(a)), a);
  }

  /** Rounds to the nearest integer, ties to even. */
  public static Kernel roundEven(Type type) {
    return unary(type, a -> (float) Math.rint(a), Math::rint);
  }

  /** Rounds to the nearest integer, ties away from zero. */
  public static Kernel roundAway(Type type) {
    return unary(type, a -> (float) roundAway((double) a), FloatKernels::roundAway);
  }

  // |a| + 0.5 is inexact just below a half and from 2^52 on, so the fraction is looked at instead.
  private static double roundAway(double a) {
    double below = Math.floor(Math.abs(a));
    return copySign(Math.abs(a) - below >= 0.5 ? below + 1 : below, a);
  }

  /** 1 where the predicate holds, else 0. */
  public static Kernel compare(FloatPredicate predicate, Type type) {
    return isDouble(type) ? (Kernel.DoublePredicate) predicate::test : (Kernel.FloatPredicate) predicate::test;
  }

  /** Widening is exact, narrowing rounds to nearest even. */
  public static Kernel convert(Type from, Type to) {
    if (isDouble(from)) {
      var format = FloatFormat.of((FloatType) ShapedType.elementOrSelf(to));
      return isDouble(to) ? (Kernel.DoubleUnary) a -> a : (Kernel.DoubleToFloat) a -> (float) format.value(format.bits(a));
    }
    return isDouble(to) ? (Kernel.FloatToDouble) a -> a : (Kernel.FloatUnary) a -> a;
  }

  /** A signed integer of {@code width} bits to floating point, rounded to nearest even. */
  public static Kernel fromSigned(int width, Type to) {
    return isDouble(to) ? (Kernel.LongToDouble) a -> (double) signed(a, width) : (Kernel.LongToFloat) a -> (float) signed(a, width);
  }

  /** An unsigned integer of {@code width} bits to floating point, rounded to nearest even. */
  public static Kernel fromUnsigned(int width, Type to) {
    return isDouble(to) ? (Kernel.LongToDouble) a -> unsignedToDouble(unsigned(a, width))
        : (Kernel.LongToFloat) a -> unsignedToFloat(unsigned(a, width));
  }

  // Above 2^63 half the value, its lowest bit kept sticky, converts with the same rounding.
  private static double unsignedToDouble(long value) {
    return value >= 0 ? (double) value : 2 * (double) (value >>> 1 | value & 1);
  }

  private static float unsignedToFloat(long value) {
    return value >= 0 ? (float) value : 2 * (float) (value >>> 1 | value & 1);
  }

  /** Toward zero to a signed integer of {@code width} bits; poison outside its range and for NaN. */
  public static Kernel toSigned(Type from, int width) {
    double limit = Math.scalb(1.0, width - 1);
    return isDouble(from) ? (Kernel.DoubleToLong) a -> toSigned(a, limit) : (Kernel.FloatToLong) a -> toSigned(a, limit);
  }

  /** Toward zero to an unsigned integer of {@code width} bits; poison outside its range and for NaN. */
  public static Kernel toUnsigned(Type from, int width) {
    double limit = Math.scalb(1.0, width);
    return isDouble(from) ? (Kernel.DoubleToLong) a -> toUnsigned(a, limit) : (Kernel.FloatToLong) a -> toUnsigned(a, limit);
  }

  private static long toSigned(double a, double limit) {
    double whole = truncate(a);
    if (whole >= -limit && whole < limit) {
      return (long) whole;
    }
    throw PoisonResult.INSTANCE;
  }

  private static long toUnsigned(double a, double limit) {
    double whole = truncate(a);
    if (whole >= 0 && whole < limit) {
      return whole < 0x1p63 ? (long) whole : (long) (whole - 0x1p63) + Long.MIN_VALUE;
    }
    throw PoisonResult.INSTANCE;
  }

  /** The same bits read as another type of the same width. */
  public static Kernel bitcast(Type from, Type to) {
    var source = ShapedType.elementOrSelf(from);
    var target = ShapedType.elementOrSelf(to);
    if (source.equals(target)) {
      return source instanceof FloatType ? unary(source, a -> a, a -> a) : (Kernel.LongUnary) a -> a;
    }
    if (source instanceof FloatType format) {
      return switch (format) {
        case F64 -> (Kernel.DoubleToLong) Double::doubleToRawLongBits;
        case F32 -> (Kernel.FloatToLong) Float::floatToRawIntBits;
        default -> target instanceof FloatType other
            ? (Kernel.FloatUnary) a -> (float) FloatFormat.of(other).value(FloatFormat.of(format).bits(a))
            : (Kernel.FloatToLong) a -> FloatFormat.of(format).bits(a);
      };
    }
    return switch (target) {
      case FloatType format when format == FloatType.F64 -> (Kernel.LongToDouble) Double::longBitsToDouble;
      case FloatType format when format == FloatType.F32 -> (Kernel.LongToFloat) a -> Float.intBitsToFloat((int) a);
      case FloatType format -> (Kernel.LongToFloat) a -> (float) FloatFormat.of(format).value(a);
      default -> (Kernel.LongUnary) a -> a;
    };
  }
}
