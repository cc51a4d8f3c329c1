// RUN: mlr-opt %s --convert-tensor-to-loops="unroll=2 lanes=4" --canonicalize --cse --split-input-file | FileCheck %s
// RUN: mlr-opt %s --validate-passes=false --convert-tensor-to-loops="unroll=2 lanes=4 unfused=f32" --canonicalize --cse --split-input-file | FileCheck %s --check-prefix=ROUNDED
// RUN: mlr-opt %s --convert-tensor-to-loops="unroll=4 steps-per-load=2" --canonicalize --cse --split-input-file | FileCheck %s --check-prefix=WIDE

// Where products are rounded first, bits change by design, so that run goes without validation.

// A chain from +0.0 in ascending order, two steps in a round.

// CHECK-LABEL:   func.func @dot
// CHECK:           %[[S:.*]] = loop.for %[[K:.*]] = %c0 to %c4 step %c2 iter_args(%[[A:.*]] = %cst) -> (f32) {
// CHECK-NEXT:        %[[X:.*]] = memref.load %[[XM:.*]][%[[K]]] : memref<5xf32>
// CHECK-NEXT:        %[[Y:.*]] = memref.load %[[YM:.*]][%[[K]]] : memref<5xf32>
// CHECK-NEXT:        %[[F:.*]] = math.fma %[[X]], %[[Y]], %[[A]] : f32
// CHECK-NEXT:        %[[N:.*]] = arith.addi %[[K]], %c1 : index
// CHECK-NEXT:        memref.load %[[XM]][%[[N]]]
// CHECK-NEXT:        memref.load %[[YM]][%[[N]]]
// CHECK-NEXT:        %[[G:.*]] = math.fma %{{.*}}, %{{.*}}, %[[F]] : f32
// CHECK-NEXT:        loop.yield %[[G]] : f32
// CHECK:           memref.load %[[XM]][%c4]
// CHECK:           math.fma %{{.*}}, %{{.*}}, %[[S]] : f32
// ROUNDED-LABEL: func.func @dot
// ROUNDED-NOT:     fma
// ROUNDED:           %[[P:.*]] = arith.mulf
// ROUNDED-NEXT:      arith.addf %[[P]],
func.func @dot(%x: tensor<5xf32>, %y: tensor<5xf32>) -> f32 {
  %r = tensor.dot %x, %y : tensor<5xf32>, tensor<5xf32> -> f32
  return %r : f32
}

// -----

// Packed: blocks of three outputs at once; the bias and the activation that follow are in the same loop, and the row that pads the last block is not stored.

// CHECK-LABEL:   sched.machine @dense
// CHECK:           %[[B:.*]] = sched.constant dense<[1.000000e+00,
// CHECK:           %[[W:.*]] = memref.reinterpret_cast %{{.*}} to offset: [0], sizes: [36], strides: [1]
// CHECK-NEXT:      loop.for %[[I:.*]] = %c0 to %c2 step %c1 {
// CHECK:             %[[SUM:.*]] = loop.for %[[K:.*]] = %c0 to %c4 step %c2 iter_args(%[[A:.*]] = %{{.*}}) -> (vector<3xf32>) {
// CHECK:               %[[V:.*]] = vector.load %[[W]][%{{.*}}] : memref<36xf32>, vector<3xf32>
// CHECK:               %[[X:.*]] = vector.broadcast %{{.*}} : f32 to vector<3xf32>
// CHECK-NEXT:          vector.fma %[[V]], %[[X]], %[[A]] : vector<3xf32>
// CHECK:             %[[C:.*]] = vector.load %[[B]][%[[AT:.*]]] : memref<8xf32>, vector<3xf32>
// CHECK-NEXT:        %[[D:.*]] = arith.addf %[[SUM]], %[[C]] : vector<3xf32>
// CHECK-NEXT:        %[[R:.*]] = arith.maximumf %[[D]], %{{.*}} : vector<3xf32>
// CHECK-NEXT:        vector.store %[[R]], %{{.*}}[%[[AT]]] : memref<8xf32>, vector<3xf32>
// CHECK:           %[[SUM:.*]] = loop.for
// CHECK:           %[[T:.*]] = vector.shuffle %[[SUM]], %[[SUM]] [0, 1] : vector<3xf32>, vector<3xf32>
// CHECK-NEXT:      vector.load %[[B]][%c6] : memref<8xf32>, vector<2xf32>
// CHECK:           vector.store %{{.*}}, %{{.*}}[%c6] : memref<8xf32>, vector<2xf32>
// CHECK-NEXT:      sched.end
// WIDE-LABEL:    sched.machine @dense
// WIDE:            %[[V:.*]] = vector.load %{{.*}} : memref<36xf32>, vector<6xf32>
// WIDE:            vector.shuffle %[[V]], %[[V]] [0, 1, 2]
// WIDE:            vector.shuffle %[[V]], %[[V]] [3, 4, 5]
sched.machine @dense {
  %w = arith.constant dense<2.0> : tensor<3x4x3xf32>
  %b = arith.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]> : tensor<8xf32>
  %z = arith.constant dense<0.0> : tensor<8xf32>
  %x = sched.input "x" : tensor<4xf32>
  %p = tensor.packed_matvec %w, %x : tensor<3x4x3xf32>, tensor<4xf32> -> tensor<8xf32>
  %s = arith.addf %p, %b : tensor<8xf32>
  %r = arith.maximumf %s, %z : tensor<8xf32>
  sched.output "y", %r : tensor<8xf32>
  sched.end
}

// -----

// A matrix on the right: four columns at once, then those left over.

// CHECK-LABEL: func.func @matmul
// CHECK:         loop.for %[[I:.*]] = %c0 to %c2 step %c1 {
// CHECK-NEXT:      loop.for %[[J:.*]] = %c0 to %c8 step %c4 {
// CHECK:             vector.load %{{.*}}[%{{.*}}, %[[J]]] : memref<3x10xf32>, vector<4xf32>
// CHECK:             vector.store %{{.*}}, %{{.*}}[%[[I]], %[[J]]] : memref<2x10xf32>, vector<4xf32>
// CHECK:           loop.for %[[J:.*]] = %c8 to %c10 step %c1 {
// CHECK:             math.fma
// CHECK:             memref.store %{{.*}}, %{{.*}}[%[[I]], %[[J]]] : memref<2x10xf32>
func.func @matmul(%a: tensor<2x3xf32>, %b: tensor<3x10xf32>) -> tensor<2x10xf32> {
  %r = tensor.matmul %a, %b : tensor<2x3xf32>, tensor<3x10xf32> -> tensor<2x10xf32>
  return %r : tensor<2x10xf32>
}
