package mlr.passes.tensortoloops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import mlr.dialects.func.FuncOp;
import mlr.interpreter.FunctionEngine;
import mlr.ir.Operation;
import mlr.passes.MachineRuns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation on tensors gives the same bits as loops, with and without fusion into others. */
class TensorFunctionTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "(%a: tensor<5x3xf32>, %b: tensor<3xf32>) -> tensor<5xf32> { %r = tensor.matmul %a, %b : tensor<5x3xf32>, tensor<3xf32> -> tensor<5xf32> return %r : tensor<5xf32> }",
      "(%a: tensor<3xf32>, %b: tensor<3x11xf32>) -> tensor<11xf32> { %r = tensor.matmul %a, %b : tensor<3xf32>, tensor<3x11xf32> -> tensor<11xf32> return %r : tensor<11xf32> }",
      "(%a: tensor<2x9xf32>, %b: tensor<9x5xf32>) -> tensor<2x5xf32> { %r = tensor.matmul %a, %b : tensor<2x9xf32>, tensor<9x5xf32> -> tensor<2x5xf32> return %r : tensor<2x5xf32> }",
      "(%a: tensor<2x3xi32>, %b: tensor<3x2xi32>) -> tensor<2x2xi32> { %r = tensor.matmul %a, %b : tensor<2x3xi32>, tensor<3x2xi32> -> tensor<2x2xi32> return %r : tensor<2x2xi32> }",
      "(%a: tensor<2x3xf64>, %b: tensor<3x1xf64>) -> tensor<2x1xf64> { %r = tensor.matmul %a, %b : tensor<2x3xf64>, tensor<3x1xf64> -> tensor<2x1xf64> return %r : tensor<2x1xf64> }",
      "(%a: tensor<3x2xf32>, %b: tensor<3xf32>) -> tensor<2xf32> { %t = tensor.transpose %a permutation [1, 0] : tensor<3x2xf32> to tensor<2x3xf32> %r = tensor.matmul %t, %b : tensor<2x3xf32>, tensor<3xf32> -> tensor<2xf32> return %r : tensor<2xf32> }",
      "(%a: tensor<7xf32>, %b: tensor<7xf32>) -> f32 { %s = arith.addf %a, %b : tensor<7xf32> %r = tensor.dot %s, %b : tensor<7xf32>, tensor<7xf32> -> f32 return %r : f32 }",
      "(%a: tensor<2x3x4xf32>) -> tensor<4x2x3xf32> { %r = tensor.transpose %a permutation [2, 0, 1] : tensor<2x3x4xf32> to tensor<4x2x3xf32> return %r : tensor<4x2x3xf32> }",
      "(%a: tensor<2x3xf32>) -> tensor<3x2xf32> { %r = tensor.reshape %a : tensor<2x3xf32> to tensor<3x2xf32> return %r : tensor<3x2xf32> }",
      "(%a: tensor<2x3xf32>) -> tensor<6xf32> { %n = arith.negf %a : tensor<2x3xf32> %r = tensor.reshape %n : tensor<2x3xf32> to tensor<6xf32> %s = arith.addf %r, %r : tensor<6xf32> return %s : tensor<6xf32> }",
      "(%a: tensor<3xf32>, %b: tensor<2x3xf32>) -> tensor<2x3xf32> { %c = tensor.broadcast %a : tensor<3xf32> to tensor<2x3xf32> %r = arith.subf %b, %c : tensor<2x3xf32> return %r : tensor<2x3xf32> }",
      "(%a: tensor<2x1xf32>, %b: f32) -> tensor<2x3xf32> { %e = arith.negf %a : tensor<2x1xf32> %c = tensor.broadcast %e : tensor<2x1xf32> to tensor<2x3xf32> %d = tensor.broadcast %b : f32 to tensor<2x3xf32> %r = arith.mulf %c, %d : tensor<2x3xf32> return %r : tensor<2x3xf32> }",
      "(%a: tensor<3x2xf32>) -> tensor<3x2xf32> { %r = tensor.reverse %a : tensor<3x2xf32> return %r : tensor<3x2xf32> }",
      "(%a: tensor<2x3xf32>) -> tensor<2xf32> { %r = tensor.reduce <sum> %a axes [1] : tensor<2x3xf32> to tensor<2xf32> return %r : tensor<2xf32> }",
      "(%a: tensor<2x3x2xf32>) -> tensor<3xf32> { %r = tensor.reduce <max> %a axes [0, 2] : tensor<2x3x2xf32> to tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<2x3xi32>) -> i32 { %r = tensor.reduce <prod> %a axes [0, 1] : tensor<2x3xi32> to i32 return %r : i32 }",
      "(%a: tensor<4xi8>) -> i8 { %r = tensor.reduce <minui> %a axes [0] : tensor<4xi8> to i8 return %r : i8 }",
      "(%a: tensor<4xf32>, %b: tensor<4xf32>) -> f32 { %p = arith.mulf %a, %b : tensor<4xf32> %r = tensor.reduce <min> %p axes [0] : tensor<4xf32> to f32 return %r : f32 }",
      "(%a: tensor<9xf32>) -> i32 { %r = tensor.argmax %a : tensor<9xf32> -> i32 return %r : i32 }",
      "(%a: tensor<9xi16>) -> i32 { %r = tensor.argmin %a : tensor<9xi16> -> i32 return %r : i32 }",
      "(%a: tensor<2x2xf32>, %b: tensor<1x2xf32>) -> tensor<3x2xf32> { %r = tensor.concat dim(0) %a, %b : (tensor<2x2xf32>, tensor<1x2xf32>) -> tensor<3x2xf32> return %r : tensor<3x2xf32> }",
      "(%a: tensor<2x2xf32>, %b: tensor<2x1xf32>) -> tensor<2x3xf32> { %n = arith.negf %b : tensor<2x1xf32> %r = tensor.concat dim(1) %a, %n : (tensor<2x2xf32>, tensor<2x1xf32>) -> tensor<2x3xf32> return %r : tensor<2x3xf32> }",
      "(%a: tensor<4x6xf32>) -> tensor<2x3xf32> { %i = arith.constant 1 : index %r = tensor.extract_slice %a[%i, 0] [2, 3] [2, 2] : tensor<4x6xf32> to tensor<2x3xf32> return %r : tensor<2x3xf32> }",
      "(%a: tensor<4x3xf32>) -> tensor<3xf32> { %i = arith.constant 2 : index %r = tensor.extract_slice %a[%i, 0] [1, 3] [1, 1] : tensor<4x3xf32> to tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<3xf32>, %b: tensor<2x3xf32>) -> tensor<2x3xf32> { %n = arith.negf %a : tensor<3xf32> %r = tensor.insert_slice %n into %b[1, 0] [1, 3] [1, 1] : tensor<3xf32> into tensor<2x3xf32> return %r : tensor<2x3xf32> }",
      "(%a: f32, %b: tensor<3xf32>) -> tensor<3xf32> { %i = arith.constant 1 : index %r = tensor.insert %a into %b[%i] : tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: f32, %b: f32) -> tensor<2x2xf32> { %r = tensor.from_elements %a, %b, %b, %a : tensor<2x2xf32> return %r : tensor<2x2xf32> }",
      "(%a: f32) -> tensor<3xf32> { %r = tensor.splat %a : tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<3xf32>, %b: i1) -> tensor<3xf32> { %c = arith.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32> %r = arith.select %b, %a, %c : tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<3xf32>) -> tensor<3xf32> { %z = arith.constant dense<0.0> : tensor<3xf32> %s = arith.addf %a, %a : tensor<3xf32> %p = arith.cmpf ogt, %s, %z : tensor<3xf32> %r = arith.select %p, %s, %z : tensor<3xi1>, tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<f32>) -> tensor<f32> { %r = arith.negf %a : tensor<f32> return %r : tensor<f32> }",
      "(%a: tensor<3xi32>) -> tensor<3xf32> { %r = arith.sitofp %a : tensor<3xi32> to tensor<3xf32> return %r : tensor<3xf32> }",
      "(%a: tensor<3xf32>) -> tensor<3xf32> { return %a : tensor<3xf32> }",
  })
  void loopsGiveTheSameBits(String function) {
    var module = MachineRuns.parse("func.func @f" + function);
    for (long seed = 0; seed < 5; seed++) {
      var arguments = arguments(module, seed);
      var expected = Arrays.toString(FunctionEngine.call(module, "f", arguments));
      var lowered = MachineRuns.parse(module.toString());
      MachineRuns.run(lowered, "convert-tensor-to-loops{lanes=4 unroll=2}");
      assertTrue(lowered.collect(Operation.class).stream().noneMatch(TensorFunctionTest::isOnTensors), lowered::toString);
      assertEquals(expected, Arrays.toString(FunctionEngine.call(lowered, "f", arguments)), lowered::toString);
    }
  }

  private static boolean isOnTensors(Operation op) {
    return op.dialect().equals("tensor") && !op.name().endsWith("_buffer");
  }

  private static Object[] arguments(Operation module, long seed) {
    var random = new Random(seed);
    return module.collect(FuncOp.class).getFirst().functionType().inputs().stream().map(type -> MachineRuns.value(type, random)).toArray();
  }
}
