// What comes behind a cast to extents that are not there is undefined, and the cast stays; upstream makes a copy of it that it refuses.

// RUN: mlr-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @other_extents(
// CHECK:         memref.copy %{{.*}} : memref<?xi32> to memref<2xi32>
func.func @other_extents(%m: memref<4xi32>, %n: memref<2xi32>) {
  %c = memref.cast %m : memref<4xi32> to memref<?xi32>
  memref.copy %c, %n : memref<?xi32> to memref<2xi32>
  return
}

// CHECK-LABEL: func.func @other_size(
// CHECK:         %[[A:.*]] = memref.alloc() : memref<4xi32>
// CHECK:         %[[B:.*]] = memref.cast %[[A]] : memref<4xi32> to memref<?xi32>
// CHECK:         memref.cast %[[B]] : memref<?xi32> to memref<2xi32>
func.func @other_size() -> memref<2xi32> {
  %c4 = arith.constant 4 : index
  %m = memref.alloc(%c4) : memref<?xi32>
  %c = memref.cast %m : memref<?xi32> to memref<2xi32>
  return %c : memref<2xi32>
}
