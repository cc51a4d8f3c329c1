// RUN: mlr-opt %s --cse --split-input-file --validate-passes | FileCheck %s

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

// -----

// Reads are equal until something may have written; in another block nothing is known.

// CHECK-LABEL: func.func @reads(
// CHECK-NEXT:    %[[A:.*]] = memref.load %arg0[%arg2]
// CHECK-NEXT:    %[[S:.*]] = arith.addi %[[A]], %[[A]]
// CHECK-NEXT:    memref.store %[[S]], %arg1[%arg2]
// CHECK-NEXT:    %[[B:.*]] = memref.load %arg0[%arg2]
// CHECK-NEXT:    cf.br ^bb1
// CHECK:       ^bb1:
// CHECK-NEXT:    %[[C:.*]] = memref.load %arg0[%arg2]
// CHECK-NEXT:    return %[[B]], %[[B]], %[[C]]
func.func @reads(%a: memref<4xi32>, %b: memref<4xi32>, %i: index) -> (i32, i32, i32) {
  %0 = memref.load %a[%i] : memref<4xi32>
  %1 = memref.load %a[%i] : memref<4xi32>
  %2 = arith.addi %0, %1 : i32
  memref.store %2, %b[%i] : memref<4xi32>
  %3 = memref.load %a[%i] : memref<4xi32>
  %4 = memref.load %a[%i] : memref<4xi32>
  cf.br ^next
^next:
  %5 = memref.load %a[%i] : memref<4xi32>
  return %3, %4, %5 : i32, i32, i32
}

// -----

// Loops that compute the same, and only that.

// CHECK-LABEL: func.func @regions(
// CHECK:         %[[R:.*]] = loop.for
// CHECK-NOT:     arith.addi %{{.*}}, %{{.*}} : i32
// CHECK:           arith.muli
// CHECK:         %[[T:.*]] = loop.for
// CHECK:           arith.addi
// CHECK:         return %[[R]], %[[R]], %[[T]]
func.func @regions(%n: index, %a: i32) -> (i32, i32, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c0 to %n step %c1 iter_args(%s = %a) -> (i32) {
    %1 = arith.muli %s, %a : i32
    loop.yield %1 : i32
  }
  %2 = loop.for %j = %c0 to %n step %c1 iter_args(%t = %a) -> (i32) {
    %3 = arith.muli %t, %a : i32
    loop.yield %3 : i32
  }
  %4 = loop.for %j = %c0 to %n step %c1 iter_args(%t = %a) -> (i32) {
    %5 = arith.addi %t, %a : i32
    loop.yield %5 : i32
  }
  return %0, %2, %4 : i32, i32, i32
}

// -----

// CHECK-LABEL: llvm.func @volatile(
// CHECK-COUNT-3: llvm.load volatile
llvm.func @volatile(%p: !llvm.ptr) -> i32 {
  %0 = llvm.load volatile %p : !llvm.ptr -> i32
  %1 = llvm.load volatile %p : !llvm.ptr -> i32
  %2 = llvm.load volatile %p : !llvm.ptr -> i32
  %3 = llvm.add %0, %1 : i32
  llvm.return %3 : i32
}
