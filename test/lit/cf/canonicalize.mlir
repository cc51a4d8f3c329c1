// RUN: mlr-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @constant_condition(
// CHECK-SAME: %{{.*}}: i32, %[[B:.*]]: i32)
func.func @constant_condition(%a: i32, %b: i32) -> i32 {
  // CHECK-NOT: cf.cond_br
  // CHECK: return %[[B]] : i32
  %false = arith.constant false
  cf.cond_br %false, ^one, ^two
^one:
  return %a : i32
^two:
  return %b : i32
}
