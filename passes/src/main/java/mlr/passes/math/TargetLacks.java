package mlr.passes.math;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.types.FloatType;

/**
 * What a target has no instruction for, so that LLVM would call libm: names such as {@code fma-f64}, in two parts, the
 * feature and the format.
 *
 * @param names of {@link #KNOWN}
 */
public record TargetLacks(Set<String> names) {
  /** Fused multiply–add, square root, and rounding to a whole number (floor, ceil, trunc, round, roundeven). */
  public static final List<String> KNOWN = List.of("fma-f32", "fma-f64", "sqrt-f32", "sqrt-f64", "rounding-f32", "rounding-f64");

  public TargetLacks {
    names = Set.copyOf(names);
    for (var name : names) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("unknown instruction '" + name + "', expected some of " + String.join(", ", KNOWN));
      }
    }
  }

  /** Those of a list. */
  public static TargetLacks of(List<String> names) {
    return new TargetLacks(new LinkedHashSet<>(names));
  }

  /** Whether the operation math.{@code mnemonic} in a format would become a call. */
  boolean lacks(String mnemonic, FloatType format) {
    return switch (mnemonic) {
      case "fma", "sqrt" -> names.contains(mnemonic + "-" + format);
      case "floor", "ceil", "trunc", "round", "roundeven" -> names.contains("rounding-" + format);
      default -> false;
    };
  }
}
