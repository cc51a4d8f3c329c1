// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file --verify-diagnostics

func.func @heap() {
  // expected-error @+3 {{failed to legalize operation 'memref.alloc'}}
  // expected-note @+2 {{its types are () -> (memref<4xf32>)}}
  // expected-note @+1 {{no pattern converts 'memref.alloc'}}
  %m = memref.alloc() : memref<4xf32>
  return
}

// -----

func.func @unknown_size(%n: index) {
  // expected-error @+3 {{failed to legalize operation 'memref.alloca'}}
  // expected-note @+2 {{its types are (index) -> (memref<?xf32>)}}
  // expected-note @+1 {{its size is known at run time only, and stacks are bounded at compile time}}
  %m = memref.alloca(%n) : memref<?xf32>
  return
}

// -----

func.func @remainder(%a: f32, %b: f32) -> f32 {
  // expected-error @+3 {{failed to legalize operation 'arith.remf'}}
  // expected-note @+2 {{its types are (f32, f32) -> (f32)}}
  // expected-note @+1 {{pattern 'arith.remf to an instruction' does not apply: there is none; run expand-math before convert-loop-to-llvm}}
  %r = arith.remf %a, %b : f32
  return %r : f32
}

// -----

func.func @matrix(%m: memref<2x3xf32>, %i: index) {
  // expected-error @+3 {{failed to legalize operation 'vector.load'}}
  // expected-note @+2 {{its types are (memref<2x3xf32>, index, index) -> (vector<2x3xf32>)}}
  // expected-note @+1 {{its result is of type 'vector<2x3xf32>'}}
  %0 = vector.load %m[%i, %i] : memref<2x3xf32>, vector<2x3xf32>
  return
}

// -----

func.func @strided() {
  // expected-error @+3 {{failed to legalize operation 'memref.alloca'}}
  // expected-note @+2 {{its types are () -> (memref<2xf32, strided<[2]>>)}}
  // expected-note @+1 {{its memory is not contiguous}}
  %m = memref.alloca() : memref<2xf32, strided<[2]>>
  return
}
