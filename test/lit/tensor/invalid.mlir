// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @shapes(%a: tensor<2x3xf32>, %x: tensor<4xf32>, %y: f32, %i: index) {
  // expected-error@+1 {{cannot multiply 'tensor<2x3xf32>' by 'tensor<4xf32>'}}
  %0 = tensor.matmul %a, %x : tensor<2x3xf32>, tensor<4xf32> -> tensor<2xf32>
  // expected-error@+1 {{cannot reshape 'tensor<2x3xf32>', of 6 elements, to 'tensor<4xf32>', of 4}}
  %1 = tensor.reshape %a : tensor<2x3xf32> to tensor<4xf32>
  // expected-error@+1 {{cannot broadcast 'tensor<4xf32>' to 'tensor<2x3xf32>'}}
  %2 = tensor.broadcast %x : tensor<4xf32> to tensor<2x3xf32>
  // expected-error@+1 {{[0, 0] is not a permutation of the 2 dimensions of 'tensor<2x3xf32>'}}
  %3 = tensor.transpose %a permutation [0, 0] : tensor<2x3xf32> to tensor<2x2xf32>
  // expected-error@+1 {{result type 'tensor<2xf32>' should be 'tensor<3xf32>'}}
  %4 = tensor.reduce <sum> %a axes [0] : tensor<2x3xf32> to tensor<2xf32>
  // expected-error@+1 {{incorrect number of indices: 1 for a tensor of rank 2}}
  %5 = tensor.extract %a[%i] : tensor<2x3xf32>
  // expected-error@+1 {{slice runs out of dimension 1: it ends at 3, the extent is 3}}
  %6 = tensor.extract_slice %a[0, 1] [2, 3] [1, 1] : tensor<2x3xf32> to tensor<2x3xf32>
  // expected-error@+1 {{has 1 elements for a result of 2}}
  %7 = tensor.from_elements %y : tensor<2xf32>
  return
}

// -----

func.func @reduction(%a: tensor<2x3xf32>) {
  // expected-error@+1 {{unknown reduction 'mean', expected sum, prod, min, max, minui or maxui}}
  %0 = tensor.reduce <mean> %a axes [0] : tensor<2x3xf32> to tensor<3xf32>
  return
}
