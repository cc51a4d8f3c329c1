package mlr.dialects.arith;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mlr.dialects.StraightLine;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floating-point operations at the edges: signed zeros, infinities, NaN, ranges of conversions. */
final class FloatSemanticsTest {
  private static Object binary(String mnemonic, float a, float b) {
    return StraightLine.operation("%a: f32, %b: f32", "arith." + mnemonic + " %a, %b : f32", "f32").result(a, b);
  }

  @ParameterizedTest
  @CsvSource({
      "addf, 0.1, 0.2, 0.3", "subf, 1, 1, 0.0", "mulf, -0.0, 1, -0.0", "divf, 1, -0.0, -Infinity", "divf, 0, 0, NaN", "remf, -7.5, 2, -1.5",
          "remf, 1, 0, NaN",
      "minimumf, -0.0, 0.0, -0.0", "minimumf, NaN, 1, NaN", "maximumf, -0.0, 0.0, 0.0", "maximumf, 1, NaN, NaN",
      "minnumf, NaN, 1, 1", "maxnumf, 1, NaN, 1", "minnumf, 2, 1, 1"})
  void binaryIs(String mnemonic, float a, float b, float expected) {
    assertEquals(mnemonic.equals("addf") ? a + b : expected, binary(mnemonic, a, b));
  }

  @Test
  void noNumberIsTheQuietNaN() {
    int quiet = 0x7fc00000;
    assertEquals(quiet, Float.floatToRawIntBits((Float) binary("remf", Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY)));
    assertEquals(quiet, Float.floatToRawIntBits((Float) binary("remf", 1, Float.intBitsToFloat(0xffc00001))));
    assertEquals(quiet, Float.floatToRawIntBits((Float) StraightLine.operation("%a: f32", "math.sqrt %a : f32", "f32").result(-1f)));
    assertEquals(quiet, Float.floatToRawIntBits((Float) StraightLine.operation("%a: f32", "math.rsqrt %a : f32", "f32").result(-1f)));
  }

  @ParameterizedTest
  @CsvSource({"olt, NaN, 1, 0", "ult, NaN, 1, 1", "oeq, -0.0, 0.0, 1", "one, NaN, 1, 0", "une, NaN, NaN, 1", "ord, 1, NaN, 0", "uno, 1, NaN, 1",
      "true, NaN, NaN, 1", "false, 1, 1, 0", "ueq, NaN, 1, 1", "oge, 2, 2, 1", "ugt, 1, 2, 0"})
  void comparisonIs(String predicate, float a, float b, long expected) {
    assertEquals(expected, StraightLine.operation("%a: f32, %b: f32", "arith.cmpf " + predicate + ", %a, %b : f32", "i1").result(a, b));
  }

  @Test
  void conversionsOutOfRangeArePoison() {
    var signed = StraightLine.operation("%a: f32", "arith.fptosi %a : f32 to i8", "i8");
    assertEquals(127L, signed.result(127.9f));
    assertEquals(Poison.POISON, signed.result(128f));
    assertEquals(-128L, signed.result(-128.9f));
    assertEquals(Poison.POISON, signed.result(-129f));
    assertEquals(Poison.POISON, signed.result(Float.NaN));
    var unsigned = StraightLine.operation("%a: f64", "arith.fptoui %a : f64 to i64", "i64");
    assertEquals(0L, unsigned.result(-0.9));
    assertEquals(Poison.POISON, unsigned.result(-1.0));
    assertEquals(Long.MIN_VALUE, unsigned.result(0x1p63));
    assertEquals(Poison.POISON, unsigned.result(0x1p64));
  }

  @Test
  void integersConvertToTheNearestNumber() {
    assertEquals(0x1p64f, StraightLine.operation("%a: i64", "arith.uitofp %a : i64 to f32", "f32").result(-1L));
    assertEquals(-1f, StraightLine.operation("%a: i64", "arith.sitofp %a : i64 to f32", "f32").result(-1L));
    assertEquals(1f, StraightLine.operation("%a: i1", "arith.uitofp %a : i1 to f32", "f32").result(1L));
    assertEquals(-1f, StraightLine.operation("%a: i1", "arith.sitofp %a : i1 to f32", "f32").result(1L));
  }

  @Test
  void narrowFormatsRoundOnce() {
    var half = StraightLine.operation("%a: f16, %b: f16", "arith.addf %a, %b : f16", "f16");
    assertEquals(2048f, half.result(2048f, 1f));
    assertEquals(2052f, half.result(2048f, 3f));
    assertEquals(1.0f, StraightLine.operation("%a: f32", "arith.truncf %a : f32 to bf16", "bf16").result(1.00390625f));
  }

  @Test
  void bitcastKeepsBits() {
    assertEquals(0x3f800000L, StraightLine.operation("%a: f32", "arith.bitcast %a : f32 to i32", "i32").result(1f));
    assertEquals(-2f, StraightLine.operation("%a: i32", "arith.bitcast %a : i32 to f32", "f32").result((long) 0xc0000000));
    assertEquals(0x3c00L, StraightLine.operation("%a: f16", "arith.bitcast %a : f16 to i16", "i16").result(1f));
  }

  @Test
  void selectionIgnoresPoisonInTheOtherValue() {
    var select = StraightLine.operation("%c: i1, %a: f32, %b: f32", "arith.select %c, %a, %b : f32", "f32");
    assertEquals(1f, select.result(1L, 1f, Poison.POISON));
    assertEquals(Poison.POISON, select.result(0L, 1f, Poison.POISON));
    assertEquals(Poison.POISON, select.result(Poison.POISON, 1f, 2f));
  }

  @Test
  void tensorsAreElementwise() {
    var type = RankedTensorType.of(FloatType.F32, 3);
    var sum = StraightLine.operation("%a: tensor<3xf32>, %b: tensor<3xf32>", "arith.addf %a, %b : tensor<3xf32>", "tensor<3xf32>");
    assertEquals(new TensorValue.OfFloat(type, new float[] {5, 7, 9}),
        sum.result(new TensorValue.OfFloat(type, new float[] {1, 2, 3}), new TensorValue.OfFloat(type, new float[] {4, 5, 6})));
    var compare = StraightLine.operation("%a: tensor<3xf32>, %b: tensor<3xf32>", "arith.cmpf olt, %a, %b : tensor<3xf32>", "tensor<3xi1>");
    assertEquals(RuntimeValues.tensor(RankedTensorType.of(IntegerType.I1, 3), new Object[] {1L, 0L, 0L}),
        compare.result(new TensorValue.OfFloat(type, new float[] {1, 2, 3}), new TensorValue.OfFloat(type, new float[] {4, 2, 1})));
  }
}
