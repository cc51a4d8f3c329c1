package mlr.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Type;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;

/** Hand-worked traces, one line an instant: {@code 1, _ => 2.5, [1.0 2.0]}; an underscore is an absent value. */
public final class Traces {
  private Traces() {}

  /** Runs an engine from reset and compares each instant. */
  public static void check(NodeEngine engine, List<? extends Type> inputs, String trace) {
    engine.reset();
    var actual = new ArrayList<String>();
    for (var line : trace.strip().split("\n")) {
      var given = line.substring(0, line.indexOf("=>")).strip();
      var fields = given.isEmpty() ? new String[0] : given.split("\\s*,\\s*");
      var values = new Object[inputs.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = read(inputs.get(i), fields[i]);
      }
      actual.add(given + " => " + Arrays.stream(engine.step(values)).map(Traces::show).collect(Collectors.joining(", ")));
    }
    assertEquals(trace.strip().lines().map(Traces::tidy).collect(Collectors.joining("\n")),
        actual.stream().map(Traces::tidy).collect(Collectors.joining("\n")));
  }

  private static String tidy(String line) {
    return line.strip().replaceAll("\\s*=>\\s*", " => ").replaceAll("\\s*,\\s*", ", ").strip();
  }

  /** A runtime value from its text. */
  public static Object read(Type type, String text) {
    if (text.equals("_")) {
      return Absent.ABSENT;
    }
    if (type instanceof ShapedType shaped) {
      var elements = Arrays.stream(text.substring(1, text.length() - 1).strip().split("\\s+")).map(e -> read(shaped.element(), e)).toArray();
      return RuntimeValues.tensor(shaped, elements);
    }
    if (type == FloatType.F64) {
      return Double.valueOf(text);
    }
    return type instanceof FloatType ? (Object) Float.valueOf(text) : (Object) Long.valueOf(text);
  }

  /** The text of a runtime value. */
  public static String show(Object value) {
    if (value == Absent.ABSENT) {
      return "_";
    }
    if (value instanceof TensorValue tensor) {
      var elements = new ArrayList<String>();
      for (int i = 0; i < tensor.size(); i++) {
        elements.add(show(tensor.get(i)));
      }
      return "[" + String.join(" ", elements) + "]";
    }
    return value.toString();
  }
}
