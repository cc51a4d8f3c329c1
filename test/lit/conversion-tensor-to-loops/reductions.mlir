// RUN: mlr-opt %s --convert-tensor-to-loops --canonicalize --cse --split-input-file | FileCheck %s

// Products and their sum are one loop, and nothing is fused.

// CHECK-LABEL: func.func @sum
// CHECK:         %[[S:.*]] = loop.for %{{.*}} iter_args(%[[A:.*]] = %cst) -> (f32) {
// CHECK:           %[[P:.*]] = arith.mulf
// CHECK-NEXT:      %[[N:.*]] = arith.addf %[[A]], %[[P]] : f32
// CHECK-NEXT:      loop.yield %[[N]] : f32
// CHECK-NEXT:    }
// CHECK-NEXT:    return %[[S]] : f32
func.func @sum(%x: tensor<4xf32>, %y: tensor<4xf32>) -> f32 {
  %p = arith.mulf %x, %y : tensor<4xf32>
  %s = tensor.reduce <sum> %p axes [0] : tensor<4xf32> to f32
  return %s : f32
}

// -----

// CHECK-LABEL: func.func @rows
// CHECK:         loop.for %[[I:.*]] = %c0 to %c2 step %c1 {
// CHECK-NEXT:      %[[F:.*]] = memref.load %[[X:.*]][%[[I]], %c0] : memref<2x3xf32>
// CHECK-NEXT:      %[[M:.*]] = loop.for %[[J:.*]] = %c0 to %c3 step %c1 iter_args(%[[A:.*]] = %[[F]]) -> (f32) {
// CHECK-NEXT:        %[[E:.*]] = memref.load %[[X]][%[[I]], %[[J]]]
// CHECK-NEXT:        %[[C:.*]] = arith.cmpf ogt, %[[A]], %[[E]] : f32
// CHECK-NEXT:        arith.select %[[C]], %[[A]], %[[E]] : f32
// CHECK:           memref.store %[[M]], %{{.*}}[%[[I]]] : memref<2xf32>
func.func @rows(%x: tensor<2x3xf32>) -> tensor<2xf32> {
  %m = tensor.reduce <max> %x axes [1] : tensor<2x3xf32> to tensor<2xf32>
  return %m : tensor<2xf32>
}

// -----

// The first of equal elements: only a greater one replaces it.

// CHECK-LABEL: func.func @argmax
// CHECK:         %[[R:.*]]:2 = loop.for %[[I:.*]] = %c1 to %c5 step %c1 iter_args(%[[B:.*]] = %{{.*}}, %[[P:.*]] = %c0) -> (f32, index) {
// CHECK-NEXT:      %[[E:.*]] = memref.load
// CHECK-NEXT:      %[[C:.*]] = arith.cmpf ogt, %[[E]], %[[B]] : f32
// CHECK-NEXT:      arith.select %[[C]], %[[E]], %[[B]] : f32
// CHECK-NEXT:      arith.select %[[C]], %[[I]], %[[P]] : index
// CHECK:         arith.index_cast %[[R]]#1 : index to i32
func.func @argmax(%x: tensor<5xf32>) -> i32 {
  %r = tensor.argmax %x : tensor<5xf32> -> i32
  return %r : i32
}
