package mlr.ir.eval;

/**
 * The executable meaning of one operation, typed so that nothing is boxed in a hot loop.
 *
 * <p>Integers and index travel as {@code long}, sign-extended from their width ({@code i1}: 0 or 1); results
 * need not be wrapped, callers do that by the result type. f32, f16 and bf16 travel as {@code float} (results
 * rounded by the caller for the 16-bit formats), f64 as {@code double}; vectors, tensors, memrefs and anything
 * else as objects through {@link General}. A kernel throws {@link PoisonResult} where the result is
 * poison and {@link UndefinedBehavior} where executing is undefined.
 */
public sealed interface Kernel {
  @FunctionalInterface
  non-sealed interface LongUnary extends Kernel {
    long apply(long a);
  }

  @FunctionalInterface
  non-sealed interface LongBinary extends Kernel {
    long apply(long a, long b);
  }

  @FunctionalInterface
  non-sealed interface FloatUnary extends Kernel {
    float apply(float a);
  }

  @FunctionalInterface
  non-sealed interface FloatBinary extends Kernel {
    float apply(float a, float b);
  }

  @FunctionalInterface
  non-sealed interface FloatTernary extends Kernel {
    float apply(float a, float b, float c);
  }

  @FunctionalInterface
  non-sealed interface DoubleUnary extends Kernel {
    double apply(double a);
  }

  @FunctionalInterface
  non-sealed interface DoubleBinary extends Kernel {
    double apply(double a, double b);
  }

  @FunctionalInterface
  non-sealed interface DoubleTernary extends Kernel {
    double apply(double a, double b, double c);
  }

  @FunctionalInterface
  non-sealed interface FloatPredicate extends Kernel {
    boolean apply(float a, float b);
  }

  @FunctionalInterface
  non-sealed interface DoublePredicate extends Kernel {
    boolean apply(double a, double b);
  }

  @FunctionalInterface
  non-sealed interface LongToFloat extends Kernel {
    float apply(long a);
  }

  @FunctionalInterface
  non-sealed interface LongToDouble extends Kernel {
    double apply(long a);
  }

  @FunctionalInterface
  non-sealed interface FloatToLong extends Kernel {
    long apply(float a);
  }

  @FunctionalInterface
  non-sealed interface DoubleToLong extends Kernel {
    long apply(double a);
  }

  @FunctionalInterface
  non-sealed interface FloatToDouble extends Kernel {
    double apply(float a);
  }

  @FunctionalInterface
  non-sealed interface DoubleToFloat extends Kernel {
    float apply(double a);
  }

  /** Any operands to any results, in the boxed forms that {@link RuntimeValues} lists. */
  @FunctionalInterface
  non-sealed interface General extends Kernel {
    Object[] apply(Object[] arguments);

    /** The kernel that gives {@code result}, and poison when any argument is poison. */
    static General strict(java.util.function.Function<Object[], Object> result) {
      return arguments -> {
        for (var argument : arguments) {
          if (argument == Poison.POISON) {
            throw PoisonResult.INSTANCE;
          }
        }
        return new Object[] {result.apply(arguments)};
      };
    }
  }

  /** Hands on elements of its operands without looking at them, so that of a vector some elements may be poison and others not. */
  @FunctionalInterface
  interface Lanes extends General {
    /** The kernel that gives {@code result}, and poison when any argument from number {@code first} on is poison. */
    static Lanes strictFrom(int first, java.util.function.Function<Object[], Object> result) {
      return arguments -> {
        for (int i = first; i < arguments.length; i++) {
          if (arguments[i] == Poison.POISON) {
            throw PoisonResult.INSTANCE;
          }
        }
        return new Object[] {result.apply(arguments)};
      };
    }
  }
}
