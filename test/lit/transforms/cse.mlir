// RUN: mlr-opt %s --cse --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @same
// CHECK-NEXT:    %[[S:.*]] = arith.addi %arg0, %arg1 : i32
// CHECK-NEXT:    arith.muli %[[S]], %[[S]] : i32
// CHECK-NEXT:    return
func.func @same(%a: i32, %b: i32) -> i32 {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = arith.muli %0, %1 : i32
  return %2 : i32
}

// -----

// Commutative operations are equal with their operands exchanged; others are not.

// CHECK-LABEL: func.func @exchanged
// CHECK-NEXT:    %[[S:.*]] = arith.addi %arg0, %arg1 : i32
// CHECK-NEXT:    %[[D:.*]] = arith.subi %arg0, %arg1 : i32
// CHECK-NEXT:    %[[E:.*]] = arith.subi %arg1, %arg0 : i32
// CHECK-NEXT:    return %[[S]], %[[S]], %[[D]], %[[E]]
func.func @exchanged(%a: i32, %b: i32) -> (i32, i32, i32, i32) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %b, %a : i32
  %2 = arith.subi %a, %b : i32
  %3 = arith.subi %b, %a : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}

// -----

// Attributes and types count.

// CHECK-LABEL: func.func @differ
// CHECK-COUNT-2: arith.cmpi
// CHECK-COUNT-2: arith.ext
func.func @differ(%a: i32, %b: i32) -> (i1, i1, i64, i64) {
  %0 = arith.cmpi slt, %a, %b : i32
  %1 = arith.cmpi ult, %a, %b : i32
  %2 = arith.extsi %a : i32 to i64
  %3 = arith.extui %a : i32 to i64
  return %0, %1, %2, %3 : i1, i1, i64, i64
}

// -----

// A value of one branch is not there in the other.

// CHECK-LABEL: func.func @branches
// CHECK:       ^bb1:
// CHECK-NEXT:    arith.addi
// CHECK:       ^bb2:
// CHECK-NEXT:    arith.addi
func.func @branches(%p: i1, %a: i32) -> i32 {
  cf.cond_br %p, ^left, ^right
^left:
  %0 = arith.addi %a, %a : i32
  return %0 : i32
^right:
  %1 = arith.addi %a, %a : i32
  return %1 : i32
}

// -----

// Calls may have effects.

func.func private @effect() -> i32

// CHECK-LABEL: func.func @calls
// CHECK-COUNT-2: call @effect
func.func @calls() -> (i32, i32) {
  %0 = call @effect() : () -> i32
  %1 = call @effect() : () -> i32
  return %0, %1 : i32, i32
}
