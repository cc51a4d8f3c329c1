// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @indices(%m: memref<4x4xf32>, %i: index, %x: f32) {
  // expected-error@+1 {{incorrect number of indices: 1 for a memref of rank 2}}
  %0 = memref.load %m[%i] : memref<4x4xf32>
  // expected-error@+1 {{incorrect number of indices: 3 for a memref of rank 2}}
  memref.store %x, %m[%i, %i, %i] : memref<4x4xf32>
  return
}

// -----

func.func @sizes(%n: index) {
  // expected-error@+1 {{dimension operand count does not equal memref dynamic dimension count: 1 for 2}}
  %0 = memref.alloc(%n) : memref<?x?xf32>
  return
}

// -----

func.func @windows(%m: memref<8x8xf32>, %b: memref<16xi16>, %o: index) {
  // expected-error@+1 {{expected 2 offsets, one for each dimension, but got 1}}
  %0 = memref.subview %m[0] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x4xf32>
  // expected-error@+1 {{does not have the sizes [4, 4]}}
  %1 = memref.subview %m[0, 0] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x2xf32, strided<[8, 1]>>
  // expected-error@+1 {{views a contiguous memref of i8 with one dimension}}
  %2 = memref.view %b[%o][] : memref<16xi16> to memref<4xf32>
  // expected-error@+1 {{operand type 'memref<8x8xf32>' and result type 'memref<4x8xf32>' are cast incompatible}}
  %3 = memref.cast %m : memref<8x8xf32> to memref<4x8xf32>
  return
}

// -----

// expected-error@+1 {{initial value expected to be of type 'tensor<2xf32>', but was of type 'tensor<3xf32>'}}
"memref.global"() <{sym_name = "table", type = memref<2xf32>, initial_value = dense<1.0> : tensor<3xf32>}> : () -> ()

func.func @missing() {
  // expected-error@+1 {{'nothing' does not reference a valid global memref}}
  %0 = memref.get_global @nothing : memref<2xf32>
  return
}
