// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK: memref.global "private" constant @table : memref<2x2xf32> = dense<{{\[\[}}1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> {alignment = 16 : i64}
memref.global "private" constant @table : memref<2x2xf32> = dense<[[1.0, 2.0], [3.0, 4.0]]> {alignment = 16 : i64}
// CHECK: memref.global @buffer : memref<8xi8> = uninitialized
memref.global @buffer : memref<8xi8> = uninitialized
// CHECK: memref.global "private" @elsewhere : memref<4xi32>
memref.global "private" @elsewhere : memref<4xi32>

// CHECK-LABEL: func.func @allocation
func.func @allocation(%n: index) {
  // CHECK: memref.alloca() : memref<4x4xf32>
  %0 = memref.alloca() : memref<4x4xf32>
  // CHECK: memref.alloca() {alignment = 8 : i64} : memref<16xi8>
  %1 = memref.alloca() {alignment = 8 : i64} : memref<16xi8>
  // CHECK: memref.alloc(%{{.*}}) : memref<?x4xf32>
  %2 = memref.alloc(%n) : memref<?x4xf32>
  // CHECK: memref.dealloc %{{.*}} : memref<?x4xf32>
  memref.dealloc %2 : memref<?x4xf32>
  // CHECK: memref.get_global @table : memref<2x2xf32>
  %3 = memref.get_global @table : memref<2x2xf32>
  return
}

// CHECK-LABEL: func.func @access
func.func @access(%m: memref<4x4xf32>, %z: memref<i32>, %i: index, %j: index, %d: memref<4x4xf32>) -> f32 {
  // CHECK: %[[V:.*]] = memref.load %{{.*}}[%{{.*}}, %{{.*}}] : memref<4x4xf32>
  %0 = memref.load %m[%i, %j] : memref<4x4xf32>
  // CHECK: memref.store %[[V]], %{{.*}}[%{{.*}}, %{{.*}}] : memref<4x4xf32>
  memref.store %0, %m[%j, %i] : memref<4x4xf32>
  // CHECK: memref.load %{{.*}}[] : memref<i32>
  %1 = memref.load %z[] : memref<i32>
  // CHECK: memref.copy %{{.*}}, %{{.*}} : memref<4x4xf32> to memref<4x4xf32>
  memref.copy %m, %d : memref<4x4xf32> to memref<4x4xf32>
  // CHECK: memref.dim %{{.*}}, %{{.*}} : memref<4x4xf32>
  %2 = memref.dim %m, %i : memref<4x4xf32>
  return %0 : f32
}

// CHECK-LABEL: func.func @windows
func.func @windows(%bytes: memref<2048xi8>, %m: memref<8x8xf32>, %o: index, %n: index) {
  // CHECK: memref.view %{{.*}}[%{{.*}}][] : memref<2048xi8> to memref<64x4xf32>
  %0 = memref.view %bytes[%o][] : memref<2048xi8> to memref<64x4xf32>
  // CHECK: memref.view %{{.*}}[%{{.*}}][%{{.*}}] : memref<2048xi8> to memref<?x4xf32>
  %1 = memref.view %bytes[%o][%n] : memref<2048xi8> to memref<?x4xf32>
  // CHECK: memref.subview %{{.*}}[0, 2] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x4xf32, strided<[8, 1], offset: 2>>
  %2 = memref.subview %m[0, 2] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x4xf32, strided<[8, 1], offset: 2>>
  // CHECK: memref.subview %{{.*}}[%{{.*}}, 0] [1, 4] [1, 2] : memref<8x8xf32> to memref<4xf32, strided<[2], offset: ?>>
  %3 = memref.subview %m[%o, 0] [1, 4] [1, 2] : memref<8x8xf32> to memref<4xf32, strided<[2], offset: ?>>
  // CHECK: memref.cast %{{.*}} : memref<8x8xf32> to memref<?x8xf32>
  %4 = memref.cast %m : memref<8x8xf32> to memref<?x8xf32>
  // CHECK: memref.reinterpret_cast %{{.*}} to offset: [%{{.*}}], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32, strided<[3, 1], offset: ?>>
  %5 = memref.reinterpret_cast %m to offset: [%o], sizes: [2, 3], strides: [3, 1] : memref<8x8xf32> to memref<2x3xf32, strided<[3, 1], offset: ?>>
  return
}
