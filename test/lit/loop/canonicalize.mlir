// RUN: mlr-opt %s --canonicalize | FileCheck %s

// A loop that never runs is its initial values.
// CHECK-LABEL: func.func @never(
// CHECK-SAME: %[[X:.*]]: f32)
func.func @never(%x: f32) -> f32 {
  // CHECK-NEXT: return %[[X]]
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c1 to %c0 step %c1 iter_args(%a = %x) -> (f32) {
    %b = arith.addf %a, %a : f32
    loop.yield %b : f32
  }
  return %0 : f32
}

// One that runs once is its body.
// CHECK-LABEL: func.func @once(
// CHECK-SAME: %[[X:.*]]: f32)
func.func @once(%x: f32) -> f32 {
  // CHECK-NEXT: %[[Y:.*]] = arith.addf %[[X]], %[[X]] : f32
  // CHECK-NEXT: return %[[Y]]
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c0 to %c1 step %c1 iter_args(%a = %x) -> (f32) {
    %b = arith.addf %a, %a : f32
    loop.yield %b : f32
  }
  return %0 : f32
}

// CHECK-LABEL: func.func @decided(
// CHECK-SAME: %{{.*}}: f32, %[[Y:.*]]: f32)
func.func @decided(%x: f32, %y: f32) -> f32 {
  // CHECK-NEXT: return %[[Y]]
  %false = arith.constant false
  %0 = loop.if %false -> (f32) {
    loop.yield %x : f32
  } else {
    loop.yield %y : f32
  }
  return %0 : f32
}

// The distance of these bounds is no signed number.
// CHECK-LABEL: func.func @far(
func.func @far(%x: f32) -> f32 {
  // CHECK: loop.for
  %least = arith.constant -9223372036854775808 : index
  %most = arith.constant 9223372036854775807 : index
  %0 = loop.for %i = %least to %most step %most iter_args(%a = %x) -> (f32) {
    %b = arith.addf %a, %a : f32
    loop.yield %b : f32
  }
  return %0 : f32
}
