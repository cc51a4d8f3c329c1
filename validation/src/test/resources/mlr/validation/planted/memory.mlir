// MISTAKE: a dropped store
// CHANGE: memref.store %x, %m[%i] : memref<4xf32> ==>
// SHOWS: function @f computes something else: the memory of argument 0[2] is
func.func @f(%m: memref<4xf32>, %x: f32) {
  %i = arith.constant 2 : index
  memref.store %x, %m[%i] : memref<4xf32>
  return
}
// -----
// MISTAKE: stores to one place in the other order
// CHANGE: store %x ==> store %z
// CHANGE: store %y ==> store %x
// CHANGE: store %z ==> store %y
// SHOWS: function @f computes something else: the memory of argument 0[
func.func @f(%m: memref<4xi32>, %x: i32, %y: i32, %i: index, %k: index) {
  memref.store %x, %m[%i] : memref<4xi32>
  memref.store %y, %m[%k] : memref<4xi32>
  return
}
// -----
// MISTAKE: a load that forwards a store across one to memory that may be the same
// CHANGE: return %v ==> return %x
// SHOWS: function @f computes something else: result 0 is
// SHOWS: in the memory of argument 0
func.func @f(%m: memref<4xi32>, %n: memref<4xi32>, %x: i32, %y: i32) -> i32 {
  %i = arith.constant 1 : index
  memref.store %x, %m[%i] : memref<4xi32>
  memref.store %y, %n[%i] : memref<4xi32>
  %v = memref.load %m[%i] : memref<4xi32>
  return %v : i32
}
// -----
// MISTAKE: a copy element by element made forwards, where source and target may overlap
// SHOWS: function @f computes something else: the memory of argument
// SHOWS: in the memory of argument 0
func.func @f(%m: memref<4xi32, strided<[1], offset: ?>>, %n: memref<4xi32, strided<[1], offset: ?>>) {
  %c0 = arith.constant 0 : index
  %v = vector.load %m[%c0] : memref<4xi32, strided<[1], offset: ?>>, vector<4xi32>
  vector.store %v, %n[%c0] : memref<4xi32, strided<[1], offset: ?>>, vector<4xi32>
  return
}
// BECOMES
func.func @f(%m: memref<4xi32, strided<[1], offset: ?>>, %n: memref<4xi32, strided<[1], offset: ?>>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  loop.for %i = %c0 to %c4 step %c1 {
    %v = memref.load %m[%i] : memref<4xi32, strided<[1], offset: ?>>
    memref.store %v, %n[%i] : memref<4xi32, strided<[1], offset: ?>>
  }
  return
}
// -----
// MISTAKE: a load hoisted out of a loop that may not run
// SHOWS: function @f has undefined behaviour after the pass, but not before
// SHOWS: outside its extent
func.func @f(%m: memref<?xi32>, %n: index, %k: index) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0 : i32
  %s = loop.for %i = %c0 to %n step %c1 iter_args(%a = %zero) -> (i32) {
    %v = memref.load %m[%k] : memref<?xi32>
    %b = arith.addi %a, %v : i32
    loop.yield %b : i32
  }
  return %s : i32
}
// BECOMES
func.func @f(%m: memref<?xi32>, %n: index, %k: index) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0 : i32
  %v = memref.load %m[%k] : memref<?xi32>
  %s = loop.for %i = %c0 to %n step %c1 iter_args(%a = %zero) -> (i32) {
    %b = arith.addi %a, %v : i32
    loop.yield %b : i32
  }
  return %s : i32
}
// -----
// MISTAKE: a store sunk below a loop that may not run
// SHOWS: function @f computes something else: the memory of argument 0[0] is
func.func @f(%m: memref<1xi32>, %n: index, %x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    memref.store %x, %m[%c0] : memref<1xi32>
  }
  return
}
// BECOMES
func.func @f(%m: memref<1xi32>, %n: index, %x: i32) {
  %c0 = arith.constant 0 : index
  memref.store %x, %m[%c0] : memref<1xi32>
  return
}
// -----
// MISTAKE: a load of memory that nobody wrote
// CHANGE: memref.store %x, %a[%c0] : memref<2xi32> ==>
// SHOWS: function @f computes something else: result 0 is
// SHOWS: poison after
func.func @f(%x: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloca() : memref<2xi32>
  memref.store %x, %a[%c0] : memref<2xi32>
  %v = memref.load %a[%c0] : memref<2xi32>
  return %v : i32
}
// -----
// MISTAKE: a global that keeps its old contents
// CHANGE: store %x, %g[%c1] ==> store %x, %g[%c0]
// SHOWS: function @f computes something else: the global @state
memref.global @state : memref<2xi32> = dense<[7, 8]>
func.func @f(%x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %g = memref.get_global @state : memref<2xi32>
  memref.store %x, %g[%c1] : memref<2xi32>
  return
}
// -----
// MISTAKE: a store through a pointer at the wrong field
// CHANGE: [1] ==> [2]
// SHOWS: function @f computes something else: the memory of argument 0[
llvm.func @f(%p: !llvm.ptr, %x: i32) {
  %q = llvm.getelementptr %p[1] : (!llvm.ptr) -> !llvm.ptr, i32
  llvm.store %x, %q : i32, !llvm.ptr
  llvm.return
}
// -----
// MISTAKE: memory freed before its last use
// SHOWS: function @f has undefined behaviour after the pass, but not before
// SHOWS: after it was freed
func.func @f(%x: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<1xi32>
  memref.store %x, %a[%c0] : memref<1xi32>
  %v = memref.load %a[%c0] : memref<1xi32>
  memref.dealloc %a : memref<1xi32>
  return %v : i32
}
// BECOMES
func.func @f(%x: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %a = memref.alloc() : memref<1xi32>
  memref.store %x, %a[%c0] : memref<1xi32>
  memref.dealloc %a : memref<1xi32>
  %v = memref.load %a[%c0] : memref<1xi32>
  return %v : i32
}
