// RUN: mlr-opt %s --loop-interchange --split-input-file --validate-passes=40 | FileCheck %s
// RUN: mlr-opt %s --loop-interchange=permutation=1,0 --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=SWAP
// RUN: not mlr-opt %s --loop-interchange=permutation=1,2 --split-input-file 2>&1 | FileCheck %s --check-prefix=BAD

// BAD: error: loop-interchange: permutation must name each loop from 0 on once, but is [1, 2]

// The example in the pass's documentation.

// CHECK-LABEL: func.func @transpose(
// CHECK:         loop.for %[[I:.*]] = %c0 to %c4 step %c1 {
// CHECK-NEXT:      loop.for %[[J:.*]] = %c0 to %c8 step %c1 {
// CHECK-NEXT:        memref.store %arg1, %arg0[%[[I]], %[[J]]]
func.func @transpose(%a: memref<4x8xf32>, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c8 = arith.constant 8 : index
  loop.for %j = %c0 to %c8 step %c1 {
    loop.for %i = %c0 to %c4 step %c1 {
      memref.store %z, %a[%i, %j] : memref<4x8xf32>
    }
  }
  return
}

// -----

// Each element depends on the one above and to the right: exchanged loops would compute it too early.

// CHECK-LABEL: func.func @backward(
// CHECK:         loop.for %{{.*}} = %c1 to %c8
// CHECK-NEXT:      loop.for %{{.*}} = %c0 to %c7
// SWAP-LABEL: func.func @backward(
// SWAP:          loop.for %{{.*}} = %c1 to %c8
// SWAP-NEXT:       loop.for %{{.*}} = %c0 to %c7
func.func @backward(%a: memref<8x8xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c7 = arith.constant 7 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c1 to %c8 step %c1 {
    loop.for %j = %c0 to %c7 step %c1 {
      %0 = arith.subi %i, %c1 : index
      %1 = arith.addi %j, %c1 : index
      %2 = memref.load %a[%0, %1] : memref<8x8xi32>
      %3 = memref.load %a[%i, %j] : memref<8x8xi32>
      %4 = arith.muli %3, %3 : i32
      %5 = arith.addi %2, %4 : i32
      memref.store %5, %a[%i, %j] : memref<8x8xi32>
    }
  }
  return
}

// -----

// The one above and to the left may come first in either order.

// SWAP-LABEL: func.func @forward(
// SWAP:          loop.for %[[J:.*]] = %c2 to %c8
// SWAP-NEXT:       loop.for %[[I:.*]] = %c1 to %c8
// SWAP:              memref.store %{{.*}}, %arg0[%[[I]], %[[J]]]
func.func @forward(%a: memref<8x8xi32>) {
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c1 to %c8 step %c1 {
    loop.for %j = %c2 to %c8 step %c1 {
      %0 = arith.subi %i, %c1 : index
      %1 = arith.subi %j, %c2 : index
      %2 = memref.load %a[%0, %1] : memref<8x8xi32>
      %3 = memref.load %a[%i, %j] : memref<8x8xi32>
      %4 = arith.muli %3, %3 : i32
      %5 = arith.addi %2, %4 : i32
      memref.store %5, %a[%i, %j] : memref<8x8xi32>
    }
  }
  return
}

// -----

// A matrix product, in place of its sum: i, j, k become i, k, j. The sum's order stays the same for each element.

// CHECK-LABEL: func.func @product(
// CHECK:         loop.for %[[I:.*]] = %c0 to %c4
// CHECK-NEXT:      loop.for %[[K:.*]] = %c0 to %c8
// CHECK-NEXT:        loop.for %[[J:.*]] = %c0 to %c6
// CHECK:               memref.store %{{.*}}, %{{.*}}[%[[I]], %[[J]]]
func.func @product(%a: memref<4x8xf32>, %b: memref<8x6xf32>, %c: memref<4x6xf32> {llvm.noalias}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c6 = arith.constant 6 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c4 step %c1 {
    loop.for %j = %c0 to %c6 step %c1 {
      loop.for %k = %c0 to %c8 step %c1 {
        %0 = memref.load %a[%i, %k] : memref<4x8xf32>
        %1 = memref.load %b[%k, %j] : memref<8x6xf32>
        %2 = memref.load %c[%i, %j] : memref<4x6xf32>
        %3 = arith.mulf %0, %1 : f32
        %4 = arith.addf %2, %3 : f32
        memref.store %4, %c[%i, %j] : memref<4x6xf32>
      }
    }
  }
  return
}

// -----

// Arguments may share memory: nothing is known then.

// SWAP-LABEL: func.func @aliases(
// SWAP:          loop.for %{{.*}} = %c0 to %c4
// SWAP-NEXT:       loop.for %{{.*}} = %c0 to %c8
func.func @aliases(%a: memref<4x8xf32>, %b: memref<8x4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c4 step %c1 {
    loop.for %j = %c0 to %c8 step %c1 {
      %0 = memref.load %a[%i, %j] : memref<4x8xf32>
      memref.store %0, %b[%j, %i] : memref<8x4xf32>
    }
  }
  return
}

// -----

// A step that is bad, or bounds that are poison, do no harm where the outer loop does not run.

// SWAP-LABEL: func.func @guarded(
// SWAP:          %[[RUNS:.*]] = arith.cmpi slt, %c0, %arg0
// SWAP:          %[[M:.*]] = arith.select %[[RUNS]], %arg1, %c0
// SWAP:          %[[S:.*]] = arith.select %[[RUNS]], %arg2, %c1
// SWAP:          loop.for %[[J:.*]] = %c0 to %[[M]] step %[[S]]
// SWAP-NEXT:       loop.for %[[I:.*]] = %c0 to %arg0 step %c1
// SWAP-NEXT:         memref.store %{{.*}}, %{{.*}}[%[[I]], %[[J]]]
func.func @guarded(%n: index, %m: index, %s: index, %a: memref<8x8xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    loop.for %j = %c0 to %m step %s {
      memref.store %n, %a[%i, %j] : memref<8x8xindex>
    }
  }
  return
}

// -----

// Calls keep their order.

func.func private @effect(index, index)

// SWAP-LABEL: func.func @calls(
// SWAP:          loop.for %{{.*}} = %c0 to %c4
// SWAP-NEXT:       loop.for %{{.*}} = %c0 to %c8
func.func @calls() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c4 step %c1 {
    loop.for %j = %c0 to %c8 step %c1 {
      func.call @effect(%i, %j) : (index, index) -> ()
    }
  }
  return
}
