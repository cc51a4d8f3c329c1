// REFINEMENT: overflow flags dropped
// CHANGE: overflow<nsw> ==>
func.func @f(%x: i16, %y: i16) -> i16 {
  %z = arith.addi %x, %y overflow<nsw> : i16
  return %z : i16
}
// -----
// REFINEMENT: x + 1 > x where overflow is poison
// CHANGE: return %z ==> %t = arith.constant true return %t
func.func @f(%x: i8) -> i1 {
  %c = arith.constant 1 : i8
  %y = arith.addi %x, %c overflow<nsw> : i8
  %z = arith.cmpi sgt, %y, %x : i8
  return %z : i1
}
// -----
// REFINEMENT: poison folded to a constant
// CHANGE: llvm.return %p ==> %c = llvm.mlir.constant(7 : i32) : i32 llvm.return %c
llvm.func @f(%x: i32) -> i32 {
  %p = llvm.mlir.poison : i32
  llvm.return %p : i32
}
// -----
// REFINEMENT: a dead division removed
// CHANGE: %d = arith.divsi %x, %y : i32 ==>
func.func @f(%x: i32, %y: i32) -> i32 {
  %d = arith.divsi %x, %y : i32
  return %x : i32
}
// -----
// REFINEMENT: a branch removed that is undefined when taken
// SHOWS: not validated: runs, undefined before the pass
func.func @f(%x: i32, %c: i1) -> i32 {
  %r = loop.if %c -> (i32) {
    loop.yield %x : i32
  } else {
    %zero = arith.constant 0 : i32
    %q = arith.divsi %x, %zero : i32
    loop.yield %q : i32
  }
  return %r : i32
}
// BECOMES
func.func @f(%x: i32, %c: i1) -> i32 {
  return %x : i32
}
// -----
// REFINEMENT: any NaN for another
// SHOWS: validated: calls
func.func @f(%x: f32) -> f32 {
  %y = arith.subf %x, %x : f32
  %z = arith.divf %y, %y : f32
  return %z : f32
}
// BECOMES
func.func @f(%x: f32) -> f32 {
  %y = arith.constant 0xFFC12345 : f32
  return %y : f32
}
// -----
// REFINEMENT: only the lanes that are poison change
func.func @f(%x: vector<2xi8>) -> vector<2xi8> {
  %c = arith.constant dense<[8, 1]> : vector<2xi8>
  %y = arith.shli %x, %c : vector<2xi8>
  return %y : vector<2xi8>
}
// BECOMES
func.func @f(%x: vector<2xi8>) -> vector<2xi8> {
  %c = arith.constant dense<[0, 1]> : vector<2xi8>
  %y = arith.shli %x, %c : vector<2xi8>
  return %y : vector<2xi8>
}
// -----
// REFINEMENT: lanes computed one by one, one of them poison and unused
func.func @f(%x: vector<2xi8>) -> i8 {
  %c = arith.constant dense<[8, 1]> : vector<2xi8>
  %y = arith.shli %x, %c : vector<2xi8>
  %z = vector.extract %y[1] : i8 from vector<2xi8>
  return %z : i8
}
// BECOMES
func.func @f(%x: vector<2xi8>) -> i8 {
  %c = arith.constant 1 : i8
  %a = vector.extract %x[1] : i8 from vector<2xi8>
  %z = arith.shli %a, %c : i8
  return %z : i8
}
// -----
// REFINEMENT: scalar code made a vector, one lane of it poison and unused
func.func @f(%x: i8, %y: i8) -> i8 {
  %z = arith.addi %x, %y : i8
  return %z : i8
}
// BECOMES
func.func @f(%x: i8, %y: i8) -> i8 {
  %p = llvm.mlir.poison : vector<2xi8>
  %c0 = arith.constant 0 : i32
  %a = llvm.insertelement %x, %p[%c0 : i32] : vector<2xi8>
  %b = llvm.insertelement %y, %p[%c0 : i32] : vector<2xi8>
  %s = arith.addi %a, %b : vector<2xi8>
  %z = llvm.extractelement %s[%c0 : i32] : vector<2xi8>
  return %z : i8
}
// -----
// REFINEMENT: a store before another to the same place removed
// CHANGE: memref.store %x, %m[%i] : memref<1xi32> ==>
func.func @f(%m: memref<1xi32>, %x: i32, %y: i32) {
  %i = arith.constant 0 : index
  memref.store %x, %m[%i] : memref<1xi32>
  memref.store %y, %m[%i] : memref<1xi32>
  return
}
// -----
// REFINEMENT: a load forwarded across a store to memory that is not the same
// CHANGE: return %v ==> return %x
func.func @f(%m: memref<4xi32> {llvm.noalias}, %n: memref<4xi32> {llvm.noalias}, %x: i32, %y: i32) -> i32 {
  %i = arith.constant 1 : index
  memref.store %x, %m[%i] : memref<4xi32>
  memref.store %y, %n[%i] : memref<4xi32>
  %v = memref.load %m[%i] : memref<4xi32>
  return %v : i32
}
// -----
// REFINEMENT: what was never written is chosen
// CHANGE: return %v ==> return %x
func.func @f(%x: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloca() : memref<2xi32>
  %v = memref.load %a[%c0] : memref<2xi32>
  return %v : i32
}
// -----
// REFINEMENT: a private function that nobody calls any more removed
func.func @outer(%x: i32) -> i32 {
  %y = func.call @inner(%x) : (i32) -> i32
  return %y : i32
}
func.func private @inner(%x: i32) -> i32 {
  %y = arith.addi %x, %x : i32
  return %y : i32
}
// BECOMES
func.func @outer(%x: i32) -> i32 {
  %y = arith.addi %x, %x : i32
  return %y : i32
}
// -----
// REFINEMENT: a call to the outside whose result is not used stays
// CHANGE: muli %x, %zero ==> andi %x, %zero
func.func private @log(i32) -> i32
func.func @f(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %u = func.call @log(%x) : (i32) -> i32
  %y = arith.muli %x, %zero : i32
  return %y : i32
}
// -----
// REFINEMENT: a vector loaded of which one lane was never written, that lane unused
// CHANGE: return %z ==> return %x
func.func @f(%x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloca() : memref<4xf32>
  memref.store %x, %a[%c0] : memref<4xf32>
  %v = vector.load %a[%c0] : memref<4xf32>, vector<4xf32>
  %w = arith.negf %v : vector<4xf32>
  %u = arith.negf %w : vector<4xf32>
  vector.store %u, %a[%c0] : memref<4xf32>, vector<4xf32>
  %z = memref.load %a[%c0] : memref<4xf32>
  return %z : f32
}
// -----
// REFINEMENT: what was equal anyway as a vector with lanes left out
// SHOWS: validated: calls
func.func @f(%x: f32) -> f32 {
  %z = arith.negf %x : f32
  return %z : f32
}
// BECOMES
func.func @f(%x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloca() : memref<4xf32>
  memref.store %x, %a[%c0] : memref<4xf32>
  %v = vector.load %a[%c0] : memref<4xf32>, vector<4xf32>
  %w = arith.negf %v : vector<4xf32>
  vector.store %w, %a[%c0] : memref<4xf32>, vector<4xf32>
  %z = memref.load %a[%c0] : memref<4xf32>
  return %z : f32
}
// -----
// REFINEMENT: calls to the outside by equations, which have no order
// CHANGE: %a = reactive.call @gain(%x) : (i32) -> i32 ==>
// CHANGE: %b = ==> %a = reactive.call @gain(%x) : (i32) -> i32 %b =
func.func private @gain(i32) -> i32
reactive.node @f(%x: i32, %y: i32) -> (i32) {
  %a = reactive.call @gain(%x) : (i32) -> i32
  %c = reactive.call @gain(%y) : (i32) -> i32
  %b = arith.subi %a, %c : i32
  reactive.return %b : i32
}
