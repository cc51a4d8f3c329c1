package mlr.dialects.arith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import mlr.dialects.StraightLine;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integer operations against exact arithmetic, at every kind of width. */
final class IntegerSemanticsTest {
  private static final Map<String, BinaryOperator<BigInteger>> SIGNED = Map.of("addi", BigInteger::add, "subi", BigInteger::subtract, "muli",
      BigInteger::multiply,
      "divsi", BigInteger::divide, "remsi", BigInteger::remainder, "minsi", BigInteger::min, "maxsi", BigInteger::max, "andi", BigInteger::and,
          "ori", BigInteger::or,
      "xori", BigInteger::xor);
  private static final Map<String, BinaryOperator<BigInteger>> UNSIGNED = Map.of("divui", BigInteger::divide, "remui", BigInteger::remainder,
      "minui", BigInteger::min,
      "maxui", BigInteger::max, "ceildivui", (a, b) -> a.add(b).subtract(BigInteger.ONE).divide(b));

  private static BigInteger signed(long value, int width) {
    return BigInteger.valueOf(width == 1 ? -value : value);
  }

  private static BigInteger unsigned(long value, int width) {
    return signed(value, width).mod(BigInteger.TWO.pow(width));
  }

  private static StraightLine operation(String mnemonic, String flags, int width) {
    var type = "i" + width;
    return StraightLine.operation("%a: " + type + ", %b: " + type, "arith." + mnemonic + " %a, %b" + flags + " : " + type, type);
  }

  private static long sample(SplittableRandom random, int width) {
    var edges = List.of(0L, 1L, -1L, 2L, Long.MIN_VALUE >> 64 - width, ~(Long.MIN_VALUE >> 64 - width));
    return IntegerAttr.wrap(IntegerType.signless(width), random.nextBoolean() ? edges.get(random.nextInt(edges.size())) : random.nextLong());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 16, 32, 33, 64})
  void agreesWithExactArithmetic(int width) {
    var random = new SplittableRandom(width);
    var type = IntegerType.signless(width);
    for (var table : List.of(SIGNED, UNSIGNED)) {
      table.forEach((mnemonic, exact) -> {
        var program = operation(mnemonic, "", width);
        for (int i = 0; i < 500; i++) {
          long a = sample(random, width);
          long b = sample(random, width);
          var x = table == SIGNED ? signed(a, width) : unsigned(a, width);
          var y = table == SIGNED ? signed(b, width) : unsigned(b, width);
          boolean quotient = mnemonic.contains("div") || mnemonic.contains("rem");
          boolean overflows = quotient && table == SIGNED && x.divide(y.signum() == 0 ? BigInteger.ONE : y).bitLength() >= width;
          if (quotient && y.signum() == 0 || overflows) {
            assertThrows(UndefinedBehavior.class, () -> program.run(a, b), mnemonic + " " + x + ", " + y);
          } else {
            assertEquals(IntegerAttr.wrap(type, exact.apply(x, y).longValue()), program.result(a, b), mnemonic + " " + x + ", " + y);
          }
        }
      });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 32, 64})
  void overflowFlagsGivePoison(int width) {
    var random = new SplittableRandom(width);
    for (var mnemonic : List.of("addi", "subi", "muli")) {
      for (boolean sign : new boolean[] {true, false}) {
        var program = operation(mnemonic, " overflow<" + (sign ? "nsw" : "nuw") + ">", width);
        for (int i = 0; i < 500; i++) {
          long a = sample(random, width);
          long b = sample(random, width);
          var exact = sign ? SIGNED.get(mnemonic).apply(signed(a, width), signed(b, width)) : SIGNED.get(mnemonic)
              .apply(unsigned(a, width), unsigned(b, width));
          boolean fits = sign ? exact.bitLength() < width : exact.signum() >= 0 && exact.bitLength() <= width;
          var expected = fits ? (Object) IntegerAttr.wrap(IntegerType.signless(width), exact.longValue()) : Poison.POISON;
          assertEquals(expected, program.result(a, b), mnemonic + " " + a + ", " + b + (sign ? " nsw" : " nuw"));
        }
      }
    }
  }

  @Test
  void shiftsBeyondTheWidthArePoison() {
    for (var mnemonic : List.of("shli", "shrsi", "shrui")) {
      assertEquals(Poison.POISON, operation(mnemonic, "", 8).result(1L, 8L), mnemonic);
      assertEquals(Poison.POISON, operation(mnemonic, "", 8).result(1L, -1L), mnemonic);
    }
    assertEquals(-128L, operation("shli", "", 8).result(1L, 7L));
    assertEquals(-1L, operation("shrsi", "", 8).result(-128L, 7L));
    assertEquals(1L, operation("shrui", "", 8).result(-128L, 7L));
  }

  @Test
  void divisionRoundsAsNamed() {
    assertEquals(-3L, operation("divsi", "", 32).result(-7L, 2L));
    assertEquals(-4L, operation("floordivsi", "", 32).result(-7L, 2L));
    assertEquals(-3L, operation("ceildivsi", "", 32).result(-7L, 2L));
    assertEquals(4L, operation("ceildivsi", "", 32).result(7L, 2L));
  }

  @Test
  void extendedProductsHoldTheWholeProduct() {
    var signed = StraightLine.of("func.func @f(%a: i32, %b: i32) -> (i32, i32) {\n  %l, %h = arith.mulsi_extended %a, %b : i32\n  return "
        + "%l, %h : i32, i32\n}");
    var unsigned = StraightLine.of("func.func @f(%a: i32, %b: i32) -> (i32, i32) {\n  %l, %h = arith.mului_extended %a, %b : i32\n  return "
        + "%l, %h : i32, i32\n}");
    var random = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      long a = sample(random, 32);
      long b = sample(random, 32);
      assertEquals(List.of((long) (int) (a * b), a * b >> 32), List.of(signed.run(a, b)));
      long product = (a & 0xffffffffL) * (b & 0xffffffffL);
      assertEquals(List.of((long) (int) product, product >> 32), List.of(unsigned.run(a, b)));
    }
  }

  @Test
  void extendedSumsSayWhetherTheyWrapped() {
    for (int width : new int[] {1, 8, 64}) {
      var sum = StraightLine.of("func.func @f(%a: iN, %b: iN) -> (iN, i1) {\n  %s, %o = arith.addui_extended %a, %b : iN, i1\n  return %s, %o : iN, i1\n}".replace("iN", "i" + width));
      var random = new SplittableRandom(width);
      for (int i = 0; i < 1000; i++) {
        long a = sample(random, width);
        long b = sample(random, width);
        var exact = unsigned(a, width).add(unsigned(b, width));
        var wrapped = IntegerAttr.wrap(IntegerType.signless(width), exact.longValue());
        assertEquals(List.of(wrapped, exact.bitLength() > width ? 1L : 0L), List.of(sum.run(a, b)));
      }
    }
  }

  @Test
  void comparisonsReadTheSign() {
    assertEquals(1L, StraightLine.operation("%a: i1, %b: i1", "arith.cmpi slt, %a, %b : i1", "i1").result(1L, 0L));
    assertEquals(0L, StraightLine.operation("%a: i1, %b: i1", "arith.cmpi ult, %a, %b : i1", "i1").result(1L, 0L));
    assertEquals(1L, StraightLine.operation("%a: i8, %b: i8", "arith.cmpi ugt, %a, %b : i8", "i1").result(-1L, 1L));
  }

  @Test
  void extensionsReadTheSign() {
    assertEquals(-1L, StraightLine.operation("%a: i1", "arith.extsi %a : i1 to i32", "i32").result(1L));
    assertEquals(1L, StraightLine.operation("%a: i1", "arith.extui %a : i1 to i32", "i32").result(1L));
    assertEquals(255L, StraightLine.operation("%a: i8", "arith.extui %a : i8 to i32", "i32").result(-1L));
    assertEquals(-1L, StraightLine.operation("%a: i32", "arith.trunci %a : i32 to i8", "i8").result(0x1ffL));
    assertEquals(255L, StraightLine.operation("%a: i8", "arith.index_castui %a : i8 to index", "index").result(-1L));
  }

  @Test
  void aPoisonDividendMayBeAny() {
    var division = operation("divsi", "", 8);
    assertEquals(Poison.POISON, division.result(Poison.POISON, 3L));
    assertThrows(UndefinedBehavior.class, () -> division.result(Poison.POISON, 0L));
    assertThrows(UndefinedBehavior.class, () -> division.result(Poison.POISON, -1L));
    assertThrows(UndefinedBehavior.class, () -> division.result(3L, Poison.POISON));
    assertEquals(Poison.POISON, operation("remui", "", 8).result(Poison.POISON, -1L));
    assertThrows(UndefinedBehavior.class, () -> operation("remsi", "", 1).result(Poison.POISON, 1L));
  }
}
