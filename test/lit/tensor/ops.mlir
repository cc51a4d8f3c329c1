// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK: #[[$ALL:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK: #[[$ROW:.*]] = affine_map<(d0, d1) -> (d0)>

// CHECK-LABEL: func.func @elements
func.func @elements(%t: tensor<2x3xf32>, %x: f32, %i: index) {
  // CHECK: tensor.empty() : tensor<4xf32>
  %0 = tensor.empty() : tensor<4xf32>
  // CHECK: tensor.from_elements %{{.*}}, %{{.*}} : tensor<2xf32>
  %1 = tensor.from_elements %x, %x : tensor<2xf32>
  // CHECK: tensor.splat %{{.*}} : tensor<2x3xf32>
  %2 = tensor.splat %x : tensor<2x3xf32>
  // CHECK: tensor.extract %{{.*}}[%{{.*}}, %{{.*}}] : tensor<2x3xf32>
  %3 = tensor.extract %t[%i, %i] : tensor<2x3xf32>
  // CHECK: tensor.insert %{{.*}} into %{{.*}}[%{{.*}}, %{{.*}}] : tensor<2x3xf32>
  %4 = tensor.insert %x into %t[%i, %i] : tensor<2x3xf32>
  return
}

// CHECK-LABEL: func.func @slices
func.func @slices(%t: tensor<8x8xf32>, %s: tensor<4xf32>, %i: index) {
  // CHECK: tensor.extract_slice %{{.*}}[0, 2] [4, 4] [1, 1] : tensor<8x8xf32> to tensor<4x4xf32>
  %0 = tensor.extract_slice %t[0, 2] [4, 4] [1, 1] : tensor<8x8xf32> to tensor<4x4xf32>
  // CHECK: tensor.extract_slice %{{.*}}[%{{.*}}, 0] [1, 4] [1, 2] : tensor<8x8xf32> to tensor<4xf32>
  %1 = tensor.extract_slice %t[%i, 0] [1, 4] [1, 2] : tensor<8x8xf32> to tensor<4xf32>
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[%{{.*}}, 1] [1, 4] [1, 1] : tensor<4xf32> into tensor<8x8xf32>
  %2 = tensor.insert_slice %s into %t[%i, 1] [1, 4] [1, 1] : tensor<4xf32> into tensor<8x8xf32>
  // CHECK: tensor.concat dim(0) %{{.*}}, %{{.*}} : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  %3 = tensor.concat dim(0) %s, %s : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  return
}

// CHECK-LABEL: func.func @algebra
func.func @algebra(%a: tensor<2x3xf32>, %b: tensor<3x4xf32>, %x: tensor<3xf32>, %w: tensor<1x3x4xf32>, %s: f32) {
  // CHECK: tensor.matmul %{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<3x4xf32> -> tensor<2x4xf32>
  %0 = tensor.matmul %a, %b : tensor<2x3xf32>, tensor<3x4xf32> -> tensor<2x4xf32>
  // CHECK: tensor.matmul %{{.*}}, %{{.*}} : tensor<2x3xf32>, tensor<3xf32> -> tensor<2xf32>
  %1 = tensor.matmul %a, %x : tensor<2x3xf32>, tensor<3xf32> -> tensor<2xf32>
  // CHECK: tensor.matmul %{{.*}}, %{{.*}} : tensor<3xf32>, tensor<3x4xf32> -> tensor<4xf32>
  %2 = tensor.matmul %x, %b : tensor<3xf32>, tensor<3x4xf32> -> tensor<4xf32>
  // CHECK: tensor.dot %{{.*}}, %{{.*}} : tensor<3xf32>, tensor<3xf32> -> f32
  %3 = tensor.dot %x, %x : tensor<3xf32>, tensor<3xf32> -> f32
  // CHECK: tensor.packed_matvec %{{.*}}, %{{.*}} : tensor<1x3x4xf32>, tensor<3xf32> -> tensor<2xf32>
  %4 = tensor.packed_matvec %w, %x : tensor<1x3x4xf32>, tensor<3xf32> -> tensor<2xf32>
  // CHECK: tensor.transpose %{{.*}} permutation [1, 0] : tensor<2x3xf32> to tensor<3x2xf32>
  %5 = tensor.transpose %a permutation [1, 0] : tensor<2x3xf32> to tensor<3x2xf32>
  // CHECK: tensor.reshape %{{.*}} : tensor<2x3xf32> to tensor<6xf32>
  %6 = tensor.reshape %a : tensor<2x3xf32> to tensor<6xf32>
  // CHECK: tensor.broadcast %{{.*}} : tensor<3xf32> to tensor<2x3xf32>
  %7 = tensor.broadcast %x : tensor<3xf32> to tensor<2x3xf32>
  // CHECK: tensor.broadcast %{{.*}} : f32 to tensor<2xf32>
  %8 = tensor.broadcast %s : f32 to tensor<2xf32>
  // CHECK: tensor.reduce <sum> %{{.*}} axes [0] : tensor<2x3xf32> to tensor<3xf32>
  %9 = tensor.reduce <sum> %a axes [0] : tensor<2x3xf32> to tensor<3xf32>
  // CHECK: tensor.reduce <max> %{{.*}} axes [0, 1] : tensor<2x3xf32> to f32
  %10 = tensor.reduce <max> %a axes [0, 1] : tensor<2x3xf32> to f32
  // CHECK: tensor.argmax %{{.*}} : tensor<3xf32> -> i32
  %11 = tensor.argmax %x : tensor<3xf32> -> i32
  // CHECK: tensor.argmin %{{.*}} : tensor<3xf32> -> i32
  %12 = tensor.argmin %x : tensor<3xf32> -> i32
  // CHECK: tensor.reverse %{{.*}} : tensor<2x3xf32>
  %13 = tensor.reverse %a : tensor<2x3xf32>
  // CHECK: tensor.to_buffer %{{.*}} : tensor<3xf32> to memref<3xf32>
  %14 = tensor.to_buffer %x : tensor<3xf32> to memref<3xf32>
  // CHECK: tensor.from_buffer %{{.*}} : memref<3xf32> to tensor<3xf32>
  %15 = tensor.from_buffer %14 : memref<3xf32> to tensor<3xf32>
  return
}

// CHECK-LABEL: func.func @generic
func.func @generic(%a: tensor<2x3xf32>, %b: tensor<2xf32>) -> tensor<2xf32> {
  // CHECK: tensor.generic {indexing_maps = [#[[$ALL]], #[[$ROW]]], iterator_types = ["parallel", "reduction"]} ins(%{{.*}} : tensor<2x3xf32>) outs(%{{.*}} : tensor<2xf32>) {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: f32, %[[S:.*]]: f32):
  // CHECK-NEXT: %[[T:.*]] = arith.addf %[[S]], %[[X]] : f32
  // CHECK-NEXT: tensor.yield %[[T]] : f32
  // CHECK-NEXT: } -> tensor<2xf32>
  %0 = tensor.generic {indexing_maps = [affine_map<(d0, d1) -> (d0, d1)>, affine_map<(d0, d1) -> (d0)>], iterator_types = ["parallel", "reduction"]} ins(%a : tensor<2x3xf32>) outs(%b : tensor<2xf32>) {
  ^bb0(%x: f32, %s: f32):
    %t = arith.addf %s, %x : f32
    tensor.yield %t : f32
  } -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
