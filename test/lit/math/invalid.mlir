// RUN: mlr-opt %s --verify-diagnostics

func.func @types(%a: i32, %x: f32) {
  // expected-error@+1 {{'math.exp' op operand #0 must be floating-point-like, but got 'i32'}}
  %0 = "math.exp"(%a) : (i32) -> f32
  // expected-error@+1 {{'math.ctpop' op operand #0 must be signless-integer-like, but got 'f32'}}
  %1 = "math.ctpop"(%x) : (f32) -> i32
  return
}
