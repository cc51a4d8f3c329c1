// RUN: mlr-opt %s --loop-fusion --split-input-file --validate-passes=40 | FileCheck %s
// RUN: mlr-opt %s --loop-fusion=mode=producer --split-input-file --validate-passes=40 | FileCheck %s --check-prefix=PROD
// RUN: not mlr-opt %s --loop-fusion=mode=all --split-input-file 2>&1 | FileCheck %s --check-prefix=BAD

// BAD: error: loop-fusion: mode must be greedy, producer or sibling, but is 'all'

// The example in the pass's documentation.

// CHECK-LABEL: func.func @twice(
// CHECK:         loop.for %[[I:.*]] = %c0 to %c8 step %c1 {
// CHECK-NEXT:      %[[A:.*]] = memref.load %arg0[%[[I]]]
// CHECK-NEXT:      memref.store %[[A]], %arg1[%[[I]]]
// CHECK-NEXT:      %[[B:.*]] = memref.load %arg1[%[[I]]]
// CHECK-NEXT:      %[[S:.*]] = arith.addf %[[B]], %[[B]]
// CHECK-NEXT:      memref.store %[[S]], %arg1[%[[I]]]
// CHECK-NOT:     loop.for
// PROD-LABEL: func.func @twice(
// PROD:          loop.for
// PROD-NOT:      loop.for
func.func @twice(%a: memref<8xf32>, %b: memref<8xf32> {llvm.noalias}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %b[%i] : memref<8xf32>
  }
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %b[%i] : memref<8xf32>
    %1 = arith.addf %0, %0 : f32
    memref.store %1, %b[%i] : memref<8xf32>
  }
  return
}

// -----

// Siblings with carried values; the one in between does not matter, nor do the results.

// CHECK-LABEL: func.func @sums(
// CHECK:         %[[Z:.*]] = arith.addf %arg1, %arg1
// CHECK:         %[[R:.*]]:2 = loop.for %[[I:.*]] = %c0 to %arg2 step %c1 iter_args(%[[S:.*]] = %arg1, %[[P:.*]] = %[[Z]]) -> (f32, f32) {
// CHECK-NEXT:      %[[A:.*]] = memref.load
// CHECK-NEXT:      %[[SA:.*]] = arith.addf %[[S]], %[[A]]
// CHECK-NEXT:      %[[B:.*]] = memref.load
// CHECK-NEXT:      %[[PB:.*]] = arith.mulf %[[P]], %[[B]]
// CHECK-NEXT:      loop.yield %[[SA]], %[[PB]] : f32, f32
// CHECK:         return %[[R]]#0, %[[R]]#1
// PROD-LABEL: func.func @sums(
// PROD-COUNT-2:  loop.for
func.func @sums(%a: memref<?xf32>, %z: f32, %n: index) -> (f32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c0 to %n step %c1 iter_args(%s = %z) -> (f32) {
    %1 = memref.load %a[%i] : memref<?xf32>
    %2 = arith.addf %s, %1 : f32
    loop.yield %2 : f32
  }
  %o = arith.addf %z, %z : f32
  %3 = loop.for %i = %c0 to %n step %c1 iter_args(%p = %o) -> (f32) {
    %4 = memref.load %a[%i] : memref<?xf32>
    %5 = arith.mulf %p, %4 : f32
    loop.yield %5 : f32
  }
  return %0, %3 : f32, f32
}

// -----

// The second loop reads one ahead of what the first has written: not fused. One behind is.

// CHECK-LABEL: func.func @ahead(
// CHECK-COUNT-2: loop.for
// CHECK-LABEL: func.func @behind(
// CHECK:         loop.for
// CHECK-NOT:     loop.for
// CHECK:         return
func.func @ahead(%a: memref<9xf32>, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    memref.store %z, %a[%i] : memref<9xf32>
  }
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = arith.addi %i, %c1 : index
    %1 = memref.load %a[%0] : memref<9xf32>
    %2 = arith.addf %1, %z : f32
    memref.store %2, %a[%i] : memref<9xf32>
  }
  return
}

func.func @behind(%a: memref<9xf32>, %b: memref<9xf32> {llvm.noalias}, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = arith.addi %i, %c1 : index
    memref.store %z, %a[%0] : memref<9xf32>
  }
  loop.for %i = %c0 to %c8 step %c1 {
    %1 = memref.load %a[%i] : memref<9xf32>
    %2 = arith.addf %1, %z : f32
    memref.store %2, %b[%i] : memref<9xf32>
  }
  return
}

// -----

// Loops inside are fused once they stand in one body.

// CHECK-LABEL: func.func @nest(
// CHECK:         loop.for %[[I:.*]] =
// CHECK-NEXT:      loop.for %[[J:.*]] =
// CHECK-NEXT:        memref.store %arg1, %arg0[%[[I]], %[[J]]]
// CHECK-NEXT:        memref.load %arg0[%[[I]], %[[J]]]
// CHECK-NOT:     loop.for
// CHECK:         return
func.func @nest(%a: memref<4x8xf32>, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c4 step %c1 {
    loop.for %j = %c0 to %c8 step %c1 {
      memref.store %z, %a[%i, %j] : memref<4x8xf32>
    }
  }
  loop.for %i = %c0 to %c4 step %c1 {
    loop.for %j = %c0 to %c8 step %c1 {
      %0 = memref.load %a[%i, %j] : memref<4x8xf32>
      %1 = arith.mulf %0, %0 : f32
      memref.store %1, %a[%i, %j] : memref<4x8xf32>
    }
  }
  return
}

// -----

// Left alone: other bounds, a result that the second loop needs, a write in between, a call, arguments that may share memory.

func.func private @effect()

// CHECK-LABEL: func.func @left(
// CHECK-COUNT-10: loop.for
func.func @left(%a: memref<8xf32>, %b: memref<8xf32>, %z: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c7 = arith.constant 7 : index
  %c8 = arith.constant 8 : index
  loop.for %i = %c0 to %c8 step %c1 {
    memref.store %z, %a[%i] : memref<8xf32>
  }
  loop.for %i = %c0 to %c7 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %a[%i] : memref<8xf32>
  }
  func.call @effect() : () -> ()
  %s = loop.for %i = %c0 to %c8 step %c1 iter_args(%t = %z) -> (f32) {
    %0 = memref.load %a[%i] : memref<8xf32>
    %1 = arith.addf %t, %0 : f32
    loop.yield %1 : f32
  }
  %r = loop.for %i = %c0 to %c8 step %c1 iter_args(%t = %s) -> (f32) {
    %0 = memref.load %a[%i] : memref<8xf32>
    %1 = arith.addf %t, %0 : f32
    loop.yield %1 : f32
  }
  func.call @effect() : () -> ()
  loop.for %i = %c0 to %c8 step %c1 {
    memref.store %z, %a[%i] : memref<8xf32>
  }
  memref.store %r, %a[%c7] : memref<8xf32>
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %a[%i] : memref<8xf32>
  }
  func.call @effect() : () -> ()
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %b[%i] : memref<8xf32>
  }
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %b[%i] : memref<8xf32>
  }
  func.call @effect() : () -> ()
  loop.for %i = %c0 to %c8 step %c1 {
    memref.store %z, %a[%i] : memref<8xf32>
    func.call @effect() : () -> ()
  }
  loop.for %i = %c0 to %c8 step %c1 {
    %0 = memref.load %a[%i] : memref<8xf32>
    memref.store %0, %a[%i] : memref<8xf32>
  }
  return %r : f32
}
