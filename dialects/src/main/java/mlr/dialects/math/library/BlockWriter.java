package mlr.dialects.math.library;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** The text of one block as it grows; an operation that is already there is not written again. */
final class BlockWriter {
  /** What an expression gave: an SSA name or a constant, with its MLIR type. */
  sealed interface Operand {
    String type();
  }

  record Named(String name, String type) implements Operand {}

  /** A constant in the form of its Java type: Float, Double, Integer, Long or Boolean. */
  record Constant(Object value) implements Operand {
    @Override
    public String type() {
      return switch (value) {
        case Float _ -> "f32";
        case Double _ -> "f64";
        case Integer _ -> "i32";
        case Long _ -> "i64";
        case Boolean _ -> "i1";
        default -> throw new IllegalArgumentException("constant " + value);
      };
    }

    String attribute() {
      return switch (value) {
        case Float f -> FloatAttr.f32(f).toString();
        case Double d -> FloatAttr.f64(d).toString();
        case Integer i -> new IntegerAttr(IntegerType.I32, i).toString();
        case Long l -> new IntegerAttr(IntegerType.I64, l).toString();
        case Boolean b -> b.toString();
        default -> throw new IllegalArgumentException("constant " + value);
      };
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Named> known = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private String hint = "";

  Named argument(String name, String type) {
    names.add(name);
    return new Named("%" + name, type);
  }

  /** Suggests a name for the result of the next operations. */
  void suggest(String name) {
    hint = name;
  }

  /** The SSA name of an operand; writes the constant it is, if it is one. */
  String use(Operand operand) {
    return switch (operand) {
      case Named named -> named.name();
      case Constant constant -> emit("arith.constant " + constant.attribute(), constant.type(), "c").name();
    };
  }

  /** Writes an operation that gives a value of {@code type}, or finds the one that does already. */
  Named emit(String operation, String type) {
    return emit(operation, type, hint.isEmpty() ? "v" : hint);
  }

  private Named emit(String operation, String type, String base) {
    return known.computeIfAbsent(operation, _ -> {
      var name = base;
      for (int i = 1; !names.add(name); i++) {
        name = base + "_" + i;
      }
      line("%" + name + " = " + operation);
      return new Named("%" + name, type);
    });
  }

  void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
