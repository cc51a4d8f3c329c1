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

// -----

func.func @layouts(%m: memref<8x8xf32>, %s: memref<8x8xf32, 1>, %b: memref<64xi8, 1>, %o: index) {
  // expected-error@+1 {{expected result type with layout 'strided<[8, 1], offset: 9>' or a rank-reduced version, but got 'memref<4x4xf32, strided<[8, 1]>>' (mismatch of result layout)}}
  %0 = memref.subview %m[1, 1] [4, 4] [1, 1] : memref<8x8xf32> to memref<4x4xf32, strided<[8, 1]>>
  // A row, of which the layout says the same.
  %1 = memref.subview %m[1, 0] [1, 8] [1, 1] : memref<8x8xf32> to memref<8xf32, strided<[1], offset: 8>>
  // expected-error@+1 {{different memory spaces specified for base memref type 'memref<8x8xf32, 1>' and view memref type}}
  %2 = memref.subview %s[0, 0] [4, 4] [1, 1] : memref<8x8xf32, 1> to memref<4x4xf32, strided<[8, 1]>>
  // expected-error@+1 {{different memory spaces}}
  %3 = memref.view %b[%o][] : memref<64xi8, 1> to memref<4xf32>
  // expected-error@+1 {{expected result type with layout 'strided<[2], offset: 1>', but got 'memref<4xf32>'}}
  %4 = memref.reinterpret_cast %m to offset: [1], sizes: [4], strides: [2] : memref<8x8xf32> to memref<4xf32>
  // expected-error@+1 {{expected result element type to be 'f32', but got 'memref<4xi32>'}}
  %5 = memref.reinterpret_cast %m to offset: [0], sizes: [4], strides: [1] : memref<8x8xf32> to memref<4xi32>
  // expected-error@+1 {{symbol operand count does not equal memref symbol count: expected 1, got 0}}
  %6 = memref.alloc() : memref<4xf32, strided<[1], offset: ?>>
  return
}

// -----

// expected-error@+1 {{attribute 'alignment' failed to satisfy constraint: alignment in bytes, a power of two}}
memref.global "private" @odd : memref<2xf32> = uninitialized {alignment = 3 : i64}
// expected-error@+1 {{attribute 'initial_value' failed to satisfy constraint}}
"memref.global"() <{sym_name = "number", type = memref<2xf32>, initial_value = 1.0 : f32}> : () -> ()
