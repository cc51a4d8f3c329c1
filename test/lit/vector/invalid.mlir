// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @lanes(%v: vector<4xf32>, %m: memref<8xi32>, %i: index) {
  // expected-error@+1 {{expected position attribute #1 to be a non-negative integer smaller than the corresponding vector dimension 4}}
  %0 = vector.extract %v[4] : f32 from vector<4xf32>
  // expected-error@+1 {{mask index out of range: the operands have 8 lanes together}}
  %1 = vector.shuffle %v, %v [0, 8] : vector<4xf32>, vector<4xf32>
  // expected-error@+1 {{cannot broadcast 'vector<4xf32>' to 'vector<2x3xf32>'}}
  %2 = vector.broadcast %v : vector<4xf32> to vector<2x3xf32>
  // expected-error@+1 {{unsupported reduction type 'f32' for kind 'and'}}
  %3 = vector.reduction <and>, %v : vector<4xf32> into f32
  // expected-error@+1 {{base and vector element types should match}}
  %4 = vector.load %m[%i] : memref<8xi32>, vector<4xf32>
  return
}

// -----

func.func @gaps(%m: memref<8xf32, strided<[2]>>, %s: vector<[4]xf32>, %v: vector<4xf32>, %i: index) {
  // expected-error@+1 {{most minor memref dim must have unit stride}}
  %0 = vector.load %m[%i] : memref<8xf32, strided<[2]>>, vector<4xf32>
  // expected-error@+1 {{operand #0 must be fixed-length vector of any type values, but got 'vector<[4]xf32>'}}
  %1 = "vector.shuffle"(%s, %v) <{mask = [0]}> : (vector<[4]xf32>, vector<4xf32>) -> vector<1xf32>
  return
}
