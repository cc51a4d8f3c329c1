// RUN: mlr-opt %s --inline | FileCheck %s
// RUN: mlr-opt %s --inline --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=LOC

func.func private @twice(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}

func.func private @four_times(%a: i32) -> i32 {
  %0 = call @twice(%a) : (i32) -> i32
  %1 = call @twice(%0) : (i32) -> i32
  return %1 : i32
}

// Callees come first, so that nothing is left to inline in what is copied.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:    %[[X:.*]]: i32)
// CHECK-NEXT:    %[[A:.*]] = arith.addi %[[X]], %[[X]] : i32
// CHECK-NEXT:    %[[B:.*]] = arith.addi %[[A]], %[[A]] : i32
// CHECK-NEXT:    return %[[B]] : i32
// LOC-LABEL: func.func @main(
// LOC:         arith.addi {{.*}} loc(callsite(callsite({{.*}}inline.mlir":5:{{.*}} at {{.*}}inline.mlir":10:{{.*}}) at {{.*}}inline.mlir":[[# @LINE + 2]]:
func.func @main(%x: i32) -> i32 {
  %0 = call @four_times(%x) : (i32) -> i32
  return %0 : i32
}

// CHECK-LABEL: func.func @recursive
// CHECK:         call @recursive
func.func @recursive(%n: i32) -> i32 {
  %0 = call @recursive(%n) : (i32) -> i32
  return %0 : i32
}

func.func private @branching(%p: i1) -> i32 {
  %0 = arith.constant 0 : i32
  cf.cond_br %p, ^a, ^b
^a:
  return %0 : i32
^b:
  %1 = arith.constant 1 : i32
  return %1 : i32
}

// A body of several blocks is not inlined.

// CHECK-LABEL: func.func @calls_branching
// CHECK:         call @branching
func.func @calls_branching(%p: i1) -> i32 {
  %0 = call @branching(%p) : (i1) -> i32
  return %0 : i32
}

func.func private @external()

// CHECK-LABEL: func.func @calls_external
// CHECK:         call @external
func.func @calls_external() {
  call @external() : () -> ()
  return
}
