package mlr.lowering.target;

import java.util.Set;

/**
 * The floating-point unit of a target. A contraction in a format of {@code fused} is a chain of fused multiply–adds; in any
 * other format it multiplies, then adds (language.md, section 1).
 *
 * @param arithmetic   formats with addition, multiplication, division and comparison in hardware
 * @param fused        formats with a fused multiply–add instruction, a subset of {@code arithmetic}
 * @param minimum      formats with IEEE {@code minNum}/{@code maxNum} instructions
 * @param rounding     formats with round-to-integral instructions
 * @param squareRoot   formats with a square-root instruction
 */
public record FloatUnit(Set<FloatFormat> arithmetic, Set<FloatFormat> fused, Set<FloatFormat> minimum,
            Set<FloatFormat> rounding, Set<FloatFormat> squareRoot) {

  /** No floating-point instructions at all. */
  public static final FloatUnit NONE = new FloatUnit(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public FloatUnit {
    arithmetic = Set.copyOf(arithmetic);
    fused = Set.copyOf(fused);
    minimum = Set.copyOf(minimum);
    rounding = Set.copyOf(rounding);
    squareRoot = Set.copyOf(squareRoot);
    if (!arithmetic.containsAll(fused)) {
      throw new IllegalArgumentException("fused formats " + fused + " beyond the arithmetic ones " + arithmetic);
    }
  }

  /** Whether the format's arithmetic is in hardware. */
  public boolean computes(FloatFormat format) {
    return arithmetic.contains(format);
  }

  /** Whether the format has a fused multiply–add instruction. */
  public boolean fuses(FloatFormat format) {
    return fused.contains(format);
  }
}
