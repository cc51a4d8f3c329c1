// RUN: mlr-opt %s --verify-diagnostics

func.func @types(%a: i32, %x: f32) {
  // expected-error@+1 {{'math.exp' op operand #0 must be floating-point-like, but got 'i32'}}
  %0 = "math.exp"(%a) : (i32) -> f32
  // expected-error@+1 {{'math.ctpop' op operand #0 must be signless-integer-like, but got 'f32'}}
  %1 = "math.ctpop"(%x) : (f32) -> i32
  // expected-error@+1 {{'math.ipowi' op operand #1 must be signless-integer-like, but got 'f32'}}
  %2 = "math.ipowi"(%a, %x) : (i32, f32) -> i32
  // expected-error@+1 {{'math.cbrt' op requires the same type for all operands and results}}
  %3 = "math.cbrt"(%x) : (f32) -> f64
  return
}

func.func @vectorAndTensor(%x: vector<4xf64>, %n: tensor<4xi5>) {
  // expected-error@+1 {{'math.fpowi' op all non-scalar operands/results must have the same shape and base type}}
  %0 = math.fpowi %x, %n : vector<4xf64>, tensor<4xi5>
  return
}
