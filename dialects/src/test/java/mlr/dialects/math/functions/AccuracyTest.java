package mlr.dialects.math.functions;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import mlr.ir.eval.Kernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Errors in units in the last place against Java's strict functions of double precision, for binary32 on every 4,099th number. Those are
 * themselves off by up to one unit, which counts for the functions in binary64. Java has no inverse hyperbolic functions: values of
 * those come from mpmath.
 */
final class AccuracyTest {
  private static final int STRIDE = 4099;

  static Stream<Arguments> single() {
    return Stream.of(
        function("exp", ExponentialF32::exp, StrictMath::exp, 1.0), function("exp2", ExponentialF32::exp2, x -> StrictMath.pow(2, x), 1.0),
        function("expm1", ExponentialF32::expm1, StrictMath::expm1, 1.0), function("cosh", ExponentialF32::cosh, StrictMath::cosh, 1.0),
        function("sinh", ExponentialF32::sinh, StrictMath::sinh, 1.0), function("tanh", ExponentialF32::tanh, StrictMath::tanh, 1.0),
        function("log", LogarithmF32::log, StrictMath::log, 1.0), function("log2", LogarithmF32::log2, LogarithmF64::log2, 1.0),
        function("log10", LogarithmF32::log10, StrictMath::log10, 1.0), function("log1p", LogarithmF32::log1p, StrictMath::log1p, 1.0),
        function("sin", TrigonometricF32::sin, StrictMath::sin, 1.0), function("cos", TrigonometricF32::cos, StrictMath::cos, 1.0),
        function("tan", TrigonometricF32::tan, StrictMath::tan, 1.0), function("asin", InverseTrigonometricF32::asin, StrictMath::asin, 1.0),
        function("acos", InverseTrigonometricF32::acos, StrictMath::acos, 1.0),
            function("atan", InverseTrigonometricF32::atan, StrictMath::atan, 1.0),
        function("cbrt", CubeRootF32::cbrt, StrictMath::cbrt, 1.0), function("asinh", InverseHyperbolicF32::asinh, InverseHyperbolicF64::asinh, 1.0),
        function("acosh", InverseHyperbolicF32::acosh, InverseHyperbolicF64::acosh, 1.0),
            function("atanh", InverseHyperbolicF32::atanh, InverseHyperbolicF64::atanh, 1.0),
        function("erf", ErrorFunctionF32::erf, ErrorFunctionF64::erf, 1.0));
  }

  private static Arguments function(String name, Kernel.FloatUnary function, DoubleUnaryOperator reference, double bound) {
    return Arguments.of(name, function, reference, bound);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("single")
  void singleIsWithin(String name, Kernel.FloatUnary function, DoubleUnaryOperator reference, double bound) {
    for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
      float x = Float.intBitsToFloat((int) bits);
      float y = function.apply(x);
      double error = singleError(y, reference.applyAsDouble(x));
      if (error > bound) {
        fail(name + "(" + x + ") = " + y + " is off by " + error + " units");
      }
    }
  }

  static Stream<Arguments> singleOfTwo() {
    return Stream.of(Arguments.of("pow", (Kernel.FloatBinary) PowerF32::pow, (DoubleBinaryOperator) AccuracyTest::power),
        Arguments.of("atan2", (Kernel.FloatBinary) InverseTrigonometricF32::atan2, (DoubleBinaryOperator) StrictMath::atan2));
  }

  // Java's own takes 1 to a NaN power, and -1 to an infinite one, for NaN; C's, for 1.
  private static double power(double x, double y) {
    return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("singleOfTwo")
  void singleOfTwoIsWithin(String name, Kernel.FloatBinary function, DoubleBinaryOperator reference) {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 1 << 20; i++) {
      boolean anywhere = random.nextBoolean();
      float x = anywhere ? Float.intBitsToFloat(random.nextInt()) : (float) random.nextDouble(-4, 4);
      float y = anywhere ? Float.intBitsToFloat(random.nextInt()) : random.nextBoolean() ? random.nextInt(-60, 60)
          : (float) random.nextDouble(-60, 60);
      double error = singleError(function.apply(x, y), reference.applyAsDouble(x, y));
      if (error > 1) {
        fail(name + "(" + x + ", " + y + ") = " + function.apply(x, y) + " is off by " + error + " units");
      }
    }
  }

  static Stream<Arguments> binary64() {
    return Stream.of(
        wide("exp", ExponentialF64::exp, StrictMath::exp), wide("expm1", ExponentialF64::expm1, StrictMath::expm1),
            wide("cosh", ExponentialF64::cosh, StrictMath::cosh),
        wide("sinh", ExponentialF64::sinh, StrictMath::sinh), wide("tanh", ExponentialF64::tanh, StrictMath::tanh),
            wide("log", LogarithmF64::log, StrictMath::log),
        wide("log10", LogarithmF64::log10, StrictMath::log10), wide("log1p", LogarithmF64::log1p, StrictMath::log1p),
            wide("sin", TrigonometricF64::sin, StrictMath::sin),
        wide("cos", TrigonometricF64::cos, StrictMath::cos), wide("tan", TrigonometricF64::tan, StrictMath::tan),
            wide("asin", InverseTrigonometricF64::asin, StrictMath::asin),
        wide("acos", InverseTrigonometricF64::acos, StrictMath::acos), wide("atan", InverseTrigonometricF64::atan, StrictMath::atan),
        wide("exp2", ExponentialF64::exp2, x -> StrictMath.pow(2, x)),
            wide("cbrt", CubeRootF64::cbrt, StrictMath::cbrt),
            wide("pow", x -> PowerF64.pow(Math.abs(x), 1.75), x -> StrictMath.pow(Math.abs(x), 1.75)));
  }

  private static Arguments wide(String name, Kernel.DoubleUnary function, DoubleUnaryOperator reference) {
    return Arguments.of(name, function, reference);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binary64")
  void doubleIsWithinTwoUnits(String name, Kernel.DoubleUnary function, DoubleUnaryOperator reference) {
    var random = new SplittableRandom(2);
    for (int i = 0; i < 1 << 20; i++) {
      double x = random.nextBoolean() ? random.nextDouble(-30, 30) : Math.scalb(random.nextDouble(-2, 2), random.nextInt(-1022, 48));
      double y = function.apply(x);
      double expected = reference.applyAsDouble(x);
      double error = Double.isNaN(expected) ? (Double.isNaN(y) ? 0 : 1e9) : y == expected ? 0 : Math.abs(y - expected) / Math.ulp(expected);
      if (!(error <= 2)) {
        fail(name + "(" + x + ") = " + y + " is off by " + error + " units from " + expected);
      }
    }
  }

  static Stream<Arguments> inverseHyperbolic() {
    return Stream.of(
        golden("asinh", InverseHyperbolicF64::asinh, 1e-300, 1e-300),
        golden("asinh", InverseHyperbolicF64::asinh, -3e-09, -3e-09),
        golden("asinh", InverseHyperbolicF64::asinh, 0.25, 0.24746646154726346),
        golden("asinh", InverseHyperbolicF64::asinh, -1.0, -0.881373587019543),
        golden("asinh", InverseHyperbolicF64::asinh, 7.5, 2.712465305184344),
        golden("asinh", InverseHyperbolicF64::asinh, -12345.678, -10.114208503492028),
        golden("asinh", InverseHyperbolicF64::asinh, 3e17, 40.93570605012683),
        golden("asinh", InverseHyperbolicF64::asinh, -1e300, -691.4686750787737),
        golden("acosh", InverseHyperbolicF64::acosh, 1.0000000000000002, 2.1073424255447014e-08),
        golden("acosh", InverseHyperbolicF64::acosh, 1.0000001, 0.0004472135919037347),
        golden("acosh", InverseHyperbolicF64::acosh, 1.5, 0.9624236501192069),
        golden("acosh", InverseHyperbolicF64::acosh, 2.0, 1.3169578969248168),
        golden("acosh", InverseHyperbolicF64::acosh, 987.25, 7.588070224227577),
        golden("acosh", InverseHyperbolicF64::acosh, 5e16, 39.14394658089878),
        golden("acosh", InverseHyperbolicF64::acosh, 1e300, 691.4686750787737),
        golden("atanh", InverseHyperbolicF64::atanh, 1e-300, 1e-300),
        golden("atanh", InverseHyperbolicF64::atanh, -3e-09, -3e-09),
        golden("atanh", InverseHyperbolicF64::atanh, 0.25, 0.25541281188299536),
        golden("atanh", InverseHyperbolicF64::atanh, -0.5, -0.5493061443340549),
        golden("atanh", InverseHyperbolicF64::atanh, 0.75, 0.9729550745276566),
        golden("atanh", InverseHyperbolicF64::atanh, -0.99, -2.6466524123622457),
        golden("atanh", InverseHyperbolicF64::atanh, 0.9999999999999999, 18.714973875118524));
  }

  private static Arguments golden(String name, Kernel.DoubleUnary function, double x, double expected) {
    return Arguments.of(name, function, x, expected);
  }

  @ParameterizedTest(name = "{0}({2})")
  @MethodSource("inverseHyperbolic")
  void inverseHyperbolicIsWithinOneUnit(String name, Kernel.DoubleUnary function, double x, double expected) {
    double y = function.apply(x);
    if (!(Math.abs(y - expected) <= Math.ulp(expected))) {
      fail(name + "(" + x + ") = " + y + ", not " + expected);
    }
  }

  private static double singleError(float actual, double expected) {
    if (Double.isNaN(expected) || Float.isNaN(actual)) {
      return Double.isNaN(expected) && Float.isNaN(actual) ? 0 : 1e9;
    }
    if (Math.abs(expected) >= 0x1.ffffffp127) {
      return actual == Math.copySign(Float.POSITIVE_INFINITY, (float) expected) ? 0 : 1e9;
    }
    if (expected == 0) {
      return actual == 0 && Math.copySign(1, actual) == Math.copySign(1, (float) expected) || Math.abs(actual) == Float.MIN_VALUE ? 0 : 1e9;
    }
    double unit = Math.abs(expected) < Float.MIN_NORMAL ? Float.MIN_VALUE : Math.scalb(1.0, Math.getExponent(expected) - 23);
    return Math.abs(actual - expected) / unit;
  }
}
