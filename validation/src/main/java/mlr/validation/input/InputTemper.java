package mlr.validation.input;

import java.util.random.RandomGenerator;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.validation.input.ScalarGenerator.Style;

/** How one input of a node behaves for a while. */
enum InputTemper {
  /** It stays as it is. */
  STEADY,
  /** An event: once, and then no more. */
  ONCE,
  /** It moves on by small steps. */
  DRIFTING,
  /** It changes at random. */
  RANDOM;

  /** Some temper that suits an input. */
  static InputTemper of(Port port, RandomGenerator random) {
    int chance = random.nextInt(8);
    if (port.type().equals(IntegerType.I1)) {
      return chance < 4 ? STEADY : chance < 7 ? ONCE : RANDOM;
    }
    return chance < 5 ? STEADY : chance < 6 && port.type() instanceof FloatType ? DRIFTING : RANDOM;
  }

  /** The next value of an input with a temper. */
  record Next(NodeInterface ports, InputGenerator values, boolean edges, RandomGenerator random) {
    /** The value with which a temper begins. */
    Object first(Port port, InputTemper temper) {
      return port.type().equals(IntegerType.I1) ? truth(temper == ONCE || random.nextInt(temper == RANDOM ? 2 : 5) == 0) : value(port);
    }

    /** The value after another. */
    Object after(Port port, InputTemper temper, Object before) {
      return switch (temper) {
        case STEADY -> before;
        case ONCE -> port.type().equals(IntegerType.I1) ? truth(false) : before;
        case DRIFTING -> moved(before);
        case RANDOM -> random.nextInt(3) == 0 ? before : port.type().equals(IntegerType.I1) ? truth(random.nextInt(3) == 0) : value(port);
      };
    }

    private static Object truth(boolean value) {
      return value ? 1L : 0L;
    }

    private Object moved(Object before) {
      return switch (before) {
        case Float number -> number + (float) random.nextDouble(-0.5, 0.75);
        case Double number -> number + random.nextDouble(-0.5, 0.75);
        default -> before;
      };
    }

    private Object value(Port port) {
      var constructors = ports.enums().get(port.scalarSourceType());
      if (constructors != null && !(port.type() instanceof ShapedType)) {
        return random.nextLong(constructors.size());
      }
      return values.value(port.type(), edges ? InputGenerator.style(random) : random.nextInt(3) == 0 ? Style.ORDINARY : Style.KNOWN, random);
    }
  }
}
