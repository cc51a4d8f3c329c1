// RUN: mlr-opt %s --loop-unroll=unroll-factor=2 --split-input-file --validate-passes=40 | FileCheck %s
// RUN: mlr-opt %s --loop-unroll=unroll-full --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=FULL
// RUN: mlr-opt %s --loop-unroll="unroll-full unroll-full-threshold=3" --split-input-file | FileCheck %s --check-prefix=SHORT
// RUN: mlr-opt %s --loop-unroll="unroll-up-to-factor unroll-factor=5" --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=UPTO
// RUN: mlr-opt %s --loop-unroll=unroll-factor=3 --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=THREE
// RUN: mlr-opt %s --loop-unroll="unroll-factor=2 unroll-num-reps=3" --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=AGAIN
// RUN: not mlr-opt %s --loop-unroll=unroll-factor=0 --split-input-file 2>&1 | FileCheck %s --check-prefix=ZERO

// ZERO: error: loop-unroll: unroll-factor must be at least 1, but is 0

// The example in the pass's documentation.

// CHECK-LABEL: func.func @sum(
// CHECK:         %[[R:.*]] = loop.for %[[I:.*]] = %c0 to %c8 step %c2{{.*}} iter_args(%[[S:.*]] = %arg1) -> (i32) {
// CHECK-NEXT:      %[[A:.*]] = memref.load %arg0[%[[I]]]
// CHECK-NEXT:      %[[T:.*]] = arith.addi %[[S]], %[[A]]
// CHECK-NEXT:      %[[J:.*]] = arith.addi %[[I]], %c1
// CHECK-NEXT:      %[[B:.*]] = memref.load %arg0[%[[J]]]
// CHECK-NEXT:      %[[U:.*]] = arith.addi %[[T]], %[[B]]
// CHECK-NEXT:      loop.yield %[[U]]
// CHECK-NOT:     loop.for
// CHECK:         return %[[R]]
// FULL-LABEL: func.func @sum(
// FULL-NOT:     loop.for
// FULL-COUNT-8: memref.load
// FULL-NOT:     memref.load
// UPTO-LABEL: func.func @sum(
// UPTO:         loop.for
// THREE-LABEL: func.func @sum(
// THREE:        %[[R:.*]] = loop.for %{{.*}} = %c0 to %c6 step %c3 iter_args(
// THREE-COUNT-3:  memref.load
// THREE:        loop.for %{{.*}} = %c6 to %c8 step %c1 iter_args(%{{.*}} = %[[R]])
func.func @sum(%m: memref<8xi32>, %z: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %0 = loop.for %i = %c0 to %c8 step %c1 iter_args(%s = %z) -> (i32) {
    %1 = memref.load %m[%i] : memref<8xi32>
    %2 = arith.addi %s, %1 : i32
    loop.yield %2 : i32
  }
  return %0 : i32
}

// -----

// Bounds that are not known: both loops are there, whatever the bounds.

// CHECK-LABEL: func.func @dynamic(
// CHECK-DAG:     %[[RUNS:.*]] = arith.cmpi slt, %arg0, %arg1
// CHECK-DAG:     %[[SPAN:.*]] = arith.subi %arg1, %arg0
// CHECK-DAG:     %[[LAST:.*]] = arith.subi %[[SPAN]], %c1
// CHECK:         %[[Q:.*]] = arith.divui %[[LAST]], %c3
// CHECK:         %[[Q1:.*]] = arith.addi %[[Q]], %c1
// CHECK:         %[[N:.*]] = arith.select %[[RUNS]], %[[Q1]], %c0
// CHECK:         %[[REST:.*]] = arith.remui %[[N]], %c2
// CHECK:         %[[EVEN:.*]] = arith.cmpi eq, %[[REST]], %c0
// CHECK:         %[[END:.*]] = arith.select %[[EVEN]], %arg1, %{{.*}}
// CHECK:         %[[R:.*]] = loop.for %{{.*}} = %arg0 to %[[END]] step %c6 iter_args(%{{.*}} = %c0)
// CHECK:         %[[Q:.*]] = loop.for %{{.*}} = %[[END]] to %arg1 step %c3 iter_args(%{{.*}} = %[[R]])
// CHECK:         return %[[Q]]
// FULL-LABEL: func.func @dynamic(
// FULL:         loop.for
func.func @dynamic(%l: index, %u: index) -> index {
  %c0 = arith.constant 0 : index
  %c3 = arith.constant 3 : index
  %0 = loop.for %i = %l to %u step %c3 iter_args(%s = %c0) -> (index) {
    %1 = arith.muli %s, %c3 : index
    %2 = arith.addi %1, %i : index
    loop.yield %2 : index
  }
  return %0 : index
}

// -----

// A step that is not known: one that is too large to be doubled leaves everything to the second loop.

// CHECK-LABEL: func.func @step(
// CHECK:         %[[FITS:.*]] = arith.cmpi sle, %arg2, %{{.*}}
// CHECK:         arith.select %[[FITS]]
// CHECK-COUNT-2: loop.for
func.func @step(%l: i16, %u: i16, %s: i16) -> (i16, i16) {
  %z = arith.constant 0 : i16
  %t = arith.constant 3 : i16
  %0:2 = loop.for %i = %l to %u step %s iter_args(%a = %z, %b = %z) -> (i16, i16) : i16 {
    %1 = arith.muli %a, %t : i16
    %2 = arith.addi %1, %i : i16
    %3 = arith.addi %b, %a : i16
    loop.yield %2, %3 : i16, i16
  }
  return %0#0, %0#1 : i16, i16
}

// -----

// Only innermost loops are unrolled, except by a threshold. What runs less often than the factor stays, or is unrolled altogether.

// CHECK-LABEL: func.func @nest(
// CHECK:         loop.for %{{.*}} = %c0 to %c2 step %c1
// CHECK:           loop.for %{{.*}} = %c0 to %c2 step %c2
// CHECK:             memref.store
// CHECK:             memref.store
// CHECK:           loop.for %{{.*}} = %c2 to %c3 step %c1
// CHECK:             memref.store
// THREE-LABEL: func.func @nest(
// THREE:         loop.for %{{.*}} = %c0 to %c2 step %c1
// THREE-COUNT-3:   memref.store
// SHORT-LABEL: func.func @nest(
// SHORT-NOT:     loop.for
// SHORT-COUNT-6: memref.store
// UPTO-LABEL: func.func @nest(
// UPTO:          loop.for
// UPTO-COUNT-3:    memref.store
// UPTO-NOT:      loop.for
// UPTO:          return
func.func @nest(%m: memref<2x3xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
  loop.for %i = %c0 to %c2 step %c1 {
    loop.for %j = %c0 to %c3 step %c1 {
      %0 = arith.addi %i, %j : index
      memref.store %0, %m[%i, %j] : memref<2x3xindex>
    }
  }
  return
}

// -----

// The sum of the last iteration and the wider step leaves the type: the old upper bound ends the loop.

// CHECK-LABEL: func.func @edge(
// CHECK:         loop.for %{{.*}} = %c119_i8 to %c127_i8 step %c4_i8
// CHECK-NOT:     loop.for
func.func @edge() -> i8 {
  %l = arith.constant 119 : i8
  %u = arith.constant 127 : i8
  %s = arith.constant 2 : i8
  %z = arith.constant 0 : i8
  %0 = loop.for %i = %l to %u step %s iter_args(%a = %z) -> (i8) : i8 {
    %1 = arith.addi %a, %i : i8
    loop.yield %1 : i8
  }
  return %0 : i8
}

// -----

// What an unrolled loop leaves over runs less often than the factor: it is not unrolled again, however often the others are.

// CHECK-LABEL: func.func @again(
// AGAIN-LABEL: func.func @again(
// AGAIN:         loop.for
// AGAIN-COUNT-8:   memref.store
// AGAIN:         loop.for
// AGAIN-COUNT-4:   memref.store
// AGAIN:         loop.for
// AGAIN-COUNT-2:   memref.store
// AGAIN:         loop.for
// AGAIN-COUNT-1:   memref.store
// AGAIN-NOT:     {{loop.for|memref.store}}
func.func @again(%m: memref<4xi32>, %n: index, %x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    memref.store %x, %m[%c1] : memref<4xi32>
  }
  return
}
