// MISTAKE: a wrong lane
// CHANGE: %v[2] ==> %v[1]
// SHOWS: function @f computes something else: result 0 is
func.func @f(%v: vector<4xi32>) -> i32 {
  %x = vector.extract %v[2] : i32 from vector<4xi32>
  return %x : i32
}
// -----
// MISTAKE: a shuffle with two lanes in the other order
// CHANGE: [0, 5, 2, 7] ==> [0, 7, 2, 5]
// SHOWS: function @f computes something else: result 0[1] is
func.func @f(%v: vector<4xi32>, %w: vector<4xi32>) -> vector<4xi32> {
  %x = vector.shuffle %v, %w [0, 5, 2, 7] : vector<4xi32>, vector<4xi32>
  return %x : vector<4xi32>
}
// -----
// MISTAKE: a vector stored one element too far
// CHANGE: %m[%c0] ==> %m[%c1]
// SHOWS: function @f computes something else: the memory of argument 0[
func.func @f(%m: memref<8xf32>, %v: vector<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  vector.store %v, %m[%c0] : memref<8xf32>, vector<4xf32>
  return
}
// -----
// MISTAKE: a vector loaded beyond the end
// SHOWS: function @f has undefined behaviour after the pass, but not before
func.func @f(%m: memref<7xf32>) -> f32 {
  %c6 = arith.constant 6 : index
  %x = memref.load %m[%c6] : memref<7xf32>
  return %x : f32
}
// BECOMES
func.func @f(%m: memref<7xf32>) -> f32 {
  %c4 = arith.constant 4 : index
  %v = vector.load %m[%c4] : memref<7xf32>, vector<4xf32>
  %x = vector.extract %v[2] : f32 from vector<4xf32>
  return %x : f32
}
// -----
// MISTAKE: one lane of flags invented
// SHOWS: function @f computes something else: result 0[
// SHOWS: poison after
func.func @f(%v: vector<4xi8>, %w: vector<4xi8>) -> vector<4xi8> {
  %x = arith.addi %v, %w : vector<4xi8>
  return %x : vector<4xi8>
}
// BECOMES
func.func @f(%v: vector<4xi8>, %w: vector<4xi8>) -> vector<4xi8> {
  %x = arith.addi %v, %w overflow<nsw> : vector<4xi8>
  return %x : vector<4xi8>
}
// -----
// MISTAKE: a lane that was never inserted
// CHANGE: %b = llvm.insertelement %y, %a[%c1 : i32] : vector<2xi32> ==>
// CHANGE: extractelement %b ==> extractelement %a
// SHOWS: function @f computes something else: result 0 is 0 before and poison after
func.func @f(%x: i32, %y: i32) -> i32 {
  %p = llvm.mlir.poison : vector<2xi32>
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %a = llvm.insertelement %x, %p[%c0 : i32] : vector<2xi32>
  %b = llvm.insertelement %y, %a[%c1 : i32] : vector<2xi32>
  %z = llvm.extractelement %b[%c1 : i32] : vector<2xi32>
  return %z : i32
}
