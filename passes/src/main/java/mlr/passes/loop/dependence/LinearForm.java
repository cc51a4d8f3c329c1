package mlr.passes.loop.dependence;

import java.util.LinkedHashMap;
import java.util.Map;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Value;

/**
 * An index as a sum of values times constants: {@code 2 * %i + %n - 1}. The numbers are those of arithmetic modulo 2^64; indices
 * inside a memref, and loops of fewer than 2^40 iterations, do not wrap with factors as small as those kept here.
 *
 * @param factors the factor of each value that counts, never 0
 */
public record LinearForm(Map<Value, Long> factors, long constant) {
  private static final long LARGEST_FACTOR = 1 << 20;
  private static final int DEEPEST = 32;

  /** The form of {@code index}: what is neither sum, difference nor constant multiple is a value of its own. */
  public static LinearForm of(Value index) {
    return of(index, 0);
  }

  private static LinearForm of(Value value, int depth) {
    var constant = Constants.integer(ConstantOp.valueOf(value));
    if (constant.isPresent()) {
      return new LinearForm(Map.of(), constant.get());
    }
    if (depth == DEEPEST) {
      return single(value);
    }
    var form = switch (value.definingOp().orElse(null)) {
      case AddIOp sum -> of(sum.lhs(), depth + 1).plus(of(sum.rhs(), depth + 1), 1);
      case SubIOp difference -> of(difference.lhs(), depth + 1).plus(of(difference.rhs(), depth + 1), -1);
      case MulIOp product -> product(of(product.lhs(), depth + 1), of(product.rhs(), depth + 1), value);
      case null, default -> single(value);
    };
    return form.factors.values().stream().allMatch(factor -> Math.abs(factor) <= LARGEST_FACTOR) ? form : single(value);
  }

  private static LinearForm single(Value value) {
    return new LinearForm(Map.of(value, 1L), 0);
  }

  private static LinearForm product(LinearForm a, LinearForm b, Value value) {
    var zero = new LinearForm(Map.of(), 0);
    return a.factors.isEmpty() ? zero.plus(b, a.constant) : b.factors.isEmpty() ? zero.plus(a, b.constant) : single(value);
  }

  /** {@code this + other * factor}. */
  private LinearForm plus(LinearForm other, long factor) {
    var sum = new LinkedHashMap<>(factors);
    other.factors.forEach((value, f) -> sum.merge(value, f * factor, Long::sum));
    sum.values().removeIf(f -> f == 0);
    return new LinearForm(sum, constant + other.constant * factor);
  }

  /** The factor of a value, 0 when it does not count. */
  public long factor(Value value) {
    return factors.getOrDefault(value, 0L);
  }
}
