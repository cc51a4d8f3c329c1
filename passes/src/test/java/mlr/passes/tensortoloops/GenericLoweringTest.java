package mlr.passes.tensortoloops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mlr.interpreter.FunctionEngine;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;
import mlr.passes.MachineRuns;
import org.junit.jupiter.api.Test;

/** A generic operation becomes one loop nest in row-major order, its outputs starting as what they are given. */
class GenericLoweringTest {
  @Test
  void reductionContinuesFromItsOutput() {
    var module = MachineRuns.parse("""
        func.func @f(%a: tensor<2x3xf32>, %b: tensor<2xf32>) -> tensor<2xf32> {
          %r = tensor.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0)>], iterator_types = ["parallel", "reduction"]}
              ins(%a : tensor<2x3xf32>) outs(%b : tensor<2xf32>) {
            ^bb0(%x: f32, %y: f32):
              %s = arith.addf %y, %x : f32
              tensor.yield %s : f32
          } -> tensor<2xf32>
          return %r : tensor<2xf32>
        }""");
    // 2^24 + 1 rounds back to 2^24, so the order of the sum shows.
    var result = call(module, vector(new float[] {1, 1, 1, 0x1p24f, 1, -0x1p24f}, 2, 3), vector(new float[] {0x1p24f, 1}, 2));
    assertEquals(vector(new float[] {0x1p24f, 0}, 2), result);
  }

  @Test
  void indexingMapsAndScalarsReachTheBody() {
    var module = MachineRuns.parse("""
        func.func @f(%a: tensor<6xf32>, %k: f32) -> tensor<2x3xf32> {
          %e = tensor.empty() : tensor<2x3xf32>
          %r = tensor.generic {indexing_maps = [affine_map<(d0, d1) -> ((d0 * 3 + d1 + 7) mod 6)>, affine_map<(d0, d1) -> ()>, affine_map<(d0, d1) -> (d0, d1)>],
              iterator_types = ["parallel", "parallel"]} ins(%a, %k : tensor<6xf32>, f32) outs(%e : tensor<2x3xf32>) {
            ^bb0(%x: f32, %y: f32, %o: f32):
              %s = arith.mulf %x, %y : f32
              tensor.yield %s : f32
          } -> tensor<2x3xf32>
          return %r : tensor<2x3xf32>
        }""");
    assertEquals(vector(new float[] {4, 6, 8, 10, 12, 2}, 2, 3), call(module, vector(new float[] {1, 2, 3, 4, 5, 6}, 6), 2f));
  }

  private static Object call(mlr.ir.Operation module, Object... arguments) {
    MachineRuns.run(module, "convert-tensor-to-loops");
    return FunctionEngine.call(module, "f", arguments)[0];
  }

  private static TensorValue vector(float[] elements, long... shape) {
    return new TensorValue.OfFloat(RankedTensorType.of(FloatType.F32, shape), elements);
  }
}
