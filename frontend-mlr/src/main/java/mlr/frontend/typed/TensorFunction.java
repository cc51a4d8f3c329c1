package mlr.frontend.typed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of the {@code tensor} module, which need no import. */
public enum TensorFunction {
  MATMUL, DOT, TRANSPOSE, RESHAPE, SUM, MEAN, MAX, MIN, ARGMAX, SOFTMAX, REVERSE;

  /** How it is written. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function called {@code name}. */
  public static Optional<TensorFunction> named(String name) {
    return Arrays.stream(values()).filter(f -> f.spelling().equals(name)).findFirst();
  }

  /** The names of all. */
  public static List<String> names() {
    return Arrays.stream(values()).map(TensorFunction::spelling).toList();
  }
}
