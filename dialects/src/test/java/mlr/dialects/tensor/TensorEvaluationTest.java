package mlr.dialects.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import mlr.dialects.StraightLine;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;
import org.junit.jupiter.api.Test;

/** Tensor operations on small examples, and the bits of contractions. */
final class TensorEvaluationTest {
  private static TensorValue.OfFloat tensor(float[] values, long... shape) {
    return new TensorValue.OfFloat(RankedTensorType.of(FloatType.F32, shape), values);
  }

  private static float[] counting(int n) {
    var values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  @Test
  void contractionsAreFusedInOrderFromZero() {
    var random = new SplittableRandom(5);
    var w = new float[6];
    var x = new float[3];
    for (int round = 0; round < 100; round++) {
      for (int i = 0; i < 6; i++) {
        w[i] = (float) random.nextDouble(-1, 1);
        x[i % 3] = (float) random.nextDouble(-1, 1);
      }
      var expected = new float[2];
      for (int i = 0; i < 2; i++) {
        expected[i] = Math.fma(w[3 * i + 2], x[2], Math.fma(w[3 * i + 1], x[1], Math.fma(w[3 * i], x[0], 0f)));
      }
      var matrix = tensor(w.clone(), 2, 3);
      var vector = tensor(x.clone(), 3);
      assertEquals(tensor(expected, 2), StraightLine.operation("%w: tensor<2x3xf32>, %x: tensor<3xf32>",
          "tensor.matmul %w, %x : tensor<2x3xf32>, tensor<3xf32> -> tensor<2xf32>", "tensor<2xf32>").result(matrix, vector));
      assertEquals(expected[0], StraightLine.operation("%w: tensor<3xf32>, %x: tensor<3xf32>",
          "tensor.dot %w, %x : tensor<3xf32>, tensor<3xf32> -> f32", "f32")
          .result(tensor(new float[] {w[0], w[1], w[2]}, 3), vector));
      // weights[b][k][l] = w[b * 4 + l][k], rows 2 and 3 padded
      var packed = new float[] {w[0], w[3], 0, 0, w[1], w[4], 0, 0, w[2], w[5], 0, 0};
      assertEquals(tensor(expected, 2), StraightLine.operation("%w: tensor<1x3x4xf32>, %x: tensor<3xf32>",
          "tensor.packed_matvec %w, %x : tensor<1x3x4xf32>, tensor<3xf32> -> tensor<2xf32>", "tensor<2xf32>")
              .result(tensor(packed, 1, 3, 4), vector));
    }
  }

  @Test
  void matrixProductsOfAllRanks() {
    assertEquals(tensor(new float[] {22, 28, 49, 64}, 2, 2), StraightLine.operation("%a: tensor<2x3xf32>, %b: tensor<3x2xf32>",
        "tensor.matmul %a, %b : tensor<2x3xf32>, tensor<3x2xf32> -> tensor<2x2xf32>", "tensor<2x2xf32>")
            .result(tensor(counting(6), 2, 3), tensor(counting(6), 3, 2)));
    assertEquals(tensor(new float[] {22, 28}, 2), StraightLine.operation("%a: tensor<3xf32>, %b: tensor<3x2xf32>",
        "tensor.matmul %a, %b : tensor<3xf32>, tensor<3x2xf32> -> tensor<2xf32>", "tensor<2xf32>")
            .result(tensor(counting(3), 3), tensor(counting(6), 3, 2)));
  }

  @Test
  void reductionsKeepTheOtherDimensions() {
    var a = tensor(counting(6), 2, 3);
    assertEquals(tensor(new float[] {5, 7, 9}, 3), reduce("<sum> %a axes [0] : tensor<2x3xf32> to tensor<3xf32>", "tensor<3xf32>", a));
    assertEquals(tensor(new float[] {6, 120}, 2), reduce("<prod> %a axes [1] : tensor<2x3xf32> to tensor<2xf32>", "tensor<2xf32>", a));
    assertEquals(6f, reduce("<max> %a axes [0, 1] : tensor<2x3xf32> to f32", "f32", a));
    assertEquals(1f, reduce("<min> %a axes [0, 1] : tensor<2x3xf32> to f32", "f32", a));
  }

  @Test
  void sumsStartFromPositiveZeroAndAddInOrder() {
    var a = tensor(new float[] {-0f, -0f, -0f, -0f, -0f, -0f}, 2, 3);
    assertEquals(0f, reduce("<sum> %a axes [0, 1] : tensor<2x3xf32> to f32", "f32", a));
    var b = tensor(new float[] {1e8f, 1, -1e8f, 0, 0, 0}, 2, 3);
    assertEquals(0f, reduce("<sum> %a axes [0, 1] : tensor<2x3xf32> to f32", "f32", b));
  }

  private static Object reduce(String text, String result, TensorValue a) {
    return StraightLine.operation("%a: tensor<2x3xf32>", "tensor.reduce " + text, result).result(a);
  }

  @Test
  void argmaxTakesTheFirstOfEquals() {
    var a = tensor(new float[] {1, 3, 3, -2}, 4);
    assertEquals(1L, StraightLine.operation("%a: tensor<4xf32>", "tensor.argmax %a : tensor<4xf32> -> i32", "i32").result(a));
    assertEquals(3L, StraightLine.operation("%a: tensor<4xf32>", "tensor.argmin %a : tensor<4xf32> -> i32", "i32").result(a));
  }

  @Test
  void rearrangements() {
    var a = tensor(counting(6), 2, 3);
    assertEquals(tensor(new float[] {1, 4, 2, 5, 3, 6}, 3, 2), StraightLine.operation("%a: tensor<2x3xf32>",
        "tensor.transpose %a permutation [1, 0] : tensor<2x3xf32> to tensor<3x2xf32>", "tensor<3x2xf32>").result(a));
    assertEquals(tensor(new float[] {4, 5, 6, 1, 2, 3}, 2, 3),
        StraightLine.operation("%a: tensor<2x3xf32>", "tensor.reverse %a : tensor<2x3xf32>", "tensor<2x3xf32>").result(a));
    assertEquals(tensor(new float[] {1, 1, 2, 2}, 2, 2),
        StraightLine.operation("%a: tensor<2x1xf32>", "tensor.broadcast %a : tensor<2x1xf32> to tensor<2x2xf32>", "tensor<2x2xf32>")
        .result(tensor(new float[] {1, 2}, 2, 1)));
    assertEquals(tensor(new float[] {2, 4}, 2), StraightLine.operation("%a: tensor<2x3xf32>",
        "tensor.extract_slice %a[0, 1] [2, 1] [1, 1] : tensor<2x3xf32> to tensor<2xf32>", "tensor<2xf32>")
            .result(tensor(new float[] {1, 2, 3, 3, 4, 5}, 2, 3)));
    assertEquals(tensor(new float[] {1, 2, 3, 4, 9, 8}, 2, 3), StraightLine.operation("%s: tensor<2xf32>, %a: tensor<2x3xf32>",
        "tensor.insert_slice %s into %a[1, 1] [1, 2] [1, 1] : tensor<2xf32> into tensor<2x3xf32>", "tensor<2x3xf32>")
            .result(tensor(new float[] {9, 8}, 2), a));
    assertEquals(tensor(new float[] {1, 2, 3, 1, 2, 3, 4, 5, 6}, 3, 3), StraightLine.operation("%b: tensor<1x3xf32>, %a: tensor<2x3xf32>",
        "tensor.concat dim(0) %b, %a : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<3x3xf32>", "tensor<3x3xf32>")
            .result(tensor(counting(3), 1, 3), a));
  }

  @Test
  void indexOutOfRangeIsUndefined() {
    var extract = StraightLine.operation("%a: tensor<2x3xf32>, %i: index, %j: index", "tensor.extract %a[%i, %j] : tensor<2x3xf32>", "f32");
    assertEquals(6f, extract.result(tensor(counting(6), 2, 3), 1L, 2L));
    assertThrows(UndefinedBehavior.class, () -> extract.run(tensor(counting(6), 2, 3), 0L, 3L));
    assertThrows(UndefinedBehavior.class, () -> extract.run(tensor(counting(6), 2, 3), -1L, 0L));
  }

  @Test
  void buffersHoldTheirTensor() {
    var program = StraightLine.of("func.func @f(%a: tensor<2x3xf32>) -> tensor<2x3xf32> {\n  %m = tensor.to_buffer %a : tensor<2x3xf32> to "
        + "memref<2x3xf32>\n"
        + "  %b = tensor.from_buffer %m : memref<2x3xf32> to tensor<2x3xf32>\n  return %b : tensor<2x3xf32>\n}");
    assertEquals(tensor(counting(6), 2, 3), program.result(tensor(counting(6), 2, 3)));
  }

  @Test
  void elementsAreTakenAndReplacedOneByOneWhereOthersArePoison() {
    var type = RankedTensorType.of(FloatType.F32, 3);
    var partial = RuntimeValues.tensor(type, new Object[] {1f, Poison.POISON, 3f});
    var extract = StraightLine.operation("%t: tensor<3xf32>, %i: index", "tensor.extract %t[%i] : tensor<3xf32>", "f32");
    assertEquals(3f, extract.result(partial, 2L));
    assertEquals(Poison.POISON, extract.result(partial, 1L));
    assertEquals(Poison.POISON, extract.result(Poison.POISON, 1L));
    assertThrows(UndefinedBehavior.class, () -> extract.result(Poison.POISON, 3L));
    assertThrows(UndefinedBehavior.class, () -> extract.result(partial, Poison.POISON));
    var insert = StraightLine.operation("%x: f32, %t: tensor<3xf32>, %i: index", "tensor.insert %x into %t[%i] : tensor<3xf32>", "tensor<3xf32>");
    assertEquals(tensor(new float[] {1, 2, 3}, 3), insert.result(2f, partial, 1L));
    assertThrows(UndefinedBehavior.class, () -> insert.result(2f, Poison.POISON, -1L));
  }

  @Test
  void memoryOfATensorHasItsElementsAndNoOthers() {
    var partial = RuntimeValues.tensor(RankedTensorType.of(FloatType.F32, 3), new Object[] {1f, Poison.POISON, 3f});
    var memory = (MemRefValue) StraightLine.operation("%t: tensor<3xf32>", "tensor.to_buffer %t : tensor<3xf32> to memref<3xf32>", "memref<3xf32>").result(partial);
    assertEquals(1f, memory.load(0));
    assertEquals(Poison.POISON, memory.load(1));
    assertEquals(3f, memory.load(2));
    var back = StraightLine.operation("%m: memref<3xf32>", "tensor.from_buffer %m : memref<3xf32> to tensor<3xf32>", "tensor<3xf32>");
    assertEquals(partial, back.result(memory));
    assertThrows(UndefinedBehavior.class, () -> back.result(Poison.POISON));
  }
}
