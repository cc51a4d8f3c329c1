package mlr.ir.eval;

import java.util.Arrays;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Trait;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Runs one operation on boxed values: the general path that folding, validation and slow interpretation share. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * The results of {@code op} on {@code arguments}; empty when the operation has no executable meaning of its own.
   * A poison operand makes every result poison, a poison element that of the results at its place; operations that mix the elements
   * of an operand take it for poison as a whole; where the operation is {@linkplain #onPoison undefined} for some
   * operands, it is for poison.
   *
   * @throws UndefinedBehavior when executing is undefined
   */
  public static Optional<Object[]> run(Operation op, Object... arguments) {
    return op.definition().kernel(op).map(kernel -> run(op, kernel, arguments));
  }

  /** The results of {@code op} by an already chosen kernel. */
  public static Object[] run(Operation op, Kernel kernel, Object... arguments) {
    try {
      if (kernel instanceof Kernel.Lanes lanes) {
        return lanes.apply(arguments);
      }
      if (kernel instanceof Kernel.General general) {
        return general.apply(whole(arguments));
      }
      boolean poisoned = Arrays.asList(arguments).contains(Poison.POISON);
      if (poisoned && op.definition().hasTrait(Trait.PURE)) {
        return poison(op);
      }
      Type type = op.result(0).type();
      if (op.definition().hasTrait(Trait.ELEMENTWISE) && (type instanceof VectorType || type instanceof RankedTensorType)) {
        return new Object[] {elementwise(op, kernel, (ShapedType) type, arguments)};
      }
      return poisoned ? onPoison(op, kernel, arguments) : new Object[] {scalar(kernel, type, arguments)};
    } catch (PoisonResult _) {
      return poison(op);
    }
  }

  /**
   * What {@code op}, whose kernel is a typed one on scalars, gives on a poison operand, which may be any: poison, unless it is undefined for some, as a
   * division is for a divisor of zero, and for the smallest dividend where the divisor is -1.
   *
   * @throws UndefinedBehavior when executing is undefined
   */
  public static Object[] onPoison(Operation op, Kernel kernel, Object... arguments) {
    if (op.definition().hasTrait(Trait.PURE)) {
      return poison(op);
    }
    if (kernel instanceof Kernel.LongBinary division && arguments[0] == Poison.POISON && arguments[1] instanceof Long divisor) {
      division.apply(smallest(ShapedType.elementOrSelf(op.operand(0).type())), divisor);
      return poison(op);
    }
    throw new UndefinedBehavior("depends on a poison value");
  }

  private static long smallest(Type type) {
    return IntegerAttr.wrap(type, type instanceof IntegerType integer ? 1L << integer.width() - 1 : Long.MIN_VALUE);
  }

  private static Object[] poison(Operation op) {
    var results = new Object[op.resultCount()];
    Arrays.fill(results, Poison.POISON);
    return results;
  }

  private static Object[] whole(Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof TensorValue.Partial) {
        var all = arguments.clone();
        Arrays.setAll(all, k -> RuntimeValues.hasPoison(arguments[k]) ? Poison.POISON : arguments[k]);
        return all;
      }
    }
    return arguments;
  }

  private static TensorValue elementwise(Operation op, Kernel kernel, ShapedType type, Object[] arguments) {
    var elements = new Object[Math.toIntExact(type.elementCount())];
    var one = new Object[arguments.length];
    for (int i = 0; i < elements.length; i++) {
      for (int k = 0; k < one.length; k++) {
        one[k] = arguments[k] instanceof TensorValue tensor ? tensor.get(i) : arguments[k];
      }
      elements[i] = element(op, kernel, type.element(), one);
    }
    return RuntimeValues.tensor(type, elements);
  }

  private static Object element(Operation op, Kernel kernel, Type type, Object[] arguments) {
    try {
      for (var argument : arguments) {
        if (argument == Poison.POISON) {
          return onPoison(op, kernel, arguments)[0];
        }
      }
      return scalar(kernel, type, arguments);
    } catch (PoisonResult _) {
      return Poison.POISON;
    }
  }

  private static Object scalar(Kernel kernel, Type type, Object[] a) {
    return switch (kernel) {
      case Kernel.LongUnary k -> IntegerAttr.wrap(type, k.apply((Long) a[0]));
      case Kernel.LongBinary k -> IntegerAttr.wrap(type, k.apply((Long) a[0], (Long) a[1]));
      case Kernel.FloatUnary k -> round(type, k.apply((Float) a[0]));
      case Kernel.FloatBinary k -> round(type, k.apply((Float) a[0], (Float) a[1]));
      case Kernel.FloatTernary k -> round(type, k.apply((Float) a[0], (Float) a[1], (Float) a[2]));
      case Kernel.DoubleUnary k -> k.apply((Double) a[0]);
      case Kernel.DoubleBinary k -> k.apply((Double) a[0], (Double) a[1]);
      case Kernel.DoubleTernary k -> k.apply((Double) a[0], (Double) a[1], (Double) a[2]);
      case Kernel.FloatPredicate k -> k.apply((Float) a[0], (Float) a[1]) ? 1L : 0L;
      case Kernel.DoublePredicate k -> k.apply((Double) a[0], (Double) a[1]) ? 1L : 0L;
      case Kernel.LongToFloat k -> round(type, k.apply((Long) a[0]));
      case Kernel.LongToDouble k -> k.apply((Long) a[0]);
      case Kernel.FloatToLong k -> IntegerAttr.wrap(type, k.apply((Float) a[0]));
      case Kernel.DoubleToLong k -> IntegerAttr.wrap(type, k.apply((Double) a[0]));
      case Kernel.FloatToDouble k -> k.apply((Float) a[0]);
      case Kernel.DoubleToFloat k -> round(type, k.apply((Double) a[0]));
      case Kernel.General k -> k.apply(a)[0];
    };
  }

  /** A binary32 result as the result type holds it. */
  public static float round(Type type, float value) {
    return type == FloatType.F32 ? value : (float) FloatFormat.of((FloatType) type).value(FloatFormat.of((FloatType) type).bits(value));
  }
}
