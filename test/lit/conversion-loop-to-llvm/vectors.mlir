// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file | FileCheck %s

// Transfers need the alignment of one element only.

// CHECK-LABEL: llvm.func @axpy
// CHECK-SAME:    (%[[X:.*]]: !llvm.ptr, %[[Y:.*]]: !llvm.ptr, %[[A:.*]]: f32, %[[I:.*]]: i64)
// CHECK:         %[[P:.*]] = llvm.mlir.poison : vector<4xf32>
// CHECK:         %[[ONE:.*]] = llvm.insertelement %[[A]], %[[P]][%{{.*}} : i32] : vector<4xf32>
// CHECK:         %[[ALL:.*]] = llvm.shufflevector %[[ONE]], %[[ONE]] [0, 0, 0, 0] : vector<4xf32>
// CHECK:         %[[Q:.*]] = llvm.getelementptr inbounds %[[X]][%[[I]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[XS:.*]] = llvm.load %[[Q]] {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
// CHECK:         %[[YS:.*]] = llvm.load
// CHECK:         %[[R:.*]] = llvm.intr.fma(%[[XS]], %[[ALL]], %[[YS]]) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
// CHECK:         llvm.store %[[R]], %{{.*}} {alignment = 4 : i64} : vector<4xf32>, !llvm.ptr
func.func @axpy(%x: memref<16xf32>, %y: memref<16xf32>, %a: f32, %i: index) {
  %all = vector.broadcast %a : f32 to vector<4xf32>
  %xs = vector.load %x[%i] : memref<16xf32>, vector<4xf32>
  %ys = vector.load %y[%i] : memref<16xf32>, vector<4xf32>
  %r = vector.fma %xs, %all, %ys : vector<4xf32>
  vector.store %r, %y[%i] : memref<16xf32>, vector<4xf32>
  return
}

// -----

// A sum of lanes keeps their order.

// CHECK-LABEL: llvm.func @lanes
// CHECK:         %[[A:.*]] = llvm.extractelement
// CHECK:         %[[B:.*]] = llvm.extractelement
// CHECK:         %[[C:.*]] = llvm.extractelement
// CHECK:         %[[S:.*]] = llvm.fadd %[[A]], %[[B]] : f32
// CHECK:         llvm.fadd %[[S]], %[[C]] : f32
func.func @lanes(%v: vector<3xf32>) -> f32 {
  %s = vector.reduction <add>, %v : vector<3xf32> into f32
  return %s : f32
}

// -----

// In memory each Boolean has its byte, in a vector its bit.

// CHECK-LABEL: llvm.func @flags
// CHECK:         %[[B:.*]] = llvm.load %{{.*}} {alignment = 1 : i64} : !llvm.ptr -> vector<8xi8>
// CHECK:         llvm.trunc %[[B]] : vector<8xi8> to vector<8xi1>
func.func @flags(%m: memref<8xi1>, %i: index) -> vector<8xi1> {
  %v = vector.load %m[%i] : memref<8xi1>, vector<8xi1>
  return %v : vector<8xi1>
}

// -----

// A vector as long as the result is the result; one of one lane is repeated.

// CHECK-LABEL: llvm.func @vectors
// CHECK-SAME:    %[[V:.*]]: vector<4xf32>, %[[ONE:.*]]: vector<1xf32>
// CHECK:         %[[ALL:.*]] = llvm.shufflevector %[[ONE]], %[[ONE]] [0, 0, 0, 0]
// CHECK:         llvm.insertvalue %[[V]], %{{.*}}[0]
// CHECK:         llvm.insertvalue %[[ALL]], %{{.*}}[1]
func.func @vectors(%v: vector<4xf32>, %one: vector<1xf32>) -> (vector<4xf32>, vector<4xf32>) {
  %0 = vector.broadcast %v : vector<4xf32> to vector<4xf32>
  %1 = vector.broadcast %one : vector<1xf32> to vector<4xf32>
  return %0, %1 : vector<4xf32>, vector<4xf32>
}
