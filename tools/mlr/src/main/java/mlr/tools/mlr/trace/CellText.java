package mlr.tools.mlr.trace;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * One scalar of a port as text: integers in decimal, Booleans {@code true} or {@code false} (0 and 1 are read too), constructors
 * by name, floats in the shortest form that reads back the same.
 */
record CellText(Port port, Map<String, List<String>> enums) {
  /** Why a text is no value of the port's type, in the words of a diagnostic. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  private Optional<List<String>> constructors() {
    return Optional.ofNullable(enums.get(port.scalarSourceType()));
  }

  /** The runtime value of a cell. */
  Object parse(String text) throws Malformed {
    var type = ShapedType.elementOrSelf(port.type());
    var constructors = constructors();
    if (constructors.isPresent()) {
      int number = constructors.get().indexOf(text);
      if (number < 0) {
        throw new Malformed("'" + text + "' is no constructor of " + port.scalarSourceType() + "; it has " + String.join(", ", constructors.get()));
      }
      return (long) number;
    }
    return switch (type) {
      case FloatType format -> parseFloat(text, format);
      case IntegerType integer when integer.width() == 1 -> parseBoolean(text);
      case IntegerType integer -> parseInteger(text, integer.width());
      default -> throw new Malformed("values of type " + port.sourceType() + " can't be read from a table");
    };
  }

  private static Object parseFloat(String text, FloatType format) throws Malformed {
    try {
      var number = javaSpelling(text.strip());
      double wide = Double.parseDouble(number);
      return switch (format) {
        case F64 -> wide;
        case F32 -> Float.parseFloat(number);
        default -> (float) FloatAttr.of(format, wide).value();
      };
    } catch (NumberFormatException _) {
      throw new Malformed("'" + text + "' is no number of type " + format);
    }
  }

  /** NaN and the infinities are read as Java, C and Python write them; a digit's suffix, which only Java knows, is not. */
  private static String javaSpelling(String number) {
    boolean signed = number.startsWith("-") || number.startsWith("+");
    var sign = signed ? number.substring(0, 1) : "";
    return switch (number.substring(sign.length()).toLowerCase(Locale.ROOT)) {
      case "nan" -> "NaN";
      case "inf", "infinity" -> sign + "Infinity";
      case String digits when digits.endsWith("d") || digits.endsWith("f") -> throw new NumberFormatException();
      default -> number;
    };
  }

  private static Object parseBoolean(String text) throws Malformed {
    return switch (text.strip()) {
      case "true", "1" -> 1L;
      case "false", "0" -> 0L;
      default -> throw new Malformed("'" + text + "' is neither true nor false");
    };
  }

  private Object parseInteger(String text, int width) throws Malformed {
    BigInteger number;
    try {
      number = new BigDecimal(text.strip()).toBigIntegerExact();
    } catch (ArithmeticException | NumberFormatException _) {
      throw new Malformed("'" + text + "' is no integer of type " + port.scalarSourceType());
    }
    boolean unsigned = port.isUnsigned();
    var low = unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(width - 1).negate();
    var high = BigInteger.ONE.shiftLeft(unsigned ? width : width - 1);
    if (number.compareTo(low) < 0 || number.compareTo(high) >= 0) {
      throw new Malformed(number + " is out of the range of " + port.scalarSourceType() + ", " + low + " to " + high.subtract(BigInteger.ONE));
    }
    long bits = number.longValue();
    return width == 64 ? bits : bits << 64 - width >> 64 - width;
  }

  /** The text of a runtime value. */
  String format(Object value) {
    var type = ShapedType.elementOrSelf(port.type());
    var constructors = constructors();
    if (constructors.isPresent()) {
      int number = ((Long) value).intValue();
      return number >= 0 && number < constructors.get().size() ? constructors.get().get(number) : Integer.toString(number);
    }
    return switch (value) {
      case Long bits when type.equals(IntegerType.I1) -> bits != 0 ? "true" : "false";
      case Long bits when port.isUnsigned() && type instanceof IntegerType t -> Long.toUnsignedString(t.width() == 64 ? bits : bits & (1L << t.width()) - 1);
      default -> value.toString();
    };
  }
}
