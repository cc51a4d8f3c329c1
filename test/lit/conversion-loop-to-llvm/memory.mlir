// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file | FileCheck %s
// RUN: mlr-opt %s --convert-loop-to-llvm=index-bitwidth=32 --split-input-file | FileCheck %s --check-prefix=NARROW

// A memref is a bare pointer; the constant part of an address comes last.

// CHECK-LABEL: llvm.func @element
// CHECK-SAME:    (%[[M:.*]]: !llvm.ptr, %[[I:.*]]: i64) -> f32
// CHECK:         %[[W:.*]] = llvm.mlir.constant(25 : i64) : i64
// CHECK:         %[[T:.*]] = llvm.mul %[[I]], %[[W]] overflow<nsw, nuw> : i64
// CHECK:         %[[P:.*]] = llvm.getelementptr inbounds %[[M]][%[[T]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[Q:.*]] = llvm.getelementptr inbounds %[[P]][3] : (!llvm.ptr) -> !llvm.ptr, f32
// CHECK:         %[[X:.*]] = llvm.load %[[Q]] {alignment = 4 : i64} : !llvm.ptr -> f32
// CHECK:         llvm.return %[[X]] : f32
// NARROW-LABEL: llvm.func @element
// NARROW-SAME:    (%{{.*}}: !llvm.ptr, %{{.*}}: i32) -> f32
func.func @element(%m: memref<5x25xf32>, %i: index) -> f32 {
  %three = arith.constant 3 : index
  %x = memref.load %m[%i, %three] : memref<5x25xf32>
  return %x : f32
}

// -----

// Fields of a struct are at constant offsets; a Boolean is a byte that is 0 or 1.

// CHECK-LABEL: llvm.func @field
// CHECK-SAME:    (%[[S:.*]]: !llvm.ptr)
// CHECK:         %[[P:.*]] = llvm.getelementptr inbounds %[[S]][12] : (!llvm.ptr) -> !llvm.ptr, i8
// CHECK:         %[[B:.*]] = llvm.load %[[P]] {alignment = 1 : i64} : !llvm.ptr -> i1
// CHECK:         llvm.store %[[B]], %[[S]] {alignment = 1 : i64} : i1, !llvm.ptr
func.func @field(%state: memref<16xi8>) {
  %zero = arith.constant 0 : index
  %twelve = arith.constant 12 : index
  %p = memref.view %state[%twelve][] : memref<16xi8> to memref<i1>
  %q = memref.view %state[%zero][] : memref<16xi8> to memref<i1>
  %b = memref.load %p[] : memref<i1>
  memref.store %b, %q[] : memref<i1>
  return
}

// -----

// An index takes eight bytes in memory on every target.

// CHECK-LABEL: llvm.func @index
// CHECK:         llvm.load %{{.*}} {alignment = 8 : i64} : !llvm.ptr -> i64
// NARROW-LABEL: llvm.func @index
// NARROW:         %[[X:.*]] = llvm.load %{{.*}} {alignment = 8 : i64} : !llvm.ptr -> i64
// NARROW:         %[[Y:.*]] = llvm.trunc %[[X]] : i64 to i32
// NARROW:         llvm.return %[[Y]] : i32
func.func @index(%m: memref<4xindex>, %i: index) -> index {
  %x = memref.load %m[%i] : memref<4xindex>
  return %x : index
}

// -----

// CHECK:         llvm.mlir.global internal constant @weights(dense<[1.500000e+00, -2.000000e+00]> : tensor<2xf32>) {{.*}} : !llvm.array<2 x f32>
// CHECK:         llvm.mlir.global internal constant @mask(dense<[1, 0, 1]> : tensor<3xi8>) {{.*}} : !llvm.array<3 x i8>
// CHECK-LABEL: llvm.func @constants
// CHECK:         %[[W:.*]] = llvm.mlir.addressof @weights : !llvm.ptr
// CHECK:         llvm.getelementptr inbounds %[[W]][%{{.*}}]
memref.global "private" constant @weights : memref<2xf32> = dense<[1.5, -2.0]>
memref.global "private" constant @mask : memref<3xi1> = dense<[true, false, true]>
func.func @constants(%i: index) -> f32 {
  %w = memref.get_global @weights : memref<2xf32>
  %x = memref.load %w[%i] : memref<2xf32>
  return %x : f32
}

// -----

// A window's pointer stands at its first element; a copy between stretches of memory is one of bytes, any other a loop.

// CHECK-LABEL: llvm.func @copies
// CHECK-SAME:    (%[[M:.*]]: !llvm.ptr, %[[R:.*]]: !llvm.ptr, %[[C:.*]]: !llvm.ptr, %[[I:.*]]: i64)
// CHECK:         %[[T:.*]] = llvm.mul %[[I]], %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         %[[ROW:.*]] = llvm.getelementptr inbounds %[[M]][%[[T]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[BYTES:.*]] = llvm.mlir.constant(16 : i64) : i64
// CHECK:         "llvm.intr.memcpy"(%[[R]], %[[ROW]], %[[BYTES]]) <{isVolatile = false}>
// CHECK:         llvm.cond_br
// CHECK:         llvm.load
// CHECK:         llvm.store
func.func @copies(%m: memref<3x4xf32>, %r: memref<4xf32>, %c: memref<3xf32>, %i: index) {
  %row = memref.subview %m[%i, 0] [1, 4] [1, 1] : memref<3x4xf32> to memref<4xf32, strided<[1], offset: ?>>
  memref.copy %row, %r : memref<4xf32, strided<[1], offset: ?>> to memref<4xf32>
  %column = memref.subview %m[0, 1] [3, 1] [1, 1] : memref<3x4xf32> to memref<3xf32, strided<[4], offset: 1>>
  memref.copy %column, %c : memref<3xf32, strided<[4], offset: 1>> to memref<3xf32>
  return
}

// -----

// Such a loop is converted in its turn wherever it stands, here in another loop.

// CHECK-LABEL: llvm.func @each_column
// CHECK-SAME:    (%[[M:.*]]: !llvm.ptr, %[[C:.*]]: !llvm.ptr)
// CHECK:       ^{{.*}}(%[[I:.*]]: i64):
// CHECK:         %[[COLUMN:.*]] = llvm.getelementptr inbounds %[[M]][%[[I]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:       ^{{.*}}(%[[J:.*]]: i64):
// CHECK:         %[[T:.*]] = llvm.mul %[[J]], %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         %[[P:.*]] = llvm.getelementptr inbounds %[[COLUMN]][%[[T]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[X:.*]] = llvm.load %[[P]] {alignment = 4 : i64} : !llvm.ptr -> f32
// CHECK:         %[[Q:.*]] = llvm.getelementptr inbounds %[[C]][%[[J]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         llvm.store %[[X]], %[[Q]] {alignment = 4 : i64} : f32, !llvm.ptr
// CHECK-NOT:     loop.
func.func @each_column(%m: memref<3x4xf32>, %c: memref<3xf32>) {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %four = arith.constant 4 : index
  loop.for %i = %zero to %four step %one {
    %column = memref.subview %m[0, %i] [3, 1] [1, 1] : memref<3x4xf32> to memref<3xf32, strided<[4], offset: ?>>
    memref.copy %column, %c : memref<3xf32, strided<[4], offset: ?>> to memref<3xf32>
  }
  return
}

// -----

// Two dimensions are two loops, and both sides may have gaps.

// CHECK-LABEL: llvm.func @columns
// CHECK-SAME:    (%[[M:.*]]: !llvm.ptr, %[[R:.*]]: !llvm.ptr)
// CHECK:         %[[FROM:.*]] = llvm.getelementptr inbounds %[[M]][1] : (!llvm.ptr) -> !llvm.ptr, f32
// CHECK:         %[[TO:.*]] = llvm.getelementptr inbounds %[[R]][1] : (!llvm.ptr) -> !llvm.ptr, f32
// CHECK:       ^{{.*}}(%[[I:.*]]: i64):
// CHECK:       ^{{.*}}(%[[J:.*]]: i64):
// CHECK:         %[[ROW:.*]] = llvm.mul %[[I]], %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         %[[COLUMN:.*]] = llvm.mul %[[J]], %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         %[[T:.*]] = llvm.add %[[ROW]], %[[COLUMN]] overflow<nsw, nuw> : i64
// CHECK:         llvm.getelementptr inbounds %[[FROM]][%[[T]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[ROW:.*]] = llvm.mul %[[I]], %{{.*}} overflow<nsw, nuw> : i64
// CHECK:         %[[T:.*]] = llvm.add %[[ROW]], %[[J]] overflow<nsw, nuw> : i64
// CHECK:         llvm.getelementptr inbounds %[[TO]][%[[T]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
func.func @columns(%m: memref<3x4xf32>, %r: memref<3x3xf32>) {
  %from = memref.subview %m[0, 1] [3, 2] [1, 2] : memref<3x4xf32> to memref<3x2xf32, strided<[4, 2], offset: 1>>
  %to = memref.subview %r[0, 1] [3, 2] [1, 1] : memref<3x3xf32> to memref<3x2xf32, strided<[3, 1], offset: 1>>
  memref.copy %from, %to : memref<3x2xf32, strided<[4, 2], offset: 1>> to memref<3x2xf32, strided<[3, 1], offset: 1>>
  return
}

// -----

// One element has no gaps.

// CHECK-LABEL: llvm.func @one_element
// CHECK-SAME:    (%[[M:.*]]: !llvm.ptr, %[[R:.*]]: !llvm.ptr, %[[I:.*]]: i64)
// CHECK:         %[[P:.*]] = llvm.getelementptr inbounds %[[M]][%[[I]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[BYTES:.*]] = llvm.mlir.constant(4 : i64) : i64
// CHECK:         "llvm.intr.memcpy"(%[[R]], %[[P]], %[[BYTES]]) <{isVolatile = false}>
// CHECK-NEXT:    llvm.return
func.func @one_element(%m: memref<4xf32>, %r: memref<f32>, %i: index) {
  %element = memref.subview %m[%i] [1] [1] : memref<4xf32> to memref<f32, strided<[], offset: ?>>
  memref.copy %element, %r : memref<f32, strided<[], offset: ?>> to memref<f32>
  return
}

// -----

// Memory on the stack is taken once, in the entry, wherever it stands.

// CHECK-LABEL: llvm.func @stack
// CHECK-NEXT:    %[[N:.*]] = llvm.mlir.constant(8 : i64) : i64
// CHECK-NEXT:    llvm.alloca %[[N]] x f32 {alignment = 4 : i64} : (i64) -> !llvm.ptr
// CHECK:         llvm.cond_br
// CHECK-NOT:     llvm.alloca
func.func @stack(%n: index, %x: f32) {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  loop.for %i = %zero to %n step %one {
    %m = memref.alloca() : memref<8xf32>
    memref.store %x, %m[%zero] : memref<8xf32>
  }
  return
}

// -----

// Constant offsets that an instruction cannot hold are computed.

// CHECK-LABEL: llvm.func @far
// CHECK:         %[[FAR:.*]] = llvm.mlir.constant(-9223372036854775808 : i64)
// CHECK:         llvm.getelementptr inbounds %arg0[%[[FAR]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         %[[ROW:.*]] = llvm.mul
// CHECK:         %[[P:.*]] = llvm.getelementptr inbounds %arg1[%[[ROW]]] : (!llvm.ptr, i64) -> !llvm.ptr, f32
// CHECK:         llvm.getelementptr inbounds %[[P]][2] : (!llvm.ptr) -> !llvm.ptr, f32
func.func @far(%m: memref<4xf32>, %s: memref<4x4xf32, strided<[3000000000, 1]>>) -> (f32, f32) {
  %far = arith.constant -9223372036854775808 : index
  %x = memref.load %m[%far] : memref<4xf32>
  %c2 = arith.constant 2 : index
  %y = memref.load %s[%c2, %c2] : memref<4x4xf32, strided<[3000000000, 1]>>
  return %x, %y : f32, f32
}
