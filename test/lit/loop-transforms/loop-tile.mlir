// RUN: mlr-opt %s --loop-tile --split-input-file --validate-passes=40 | FileCheck %s
// RUN: mlr-opt %s --loop-tile=tile-sizes=2,3 --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=SIZES
// RUN: mlr-opt %s --loop-tile=tile-size=100 --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=LARGE
// RUN: not mlr-opt %s --loop-tile=tile-size=-1 --split-input-file 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: not mlr-opt %s --loop-tile=tile-sizes=a,2 --split-input-file 2>&1 | FileCheck %s --check-prefix=TEXT

// BAD: error: loop-tile: tile sizes must not be negative
// TEXT: tile-sizes

// The example in the pass's documentation.

// CHECK-LABEL: func.func @fill(
// CHECK:         loop.for %[[T:.*]] = %c0 to %c10 step %c4 {
// CHECK-NEXT:      %[[LEFT:.*]] = arith.subi %c10, %[[T]] : index
// CHECK-NEXT:      %[[SIZE:.*]] = arith.minui %[[LEFT]], %c4
// CHECK-NEXT:      %[[END:.*]] = arith.addi %[[T]], %[[SIZE]] : index
// CHECK-NEXT:      loop.for %[[I:.*]] = %[[T]] to %[[END]] step %c1 {
// CHECK-NEXT:        memref.store %arg1, %arg0[%[[I]]]
func.func @fill(%a: memref<10xf32>, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c10 = arith.constant 10 : index
  loop.for %i = %c0 to %c10 step %c1 {
    memref.store %z, %a[%i] : memref<10xf32>
  }
  return
}

// -----

// A tile that divides the loop needs no minimum; a loop of unknown bounds counts tiles.

// SIZES-LABEL: func.func @nest(
// SIZES:         loop.for %[[T:.*]] = %c0 to %c8 step %c2{{.*}} {
// SIZES:           %[[LAST:.*]] = arith.subi %{{.*}}, %c1
// SIZES:           %[[Q:.*]] = arith.divui %[[LAST]], %c6
// SIZES:           loop.for %[[K:.*]] = %c0 to %{{.*}} step %c1 {
// SIZES:             %[[O:.*]] = arith.muli %[[K]], %c6
// SIZES:             %[[S:.*]] = arith.addi %arg1, %[[O]]
// SIZES:             %[[E:.*]] = arith.addi %[[T]], %c2
// SIZES:             arith.minui
// SIZES:             loop.for %[[I:.*]] = %[[T]] to %[[E]] step %c1 {
// SIZES-NEXT:          loop.for %[[J:.*]] = %[[S]] to %{{.*}} step %c2
// SIZES-NEXT:            %[[SUM:.*]] = arith.addi %[[I]], %[[J]]
// SIZES-NEXT:            memref.store %[[SUM]], %arg0[%[[I]], %[[J]]]
func.func @nest(%m: memref<8x?xindex>, %l: index, %u: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    loop.for %j = %l to %u step %c2 {
      %0 = arith.addi %i, %j : index
      memref.store %0, %m[%i, %j] : memref<8x?xindex>
    }
  }
  return
}

// -----

// Backward in the inner loop: not tiled. One loop alone always can be, and keeps its order.

// CHECK-LABEL: func.func @backward(
// CHECK-COUNT-2: loop.for
// CHECK-NOT:     loop.for
// CHECK-LABEL: func.func @alone(
// CHECK-COUNT-2: loop.for
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
      memref.store %2, %a[%i, %j] : memref<8x8xi32>
    }
  }
  return
}

func.func @alone(%a: memref<9xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<9xi32>
    %1 = arith.addi %i, %c1 : index
    memref.store %0, %a[%1] : memref<9xi32>
  }
  return
}

// -----

// Bounds near the end of their type; tiles would step beyond it.

// CHECK-LABEL: func.func @edge(
// CHECK-COUNT-2: loop.for
func.func @edge(%m: memref<20xi64>) {
  %l = arith.constant 9223372036854775790 : index
  %u = arith.constant 9223372036854775807 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %l to %u step %c1 {
    %0 = arith.subi %i, %l : index
    %1 = arith.index_cast %i : index to i64
    memref.store %1, %m[%0] : memref<20xi64>
  }
  return
}

// -----

// A tile that is larger than the loop.

// LARGE-LABEL: func.func @small(
// LARGE:         loop.for %[[T:.*]] = %c0_i8 to %c10_i8 step %c100_i8
// LARGE:           arith.minui
// CHECK-LABEL: func.func @small(
func.func @small(%m: memref<10xi8>) {
  %l = arith.constant 0 : i8
  %u = arith.constant 10 : i8
  %s = arith.constant 1 : i8
  loop.for %i = %l to %u step %s : i8 {
    %0 = arith.index_cast %i : i8 to index
    memref.store %i, %m[%0] : memref<10xi8>
  }
  return
}

// -----

// A number for the inner loop that is not there yet stands before both loops over tiles.

// CHECK-LABEL: func.func @narrow_then_wide(
// SIZES-LABEL: func.func @narrow_then_wide(
// SIZES-NOT:     loop.for
// SIZES:         arith.constant 3 : index
// SIZES:         loop.for
func.func @narrow_then_wide(%m: memref<2x4xi64>, %x: i64) {
  %c0 = arith.constant 0 : index
  %c2 = arith.constant 2 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  loop.for %i = %c0 to %c2 step %c1 {
    loop.for %j = %c0 to %c4 step %c1 {
      memref.store %x, %m[%i, %j] : memref<2x4xi64>
    }
  }
  return
}
