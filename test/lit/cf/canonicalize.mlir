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

// Blocks that only lead to one another; upstream does not come to an end here.
// CHECK-LABEL: func.func @for_ever(
// CHECK:         cf.cond_br
func.func @for_ever(%p: i1) {
  cf.cond_br %p, ^a, ^b
^a:
  cf.br ^b
^b:
  cf.br ^a
}
