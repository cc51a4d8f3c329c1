// RUN: mlr-opt %s --canonicalize --split-input-file | FileCheck %s
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --split-input-file | FileCheck %s

// Operations on constants are evaluated, and what nothing uses goes.

// CHECK-LABEL: func.func @chain
// CHECK-NEXT:    %[[C:.*]] = arith.constant 30 : i32
// CHECK-NEXT:    return %[[C]] : i32
func.func @chain() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %six = arith.muli %two, %three : i32
  %five = arith.addi %two, %three : i32
  %thirty = arith.muli %six, %five : i32
  %unused = arith.subi %thirty, %two : i32
  return %thirty : i32
}

// -----

// A division by zero is undefined: it stays.

// CHECK-LABEL: func.func @by_zero
// CHECK:         arith.divsi
func.func @by_zero() -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %0 = arith.divsi %one, %zero : i32
  return %0 : i32
}

// -----

// Constants of commutative operations move to the right.

// CHECK-LABEL: func.func @commute
// CHECK-SAME:    (%[[A:.*]]: i32)
// CHECK:         %[[C:.*]] = arith.constant 7 : i32
// CHECK-NEXT:    arith.addi %[[A]], %[[C]] : i32
func.func @commute(%a: i32) -> i32 {
  %c = arith.constant 7 : i32
  %0 = arith.addi %c, %a : i32
  return %0 : i32
}

// -----

// Equal constants of all blocks become one at the entry.

// CHECK-LABEL: func.func @unify
// CHECK-NEXT:    %[[C:.*]] = arith.constant 7 : i32
// CHECK-NEXT:    cf.cond_br %{{.*}}, ^bb1, ^bb2
// CHECK-NEXT:  ^bb1:
// CHECK-NEXT:    return %[[C]] : i32
// CHECK-NEXT:  ^bb2:
// CHECK-NEXT:    arith.addi %{{.*}}, %[[C]] : i32
func.func @unify(%p: i1, %a: i32) -> i32 {
  cf.cond_br %p, ^left, ^right
^left:
  %c0 = arith.constant 7 : i32
  return %c0 : i32
^right:
  %c1 = arith.constant 7 : i32
  %0 = arith.addi %a, %c1 : i32
  return %0 : i32
}

// -----

// Blocks that can't be reached go, even when they use one another's values.

// CHECK-LABEL: func.func @unreachable
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @unreachable() {
  return
^a:
  %0 = arith.constant 1 : i32
  cf.br ^b(%1 : i32)
^b(%x: i32):
  %1 = arith.addi %x, %0 : i32
  cf.br ^a
}
