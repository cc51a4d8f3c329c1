package mlr.lowering.build;

import java.util.ArrayList;
import java.util.List;
import mlr.lowering.target.FloatFormat;
import mlr.lowering.target.Target;

/** What the pipeline from a program to the llvm dialect has to know of a target. */
public final class TargetLowering {
  private TargetLowering() {}

  /** The pipeline {@code mlr-to-llvm} with its options for a target, as text. */
  public static String pipeline(Target target) {
    var options = new ArrayList<String>();
    options.add("index-bitwidth=" + target.pointerBits());
    options.add("lanes=" + target.contraction().outputs());
    options.add("unroll=" + target.contraction().unroll());
    options.add("steps-per-load=" + target.contraction().stepsPerLoad());
    options.add("granule=" + granule(target));
    var unfused = unfused(target);
    if (!unfused.isEmpty()) {
      options.add("unfused=" + String.join(",", unfused));
    }
    var lacks = lacks(target);
    if (!lacks.isEmpty()) {
      options.add("lacks=" + String.join(",", lacks));
    }
    return "mlr-to-llvm{" + String.join(" ", options) + "}";
  }

  /** Lanes of f32 in a vector register; 1 where there is none. */
  private static int granule(Target target) {
    int lanes = Math.max(1, target.vectorBits() / Float.SIZE);
    return target.contraction().outputs() % lanes == 0 ? lanes : 1;
  }

  /** The float types in which the target has no fused multiply-add, by their keywords; the 16-bit ones are computed in f32. */
  public static List<String> unfused(Target target) {
    var types = new ArrayList<String>();
    if (!target.floats().fuses(FloatFormat.F32)) {
      types.addAll(List.of("f32", "f16", "bf16"));
    }
    if (!target.floats().fuses(FloatFormat.F64)) {
      types.add("f64");
    }
    return types;
  }

  /** Floating-point instructions that the target has none of, by the names of {@code expand-math}. */
  public static List<String> lacks(Target target) {
    var lacks = new ArrayList<String>();
    for (var format : FloatFormat.values()) {
      var suffix = "-f" + format.bits();
      if (!target.floats().fuses(format)) {
        lacks.add("fma" + suffix);
      }
      if (!target.floats().squareRoot().contains(format)) {
        lacks.add("sqrt" + suffix);
      }
      if (!target.floats().rounding().contains(format)) {
        lacks.add("rounding" + suffix);
      }
    }
    return lacks;
  }
}
