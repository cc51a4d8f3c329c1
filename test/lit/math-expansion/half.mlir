// RUN: mlr-opt %s --expand-math --split-input-file | FileCheck %s

// Formats of 16 bits are computed in f32 and rounded; conversions are integer arithmetic.

// CHECK-LABEL: func.func @sum
// CHECK-SAME:    (%[[A:.*]]: f16, %[[B:.*]]: f16) -> f16
// CHECK:         %[[ABITS:.*]] = arith.bitcast %[[A]] : f16 to i16
// CHECK:         %[[AWIDE:.*]] = call @mlr_extend_f16(%[[ABITS]]) : (i16) -> f32
// CHECK:         %[[BBITS:.*]] = arith.bitcast %[[B]] : f16 to i16
// CHECK:         %[[BWIDE:.*]] = call @mlr_extend_f16(%[[BBITS]]) : (i16) -> f32
// CHECK:         %[[SUM:.*]] = arith.addf %[[AWIDE]], %[[BWIDE]] : f32
// CHECK:         %[[BITS:.*]] = call @mlr_narrow_f16(%[[SUM]]) : (f32) -> i16
// CHECK:         %[[R:.*]] = arith.bitcast %[[BITS]] : i16 to f16
// CHECK:         return %[[R]] : f16
func.func @sum(%a: f16, %b: f16) -> f16 {
  %0 = arith.addf %a, %b : f16
  return %0 : f16
}

// -----

// From f64 an odd last bit in between keeps the rounding single.

// CHECK-LABEL: func.func @narrow
// CHECK:         call @mlr_narrow_double_bf16(%{{.*}}) : (f64) -> i16
// CHECK:       func.func private @mlr_narrow_double_bf16
// CHECK:         call @mlr_narrow_to_odd_bf16
func.func @narrow(%a: f64) -> bf16 {
  %0 = arith.truncf %a : f64 to bf16
  return %0 : bf16
}

// -----

// Choosing and carrying computes nothing.

// CHECK-LABEL: func.func @choose
// CHECK-NEXT:    arith.select
// CHECK-NEXT:    return
func.func @choose(%c: i1, %a: f16, %b: f16) -> f16 {
  %0 = arith.select %c, %a, %b : f16
  return %0 : f16
}
