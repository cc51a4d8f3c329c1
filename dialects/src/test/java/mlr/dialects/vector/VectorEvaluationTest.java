package mlr.dialects.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mlr.dialects.StraightLine;
import mlr.ir.eval.Poison;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;
import org.junit.jupiter.api.Test;

/** Lane access, broadcasts and reductions of vectors. */
final class VectorEvaluationTest {
  private static TensorValue.OfFloat vector(float[] values, long... shape) {
    return new TensorValue.OfFloat(VectorType.of(FloatType.F32, shape), values);
  }

  @Test
  void lanes() {
    var v = vector(new float[] {1, 2, 3, 4}, 4);
    assertEquals(3f, StraightLine.operation("%v: vector<4xf32>", "vector.extract %v[2] : f32 from vector<4xf32>", "f32").result(v));
    assertEquals(vector(new float[] {3, 4}, 2), StraightLine.operation("%v: vector<2x2xf32>",
        "vector.extract %v[1] : vector<2xf32> from vector<2x2xf32>", "vector<2xf32>")
        .result(vector(new float[] {1, 2, 3, 4}, 2, 2)));
    assertEquals(vector(new float[] {1, 9, 3, 4}, 4),
        StraightLine.operation("%s: f32, %v: vector<4xf32>", "vector.insert %s, %v [1] : f32 into vector<4xf32>", "vector<4xf32>")
        .result(9f, v));
    assertEquals(vector(new float[] {1, 6, 3, 8}, 4), StraightLine.operation("%v: vector<4xf32>, %w: vector<4xf32>",
        "vector.shuffle %v, %w [0, 5, 2, 7] : vector<4xf32>, vector<4xf32>", "vector<4xf32>").result(v, vector(new float[] {5, 6, 7, 8}, 4)));
    var dynamic = StraightLine.operation("%v: vector<4xf32>, %i: index", "vector.extractelement %v[%i : index] : vector<4xf32>", "f32");
    assertEquals(4f, dynamic.result(v, 3L));
    assertEquals(Poison.POISON, dynamic.result(v, 4L));
  }

  @Test
  void broadcasts() {
    assertEquals(vector(new float[] {1, 2, 1, 2}, 2, 2),
        StraightLine.operation("%v: vector<2xf32>", "vector.broadcast %v : vector<2xf32> to vector<2x2xf32>", "vector<2x2xf32>")
        .result(vector(new float[] {1, 2}, 2)));
    assertEquals(vector(new float[] {7, 7}, 2), StraightLine.operation("%x: f32", "vector.splat %x : vector<2xf32>", "vector<2xf32>").result(7f));
  }

  @Test
  void reductionsGoInOrder() {
    var v = vector(new float[] {1e8f, 1, -1e8f, 0.5f}, 4);
    assertEquals(0.5f, StraightLine.operation("%v: vector<4xf32>", "vector.reduction <add>, %v : vector<4xf32> into f32", "f32").result(v));
    assertEquals(1e8f, StraightLine.operation("%v: vector<4xf32>", "vector.reduction <maximumf>, %v : vector<4xf32> into f32", "f32").result(v));
    assertEquals(10.5f, StraightLine.operation("%v: vector<2xf32>, %a: f32", "vector.reduction <mul>, %v, %a : vector<2xf32> into f32", "f32")
        .result(vector(new float[] {3, 7}, 2), 0.5f));
  }

  @Test
  void fusedMultiplyAddRoundsOnce() {
    float a = Math.nextUp(1f);
    assertEquals(vector(new float[] {Math.fma(a, a, -1f)}, 1),
        StraightLine.operation("%a: vector<1xf32>, %c: vector<1xf32>", "vector.fma %a, %a, %c : vector<1xf32>", "vector<1xf32>")
        .result(vector(new float[] {a}, 1), vector(new float[] {-1}, 1)));
  }
}
