// Memory under the type that says most of it, and none that nobody reads; calls of known functions; values that were put where they are taken from. Upstream prints the same, but for the order of constants.

// RUN: mlr-opt %s --canonicalize --validate-passes | FileCheck %s
// RUN: mlr-opt %s --canonicalize | sort > %t && mlir-opt %s --canonicalize | sort | diff - %t

// CHECK-LABEL: func.func @dead(
// CHECK-NEXT:    return
// CHECK-NEXT:  }
func.func @dead(%a: i32, %i: index) {
  %m = memref.alloc() : memref<4xi32>
  memref.store %a, %m[%i] : memref<4xi32>
  memref.dealloc %m : memref<4xi32>
  return
}

func.func @deada(%a: i32, %i: index) {
  %m = memref.alloca() : memref<4xi32>
  memref.store %a, %m[%i] : memref<4xi32>
  return
}

func.func @freed() {
  %m = memref.alloc() : memref<4xi32>
  memref.dealloc %m : memref<4xi32>
  return
}

// CHECK-LABEL: func.func @cast(
// CHECK-SAME:  %[[M:.*]]: memref<4xi32>
// CHECK:         return %[[M]]
func.func @cast(%m: memref<4xi32>) -> memref<4xi32> {
  %c = memref.cast %m : memref<4xi32> to memref<?xi32>
  %d = memref.cast %c : memref<?xi32> to memref<4xi32>
  return %d : memref<4xi32>
}

func.func @castcast(%m: memref<4xi32>) -> memref<?xi32, strided<[?], offset: ?>> {
  %c = memref.cast %m : memref<4xi32> to memref<?xi32>
  %d = memref.cast %c : memref<?xi32> to memref<?xi32, strided<[?], offset: ?>>
  return %d : memref<?xi32, strided<[?], offset: ?>>
}

// CHECK-LABEL: func.func @castload(
// CHECK-SAME:  %[[M:.*]]: memref<4xi32>
// CHECK:         memref.load %[[M]]
// CHECK:         memref.store %{{.*}}, %[[M]]
func.func @castload(%m: memref<4xi32>, %i: index) -> i32 {
  %c = memref.cast %m : memref<4xi32> to memref<?xi32>
  %d = memref.load %c[%i] : memref<?xi32>
  memref.store %d, %c[%i] : memref<?xi32>
  return %d : i32
}

// CHECK-LABEL: func.func @dim(
// CHECK-SAME:  %[[N:.*]]: index
// CHECK:         return %[[N]], %{{.*}}, %c4
func.func @dim(%n: index) -> (index, memref<?x4xi32>, index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %m = memref.alloc(%n) : memref<?x4xi32>
  %d = memref.dim %m, %c0 : memref<?x4xi32>
  %e = memref.dim %m, %c1 : memref<?x4xi32>
  return %d, %m, %e : index, memref<?x4xi32>, index
}

// CHECK-LABEL: func.func @constdim(
// CHECK:         %[[A:.*]] = memref.alloc() : memref<4xi32>
// CHECK:         memref.cast %[[A]]
func.func @constdim() -> memref<?xi32> {
  %c4 = arith.constant 4 : index
  %m = memref.alloc(%c4) : memref<?xi32>
  return %m : memref<?xi32>
}

// CHECK-LABEL: func.func @copy(
// CHECK-NEXT:    memref.copy %{{.*}} : memref<4xi32> to memref<?xi32>
// CHECK-NEXT:    return
func.func @copy(%m: memref<4xi32>, %n : memref<?xi32>) {
  memref.copy %m, %m : memref<4xi32> to memref<4xi32>
  %c = memref.cast %m : memref<4xi32> to memref<?xi32>
  memref.copy %c, %n : memref<?xi32> to memref<?xi32>
  return
}

func.func @callee(%a: i32) -> i32 {
  return %a : i32
}

func.func @indirect(%a: i32) -> i32 {
  %f = func.constant @callee : (i32) -> i32
  %r = func.call_indirect %f(%a) : (i32) -> i32
  return %r : i32
}

func.func @casts(%a: i32) -> i32 {
  %b = builtin.unrealized_conversion_cast %a : i32 to i64
  %c = builtin.unrealized_conversion_cast %b : i64 to i32
  return %c : i32
}

func.func @extract(%x: f32, %v: vector<4xf32>) -> (f32, f32, f32) {
  %s = vector.broadcast %x : f32 to vector<4xf32>
  %e = vector.extract %s[1] : f32 from vector<4xf32>
  %t = vector.splat %x : vector<4xf32>
  %g = vector.extract %t[2] : f32 from vector<4xf32>
  %in = vector.insert %x, %v[1] : f32 into vector<4xf32>
  %h = vector.extract %in[1] : f32 from vector<4xf32>
  return %e, %g, %h : f32, f32, f32
}

func.func @ext(%a: i32, %b: i32) -> i32 {
  %l, %h = arith.mulsi_extended %a, %b : i32
  return %l : i32
}

func.func @global() -> i32 {
  %c0 = arith.constant 0 : index
  %g = memref.get_global @g : memref<2xi32>
  %v = memref.load %g[%c0] : memref<2xi32>
  return %v : i32
}

memref.global "private" constant @g : memref<2xi32> = dense<[1, 2]>

// What is read stays, and what is stored elsewhere.
// CHECK-LABEL: func.func @read(
// CHECK:         memref.alloc()
// CHECK:         memref.alloc()
func.func @read(%a: i32, %i: index) -> i32 {
  %m = memref.alloc() : memref<4xi32>
  %n = memref.alloc() : memref<4xi32>
  memref.store %a, %m[%i] : memref<4xi32>
  memref.store %a, %n[%i] : memref<4xi32>
  memref.copy %n, %m : memref<4xi32> to memref<4xi32>
  %r = memref.load %m[%i] : memref<4xi32>
  memref.dealloc %m : memref<4xi32>
  memref.dealloc %n : memref<4xi32>
  return %r : i32
}

// A cast to a type that says more is passed by, too.
// CHECK-LABEL: func.func @says_more(
// CHECK-SAME:  %[[M:.*]]: memref<?xi32>, %[[I:.*]]: index)
// CHECK:         memref.load %[[M]][%[[I]]]
// CHECK:         return %{{.*}}, %[[M]]
func.func @says_more(%m: memref<?xi32>, %i: index) -> (i32, memref<?xi32>) {
  %c = memref.cast %m : memref<?xi32> to memref<4xi32>
  %r = memref.load %c[%i] : memref<4xi32>
  %d = memref.cast %c : memref<4xi32> to memref<?xi32>
  return %r, %d : i32, memref<?xi32>
}
