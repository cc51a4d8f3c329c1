package mlr.passes.tensortoloops;

import java.util.List;

/**
 * The shape of the loops of contractions, which the target's registers decide.
 *
 * @param lanes columns of a product that are computed at once, at least 1
 * @param unroll steps of the contracted index in one round of a loop, at least 1
 * @param stepsPerLoad steps whose packed weights one vector load brings, a divisor of {@code unroll}
 * @param unfused floating-point types, by their keywords, whose products are rounded before they are added; those of all others are not
 */
public record LoweringOptions(int lanes, int unroll, int stepsPerLoad, List<String> unfused) {
  private static final List<String> FLOATS = List.of("f16", "bf16", "f32", "f64");

  public LoweringOptions {
    unfused = List.copyOf(unfused);
    if (!FLOATS.containsAll(unfused)) {
      throw new IllegalArgumentException("unfused names float types, some of " + String.join(", ", FLOATS) + "; it is " + String.join(",", unfused));
    }
    if (lanes < 1 || unroll < 1 || stepsPerLoad < 1 || unroll % stepsPerLoad != 0) {
      throw new IllegalArgumentException("lanes, unroll and steps-per-load must be at least 1, and the last divide the one before; they are " + lanes + ", " + unroll + ", " + stepsPerLoad);
    }
  }
}
