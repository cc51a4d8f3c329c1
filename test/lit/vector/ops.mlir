// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK-LABEL: func.func @transfers
func.func @transfers(%m: memref<8x8xf32>, %i: index) {
  // CHECK: %[[V:.*]] = vector.load %{{.*}}[%{{.*}}, %{{.*}}] : memref<8x8xf32>, vector<4xf32>
  %0 = vector.load %m[%i, %i] : memref<8x8xf32>, vector<4xf32>
  // CHECK: vector.store %[[V]], %{{.*}}[%{{.*}}, %{{.*}}] : memref<8x8xf32>, vector<4xf32>
  vector.store %0, %m[%i, %i] : memref<8x8xf32>, vector<4xf32>
  return
}

// CHECK-LABEL: func.func @lanes
func.func @lanes(%x: f32, %v: vector<4xf32>, %w: vector<2x4xf32>, %i: index, %k: i32) {
  // CHECK: vector.broadcast %{{.*}} : f32 to vector<4xf32>
  %0 = vector.broadcast %x : f32 to vector<4xf32>
  // CHECK: vector.broadcast %{{.*}} : vector<4xf32> to vector<2x4xf32>
  %1 = vector.broadcast %v : vector<4xf32> to vector<2x4xf32>
  // CHECK: vector.splat %{{.*}} : vector<4xf32>
  %2 = vector.splat %x : vector<4xf32>
  // CHECK: vector.fma %{{.*}}, %{{.*}}, %{{.*}} : vector<4xf32>
  %3 = vector.fma %v, %v, %v : vector<4xf32>
  // CHECK: vector.extract %{{.*}}[1] : vector<4xf32> from vector<2x4xf32>
  %4 = vector.extract %w[1] : vector<4xf32> from vector<2x4xf32>
  // CHECK: vector.extract %{{.*}}[1, %{{.*}}] : f32 from vector<2x4xf32>
  %5 = vector.extract %w[1, %i] : f32 from vector<2x4xf32>
  // CHECK: vector.insert %{{.*}}, %{{.*}} [0] : vector<4xf32> into vector<2x4xf32>
  %6 = vector.insert %v, %w [0] : vector<4xf32> into vector<2x4xf32>
  // CHECK: vector.extractelement %{{.*}}[%{{.*}} : i32] : vector<4xf32>
  %7 = vector.extractelement %v[%k : i32] : vector<4xf32>
  // CHECK: vector.insertelement %{{.*}}, %{{.*}}[%{{.*}} : index] : vector<4xf32>
  %8 = vector.insertelement %x, %v[%i : index] : vector<4xf32>
  // CHECK: vector.shuffle %{{.*}}, %{{.*}} [0, 5, 2, 7] : vector<4xf32>, vector<4xf32>
  %9 = vector.shuffle %v, %v [0, 5, 2, 7] : vector<4xf32>, vector<4xf32>
  // CHECK: vector.reduction <add>, %{{.*}} : vector<4xf32> into f32
  %10 = vector.reduction <add>, %v : vector<4xf32> into f32
  // CHECK: vector.reduction <mul>, %{{.*}}, %{{.*}} fastmath<reassoc> : vector<4xf32> into f32
  %11 = vector.reduction <mul>, %v, %x fastmath<reassoc> : vector<4xf32> into f32
  // CHECK: vector.reduction <maximumf>, %{{.*}} : vector<4xf32> into f32
  %12 = vector.reduction <maximumf>, %v : vector<4xf32> into f32
  return
}
