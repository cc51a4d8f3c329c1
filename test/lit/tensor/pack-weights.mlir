// RUN: mlr-opt %s --pack-weights=lanes=2 --split-input-file | FileCheck %s
// RUN: mlr-opt %s --pack-weights="lanes=4 granule=2" --split-input-file | FileCheck %s --check-prefix=GRANULE

// The weights of two outputs lie side by side; a zero row pads the last block.

// CHECK-LABEL:   func.func @rows
// CHECK:           %[[P:.*]] = arith.constant dense<{{\[\[\[}}1.000000e+00, 3.000000e+00], [2.000000e+00, 4.000000e+00]], {{\[\[}}5.000000e+00, 0.000000e+00], [6.000000e+00, 0.000000e+00]]]> : tensor<2x2x2xf32>
// CHECK-NEXT:      tensor.packed_matvec %[[P]], %arg0 : tensor<2x2x2xf32>, tensor<2xf32> -> tensor<3xf32>
// GRANULE-LABEL: func.func @rows
// GRANULE:         tensor<1x2x4xf32>
func.func @rows(%x: tensor<2xf32>) -> tensor<3xf32> {
  %w = arith.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>
  %y = tensor.matmul %w, %x : tensor<3x2xf32>, tensor<2xf32> -> tensor<3xf32>
  return %y : tensor<3xf32>
}

// -----

// With the vector on the left the outputs are the matrix's columns.

// CHECK-LABEL: func.func @columns
// CHECK:         arith.constant dense<{{\[\[\[}}1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]]> : tensor<1x2x2xf32>
func.func @columns(%x: tensor<2xf32>) -> tensor<2xf32> {
  %w = arith.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %y = tensor.matmul %x, %w : tensor<2xf32>, tensor<2x2xf32> -> tensor<2xf32>
  return %y : tensor<2xf32>
}

// -----

// Five outputs in blocks of at most four: two blocks of three are the least waste, of four where lanes come in twos.

// CHECK-LABEL:   func.func @five
// CHECK:           tensor<3x1x2xf32>
// GRANULE-LABEL: func.func @five
// GRANULE:         tensor<2x1x4xf32>
func.func @five(%x: tensor<1xf32>) -> tensor<5xf32> {
  %w = arith.constant dense<[[1.0], [2.0], [3.0], [4.0], [5.0]]> : tensor<5x1xf32>
  %y = tensor.matmul %w, %x : tensor<5x1xf32>, tensor<1xf32> -> tensor<5xf32>
  return %y : tensor<5xf32>
}

// -----

// What is not known, not floating point, or no vector stays.

// CHECK-LABEL: func.func @others
// CHECK-COUNT-3: tensor.matmul
func.func @others(%v: tensor<2x2xf32>, %x: tensor<2xf32>, %i: tensor<2xi32>) -> (tensor<2xf32>, tensor<2xi32>, tensor<2x2xf32>) {
  %w = arith.constant dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>
  %k = arith.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %a = tensor.matmul %v, %x : tensor<2x2xf32>, tensor<2xf32> -> tensor<2xf32>
  %b = tensor.matmul %w, %i : tensor<2x2xi32>, tensor<2xi32> -> tensor<2xi32>
  %c = tensor.matmul %k, %v : tensor<2x2xf32>, tensor<2x2xf32> -> tensor<2x2xf32>
  return %a, %b, %c : tensor<2xf32>, tensor<2xi32>, tensor<2x2xf32>
}
