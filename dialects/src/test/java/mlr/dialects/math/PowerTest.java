package mlr.dialects.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import mlr.dialects.StraightLine;
import mlr.dialects.elementwise.Integers;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.Poison;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Powers of integers against exact ones, for every base and exponent of small widths. */
final class PowerTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void agreesWithExactArithmetic(int width) {
    var type = IntegerType.signless(width);
    var program = StraightLine.operation("%a: " + type + ", %n: " + type, "math.ipowi %a, %n : " + type, type.toString());
    for (int i = 0; i < 1 << width; i++) {
      for (int k = 0; k < 1 << width; k++) {
        long base = IntegerAttr.wrap(type, i);
        long exponent = IntegerAttr.wrap(type, k);
        assertEquals(expected(Integers.signed(base, width), Integers.signed(exponent, width), type), program.result(base, exponent), base + "^" + exponent);
      }
    }
  }

  private static Object expected(long base, long exponent, IntegerType type) {
    if (exponent >= 0) {
      return IntegerAttr.wrap(type, BigInteger.valueOf(base).pow((int) exponent).longValue());
    }
    var divisor = BigInteger.valueOf(base).pow((int) -exponent);
    return divisor.signum() == 0 ? Poison.POISON : (Object) IntegerAttr.wrap(type, BigInteger.ONE.divide(divisor).longValue());
  }
}
