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
    options.add("fma=" + target.floats().fuses(FloatFormat.F32));
    var lacks = lacks(target);
    if (!lacks.isEmpty()) {
      options.add("lacks=" + String.join(",", lacks));
    }
    return "mlr-to-llvm{" + String.join(" ", options) + "}";
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
