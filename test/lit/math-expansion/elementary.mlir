// RUN: mlr-opt %s --expand-math --split-input-file | FileCheck %s

// An elementary function becomes a call of one of our own, which the module gets a copy of, once.

// CHECK-LABEL: func.func @twice
// CHECK-COUNT-2: call @mlr_tanhf(%{{.*}}) : (f32) -> f32
// CHECK:       func.func private @mlr_tanhf(%{{.*}}: f32) -> f32
// CHECK-NOT:   func.func
func.func @twice(%x: f32) -> f32 {
  %0 = math.tanh %x : f32
  %1 = math.tanh %0 : f32
  return %1 : f32
}

// -----

// CHECK-LABEL: func.func @roots_and_inverses
// CHECK:         call @mlr_cbrtf
// CHECK:         call @mlr_asinhf
// CHECK:         call @mlr_acosh(
// CHECK:         call @mlr_atanh(
func.func @roots_and_inverses(%x: f32, %y: f64) -> (f32, f32, f64, f64) {
  %0 = math.cbrt %x : f32
  %1 = math.asinh %x : f32
  %2 = math.acosh %y : f64
  %3 = math.atanh %y : f64
  return %0, %1, %2, %3 : f32, f32, f64, f64
}

// -----

// Functions of f64 have no suffix; an integer power is a power.

// CHECK-LABEL: func.func @power
// CHECK-SAME:    (%[[X:.*]]: f64, %[[N:.*]]: i32) -> f64
// CHECK:         %[[Y:.*]] = arith.sitofp %[[N]] : i32 to f64
// CHECK:         call @mlr_pow(%[[X]], %[[Y]]) : (f64, f64) -> f64
func.func @power(%x: f64, %n: i32) -> f64 {
  %0 = math.fpowi %x, %n : f64, i32
  return %0 : f64
}

// -----

// CHECK-LABEL: func.func @reciprocal
// CHECK:         %[[ROOT:.*]] = math.sqrt %{{.*}} : f32
// CHECK:         %[[ONE:.*]] = arith.constant 1.0{{.*}} : f32
// CHECK:         arith.divf %[[ONE]], %[[ROOT]] : f32
func.func @reciprocal(%x: f32) -> f32 {
  %0 = math.rsqrt %x : f32
  return %0 : f32
}

// -----

// Nodes and machines call no functions, and tensors become numbers first: both are left as they are.

// CHECK-LABEL: reactive.node @node
// CHECK:         math.tanh %{{.*}} : f32
// CHECK:         math.exp %{{.*}} : tensor<4xf32>
// CHECK-NOT:   func.func private
reactive.node @node(%x: f32, %t: tensor<4xf32>) -> (f32, tensor<4xf32>) {
  %0 = math.tanh %x : f32
  %1 = math.exp %t : tensor<4xf32>
  reactive.return %0, %1 : f32, tensor<4xf32>
}

// -----

// CHECK-LABEL: func.func @tensors
// CHECK:         math.tanh %{{.*}} : tensor<4xf32>
// CHECK-NOT:   func.func private
func.func @tensors(%t: tensor<4xf32>) -> tensor<4xf32> {
  %0 = math.tanh %t : tensor<4xf32>
  return %0 : tensor<4xf32>
}
