package mlr.dialects.elementwise;

import static mlr.dialects.elementwise.Integers.fitsSigned;
import static mlr.dialects.elementwise.Integers.mask;
import static mlr.dialects.elementwise.Integers.signed;
import static mlr.dialects.elementwise.Integers.signedMin;
import static mlr.dialects.elementwise.Integers.unsigned;

import mlr.ir.eval.Kernel;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.UndefinedBehavior;

/** The meaning of integer arithmetic at a width in bits (at most 64), shared by arith and llvm; semantics as in LLVM's language reference. */
public final class IntegerKernels {
  private IntegerKernels() {}

  /** Sum modulo 2^width; poison on the overflows that {@code flags} rule out. */
  public static Kernel.LongBinary add(int width, FlagsAttr flags) {
    if (flags.isEmpty()) {
      return Long::sum;
    }
    boolean nsw = flags.has("nsw");
    boolean nuw = flags.has("nuw");
    return (a, b) -> {
      long x = signed(a, width);
      long y = signed(b, width);
      long sum = x + y;
      boolean signedOverflow = ((x ^ sum) & (y ^ sum)) < 0 || !fitsSigned(sum, width);
      boolean unsignedOverflow = Long.compareUnsigned(unsigned(sum, width), unsigned(a, width)) < 0;
      return poisonIf(nsw && signedOverflow || nuw && unsignedOverflow, sum);
    };
  }

  /** 1 where the unsigned sum is 2^width or more, else 0. */
  public static Kernel.LongBinary carry(int width) {
    return (a, b) -> Long.compareUnsigned(unsigned(a + b, width), unsigned(a, width)) < 0 ? 1 : 0;
  }

  /** Difference modulo 2^width. */
  public static Kernel.LongBinary subtract(int width, FlagsAttr flags) {
    if (flags.isEmpty()) {
      return (a, b) -> a - b;
    }
    boolean nsw = flags.has("nsw");
    boolean nuw = flags.has("nuw");
    return (a, b) -> {
      long x = signed(a, width);
      long y = signed(b, width);
      long difference = x - y;
      boolean signedOverflow = ((x ^ y) & (x ^ difference)) < 0 || !fitsSigned(difference, width);
      boolean unsignedOverflow = Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) < 0;
      return poisonIf(nsw && signedOverflow || nuw && unsignedOverflow, difference);
    };
  }

  /** Product modulo 2^width. */
  public static Kernel.LongBinary multiply(int width, FlagsAttr flags) {
    if (flags.isEmpty()) {
      return (a, b) -> a * b;
    }
    boolean nsw = flags.has("nsw");
    boolean nuw = flags.has("nuw");
    return (a, b) -> {
      long x = signed(a, width);
      long y = signed(b, width);
      long product = x * y;
      boolean signedOverflow = Math.multiplyHigh(x, y) != product >> 63 || !fitsSigned(product, width);
      long u = unsigned(a, width);
      long v = unsigned(b, width);
      boolean unsignedOverflow = Math.unsignedMultiplyHigh(u, v) != 0 || Long.compareUnsigned(u * v, mask(width)) > 0;
      return poisonIf(nsw && signedOverflow || nuw && unsignedOverflow, product);
    };
  }

  /** The upper {@code width} bits of the signed product of 2 * width bits. */
  public static Kernel.LongBinary multiplyHighSigned(int width) {
    return (a, b) -> {
      long x = signed(a, width);
      long y = signed(b, width);
      return high(Math.multiplyHigh(x, y), x * y, width);
    };
  }

  /** The upper {@code width} bits of the unsigned product of 2 * width bits. */
  public static Kernel.LongBinary multiplyHighUnsigned(int width) {
    return (a, b) -> {
      long x = unsigned(a, width);
      long y = unsigned(b, width);
      return high(Math.unsignedMultiplyHigh(x, y), x * y, width);
    };
  }

  private static long high(long upper, long lower, int width) {
    return width == 64 ? upper : upper << 64 - width | lower >>> width;
  }

  /** Quotient rounded toward zero. */
  public static Kernel.LongBinary divideSigned(int width) {
    return (a, b) -> signed(a, width) / divisor(signed(a, width), signed(b, width), width);
  }

  public static Kernel.LongBinary divideUnsigned(int width) {
    return (a, b) -> Long.divideUnsigned(unsigned(a, width), divisor(unsigned(b, width)));
  }

  /** Remainder with the sign of the dividend. */
  public static Kernel.LongBinary remainderSigned(int width) {
    return (a, b) -> signed(a, width) % divisor(signed(a, width), signed(b, width), width);
  }

  public static Kernel.LongBinary remainderUnsigned(int width) {
    return (a, b) -> Long.remainderUnsigned(unsigned(a, width), divisor(unsigned(b, width)));
  }

  /** Quotient rounded toward plus infinity. */
  public static Kernel.LongBinary ceilDivideSigned(int width) {
    return (a, b) -> Math.ceilDiv(signed(a, width), divisor(signed(a, width), signed(b, width), width));
  }

  /** Quotient rounded toward minus infinity. */
  public static Kernel.LongBinary floorDivideSigned(int width) {
    return (a, b) -> Math.floorDiv(signed(a, width), divisor(signed(a, width), signed(b, width), width));
  }

  /** Unsigned quotient rounded up. */
  public static Kernel.LongBinary ceilDivideUnsigned(int width) {
    return (a, b) -> {
      long x = unsigned(a, width);
      long y = divisor(unsigned(b, width));
      return Long.divideUnsigned(x, y) + (Long.remainderUnsigned(x, y) == 0 ? 0 : 1);
    };
  }

  /**
   * Power modulo 2^width with a signed exponent: below zero, the whole part of the quotient 1 / a^-b, which is poison for a = 0.
   */
  public static Kernel.LongBinary power(int width) {
    return (a, b) -> {
      long base = signed(a, width);
      long exponent = signed(b, width);
      return exponent < 0 ? reciprocal(base, exponent) : power(base, exponent);
    };
  }

  private static long reciprocal(long base, long exponent) {
    poisonIf(base == 0, 0);
    return base == 1 || base == -1 ? power(base, exponent & 1) : 0;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long square = base, rest = exponent; rest != 0; rest >>>= 1, square *= square) {
      result *= (rest & 1) == 0 ? 1 : square;
    }
    return result;
  }

  /** Left shift; poison for amounts of the width or more. */
  public static Kernel.LongBinary shiftLeft(int width, FlagsAttr flags) {
    boolean nsw = flags.has("nsw");
    boolean nuw = flags.has("nuw");
    return (a, b) -> {
      int amount = amount(b, width);
      long shifted = a << amount;
      long back = width == 64 ? shifted : shifted << 64 - width >> 64 - width;
      boolean signedOverflow = back >> amount != signed(a, width);
      boolean unsignedOverflow = unsigned(shifted, width) >>> amount != unsigned(a, width);
      return poisonIf(nsw && signedOverflow || nuw && unsignedOverflow, shifted);
    };
  }

  /** Right shift that copies the sign; poison for amounts of the width or more. */
  public static Kernel.LongBinary shiftRightSigned(int width) {
    return (a, b) -> signed(a, width) >> amount(b, width);
  }

  /** Right shift that brings in zeros; poison for amounts of the width or more. */
  public static Kernel.LongBinary shiftRightUnsigned(int width) {
    return (a, b) -> unsigned(a, width) >>> amount(b, width);
  }

  public static Kernel.LongBinary minimumSigned(int width) {
    return (a, b) -> signed(a, width) <= signed(b, width) ? a : b;
  }

  public static Kernel.LongBinary maximumSigned(int width) {
    return (a, b) -> signed(a, width) >= signed(b, width) ? a : b;
  }

  public static Kernel.LongBinary minimumUnsigned(int width) {
    return (a, b) -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) <= 0 ? a : b;
  }

  public static Kernel.LongBinary maximumUnsigned(int width) {
    return (a, b) -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) >= 0 ? a : b;
  }

  /** 1 where the predicate holds, else 0. */
  public static Kernel.LongBinary compare(IntegerPredicate predicate, int width) {
    return (a, b) -> predicate.test(a, b, width) ? 1 : 0;
  }

  /** Number of leading zeros among {@code width} bits. */
  public static Kernel.LongUnary countLeadingZeros(int width) {
    return a -> Long.numberOfLeadingZeros(unsigned(a, width)) - (64 - width);
  }

  /** Number of trailing zeros among {@code width} bits. */
  public static Kernel.LongUnary countTrailingZeros(int width) {
    return a -> Math.min(width, Long.numberOfTrailingZeros(unsigned(a, width)));
  }

  /** Number of ones among {@code width} bits. */
  public static Kernel.LongUnary countOnes(int width) {
    return a -> Long.bitCount(unsigned(a, width));
  }

  private static long poisonIf(boolean overflow, long value) {
    if (overflow) {
      throw PoisonResult.INSTANCE;
    }
    return value;
  }

  private static long divisor(long dividend, long value, int width) {
    if (value == -1 && dividend == signedMin(width)) {
      throw new UndefinedBehavior("signed division overflows: " + dividend + " by -1");
    }
    return divisor(value);
  }

  private static long divisor(long value) {
    if (value == 0) {
      throw new UndefinedBehavior("division by zero");
    }
    return value;
  }

  private static int amount(long value, int width) {
    long amount = unsigned(value, width);
    if (amount < 0 || amount >= width) {
      throw PoisonResult.INSTANCE;
    }
    return (int) amount;
  }
}
