// RUN: mlr-opt %s --loop-invariant-code-motion --split-input-file --validate-passes | FileCheck %s
// RUN: mlr-opt %s --loop-invariant-code-motion --split-input-file --mlir-pass-statistics 2>&1 | FileCheck %s --check-prefix=STATS

// The example in the pass's documentation.

// STATS: num-hoisted
// CHECK-LABEL: func.func @scale(
// CHECK:         %[[P:.*]] = arith.mulf %arg0, %arg1 : f32
// CHECK-NEXT:    loop.for %[[I:.*]] = %c0 to %c8 step %c1 {
// CHECK-NEXT:      memref.store %[[P]], %arg2[%[[I]]] : memref<8xf32>
func.func @scale(%x: f32, %y: f32, %out: memref<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = arith.mulf %x, %y : f32
    memref.store %0, %out[%i] : memref<8xf32>
  }
  return
}

// -----

// Chains move as a whole, through all loops around them; what depends on an induction variable or a carried value stays.

// CHECK-LABEL: func.func @chain(
// CHECK:         %[[A:.*]] = arith.addi %arg0, %arg0
// CHECK-NEXT:    %[[B:.*]] = arith.muli %[[A]], %arg0
// CHECK-NEXT:    loop.for %[[I:.*]] =
// CHECK-NEXT:      %[[C:.*]] = arith.addi %[[I]], %[[B]]
// CHECK-NEXT:      loop.for {{.*}} iter_args(%[[S:.*]] =
// CHECK-NEXT:        arith.addi %[[S]], %[[C]]
func.func @chain(%n: index, %m: memref<4xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  loop.for %i = %c0 to %c4 step %c1 {
    %r = loop.for %j = %c0 to %c4 step %c1 iter_args(%s = %c0) -> (index) {
      %0 = arith.addi %n, %n : index
      %1 = arith.muli %0, %n : index
      %2 = arith.addi %i, %1 : index
      %3 = arith.addi %s, %2 : index
      loop.yield %3 : index
    }
    memref.store %r, %m[%i] : memref<4xindex>
  }
  return
}

// -----

// A loop may run no iteration: a division stays where it is unless the divisor is a constant that it is defined for.

// CHECK-LABEL: func.func @divisions(
// CHECK:         arith.divsi %arg0, %c3
// CHECK:         loop.for
// CHECK-NEXT:      arith.divsi %arg0, %arg1
// CHECK-NEXT:      arith.remui %arg0, %c0
func.func @divisions(%a: index, %b: index, %n: index, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  loop.for %i = %c0 to %n step %c1 {
    %0 = arith.divsi %a, %b : index
    %1 = arith.remui %a, %c0 : index
    %2 = arith.divsi %a, %c3 : index
    %3 = arith.addi %0, %1 : index
    %4 = arith.addi %3, %2 : index
    memref.store %4, %m[%i] : memref<?xindex>
  }
  return
}

// -----

// Reads, writes and calls stay; so do conditionals, whose condition may be poison in a loop that never runs.

func.func private @effect(index) -> index

// CHECK-LABEL: func.func @effects(
// CHECK:         loop.for
// CHECK-NEXT:      memref.load
// CHECK-NEXT:      call @effect
// CHECK-NEXT:      loop.if
func.func @effects(%p: i1, %n: index, %m: memref<4xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    %0 = memref.load %m[%c0] : memref<4xindex>
    %1 = func.call @effect(%n) : (index) -> index
    %2 = loop.if %p -> (index) {
      loop.yield %n : index
    } else {
      loop.yield %c1 : index
    }
    %3 = arith.addi %0, %1 : index
    %4 = arith.addi %2, %3 : index
    memref.store %4, %m[%c0] : memref<4xindex>
  }
  return
}

// -----

// A loop of constant bounds moves as a whole. While loops are loops, too, but never move.

// CHECK-LABEL: func.func @whole(
// CHECK:         arith.addi %arg0, %arg0
// CHECK:         %[[S:.*]] = loop.for
// CHECK:         loop.for
// CHECK-NEXT:      memref.store %[[S]]
// CHECK:         %[[D:.*]] = arith.muli %arg0, %arg0
// CHECK-NEXT:    loop.while
// CHECK:           arith.cmpi slt, %{{.*}}, %[[D]]
func.func @whole(%n: index, %m: memref<4xindex>) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  loop.for %i = %c0 to %c4 step %c1 {
    %r = loop.for %j = %c0 to %c4 step %c1 iter_args(%s = %n) -> (index) {
      %0 = arith.addi %n, %n : index
      %1 = arith.addi %s, %0 : index
      loop.yield %1 : index
    }
    memref.store %r, %m[%i] : memref<4xindex>
  }
  %w = loop.while (%x = %c0) : (index) -> index {
    %0 = arith.muli %n, %n : index
    %1 = arith.cmpi slt, %x, %0 : index
    loop.condition(%1) %x : index
  } do {
  ^bb0(%y: index):
    %2 = arith.addi %y, %c1 : index
    loop.yield %2 : index
  }
  return %w : index
}

// -----

// The 1 of an i1 is -1, and -1 divided by -1 overflows.

// CHECK-LABEL: func.func @bits
// CHECK:         loop.for
// CHECK-NEXT:      arith.floordivsi
func.func @bits(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %true = arith.constant true
  loop.for %i = %c0 to %n step %c1 {
    %0 = arith.floordivsi %true, %true : i1
  }
  return
}

// -----

// Which of two places in memory comes first may not be known, but asking does no harm.

// CHECK-LABEL: func.func @pointers
// CHECK:         llvm.icmp "slt"
// CHECK-NEXT:    loop.for
func.func @pointers() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = llvm.mlir.constant(8 : i32) : i32
  %a = llvm.alloca %n x i64 : (i32) -> !llvm.ptr
  %b = llvm.alloca %n x i64 : (i32) -> !llvm.ptr
  loop.for %i = %c0 to %c0 step %c1 {
    %0 = llvm.icmp "slt" %a, %b : !llvm.ptr
  }
  return
}
