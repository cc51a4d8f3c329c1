package mlr.validation.input;

import java.util.LinkedHashSet;
import java.util.stream.Stream;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Simpler values than a given one: zero, one, what is nearer to zero, fewer digits; tensors element by element. Each lies before the value in a fixed order, so that shrinking ends. */
final class Simplification {
  /** Of larger tensors only the first elements are looked at one by one. */
  private static final int ELEMENTS = 32;

  private Simplification() {}

  static Stream<Object> of(Type type, Object value) {
    return switch (value) {
      case Long number when type instanceof IntegerType || type instanceof IndexType -> integers(type, number);
      case Float number -> floats((FloatType) type, number);
      case Double number -> floats((FloatType) type, number);
      case TensorValue tensor -> tensors((ShapedType) type, tensor);
      default -> Stream.empty();
    };
  }

  private static Stream<Object> integers(Type type, long value) {
    var simpler = new LinkedHashSet<Object>();
    for (long candidate : new long[] {0, 1, 2, -value, value / 2, value - Long.signum(value)}) {
      long wrapped = IntegerAttr.wrap(type, candidate);
      if (isSimpler(wrapped, value)) {
        simpler.add(wrapped);
      }
    }
    return simpler.stream();
  }

  /** Nearer to zero, or as near and positive; the smallest number of all is not nearer than its neighbour. */
  private static boolean isSimpler(long candidate, long value) {
    long left = candidate < 0 ? candidate : -candidate;
    long right = value < 0 ? value : -value;
    return left > right || left == right && candidate > value;
  }

  private static Stream<Object> floats(FloatType type, Number value) {
    double old = value.doubleValue();
    var simpler = new LinkedHashSet<Object>();
    for (double candidate : new double[] {0, 1, 2, -old, Math.rint(old), Math.rint(old * 4) / 4, Math.rint(old / 2), old - Math.signum(old)}) {
      if (isSimpler(candidate, old)) {
        simpler.add(RuntimeValues.scalar(type, RuntimeValues.bits(type, type == FloatType.F64 ? (Object) candidate : (Object) (float) candidate)));
      }
    }
    simpler.remove(value);
    return simpler.stream();
  }

  private static boolean isSimpler(double candidate, double old) {
    return Double.isFinite(candidate) && complexity(candidate) < complexity(old);
  }

  /** Orders floats: whole before quarters before others, each by size, positive before negative, NaN and infinities last. */
  private static double complexity(double value) {
    if (!Double.isFinite(value)) {
      return Double.MAX_VALUE;
    }
    double sign = Double.doubleToRawLongBits(value) < 0 ? 0.125 : 0;
    double size = Math.min(Math.abs(value), 1e300);
    double kind = value == Math.rint(value) ? 1 : value * 4 == Math.rint(value * 4) ? 4 : 1000;
    return sign + kind + size * kind;
  }

  private static Stream<Object> tensors(ShapedType type, TensorValue tensor) {
    Object zeros = RuntimeValues.zero(type);
    return Stream.concat(tensor.equals(zeros) ? Stream.empty() : Stream.of(zeros),
        Stream.iterate(0, i -> i < Math.min(ELEMENTS, tensor.size()), i -> i + 1)
            .flatMap(i -> of(type.element(), tensor.get(i)).limit(3).map(simple -> replaced(type, tensor, i, simple))));
  }

  private static Object replaced(ShapedType type, TensorValue tensor, int at, Object value) {
    var elements = new Object[tensor.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = i == at ? value : tensor.get(i);
    }
    return RuntimeValues.tensor(type, elements);
  }
}
