// RUN: mlr-opt %s --remove-dead-values --split-input-file --validate-passes | FileCheck %s

// The example in the pass's documentation.

// CHECK-LABEL: func.func private @first(%arg0: i32) -> i32 {
// CHECK-NEXT:    return %arg0 : i32
func.func private @first(%a: i32, %unused: i32) -> (i32, i32) {
  %0 = arith.muli %a, %a : i32
  return %a, %0 : i32, i32
}

// CHECK-LABEL: func.func @main(%arg0: i32, %arg1: index) -> i32 {
// CHECK-NEXT:    %[[R:.*]] = call @first(%arg0) : (i32) -> i32
// CHECK-NEXT:    return %[[R]] : i32
func.func @main(%x: i32, %n: index) -> i32 {
  %0:2 = call @first(%x, %x) : (i32, i32) -> (i32, i32)
  return %0#0 : i32
}

// -----

// A carried value that only goes round; the other stays, with its result.

// CHECK-LABEL: func.func @loop(
// CHECK:         %[[R:.*]] = loop.for %[[I:.*]] = %c0 to %arg0 step %c1 iter_args(%[[S:.*]] = %arg1) -> (i32) {
// CHECK-NEXT:      %[[T:.*]] = arith.addi %[[S]], %[[S]]
// CHECK-NEXT:      loop.yield %[[T]] : i32
// CHECK:         return %[[R]]
func.func @loop(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%d = %b, %s = %a) -> (i32, i32) {
    %0 = arith.addi %s, %s : i32
    %1 = arith.muli %d, %s : i32
    loop.yield %1, %0 : i32, i32
  }
  return %r#1 : i32
}

// -----

// A value that is used inside the loop stays, even where its result is not used; so does one of which only the result is.

// CHECK-LABEL: func.func @kept(
// CHECK:         loop.for {{.*}} iter_args(%{{.*}} = %arg1, %{{.*}} = %arg2) -> (i32, i32) {
func.func @kept(%n: index, %a: i32, %b: i32, %m: memref<i32>) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%x = %a, %y = %b) -> (i32, i32) {
    memref.store %x, %m[] : memref<i32>
    %0 = arith.addi %x, %x : i32
    loop.yield %0, %0 : i32, i32
  }
  return %r#1 : i32
}

// -----

// While loops have two sets of values; conditionals yield their results.

// CHECK-LABEL: func.func @structured(
// CHECK:         %[[W:.*]] = loop.while (%[[X:.*]] = %arg0) : (index) -> index {
// CHECK:           loop.condition(%{{.*}}) %[[X]] : index
// CHECK:         } do {
// CHECK-NEXT:    ^bb0(%[[Y:.*]]: index):
// CHECK-NEXT:      %[[Z:.*]] = arith.subi %[[Y]], %c1
// CHECK-NEXT:      loop.yield %[[Z]] : index
// CHECK:         %[[IF:.*]] = loop.if %arg1 -> (index) {
// CHECK-NEXT:      loop.yield %[[W]] : index
// CHECK-NEXT:    } else {
// CHECK-NEXT:      loop.yield %c1 : index
// CHECK-NEXT:    }
// CHECK-NEXT:    return %[[IF]]
func.func @structured(%n: index, %p: i1) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %w:2 = loop.while (%x = %n, %u = %c1) : (index, index) -> (index, index) {
    %0 = arith.cmpi sgt, %x, %c0 : index
    %1 = arith.addi %u, %c1 : index
    loop.condition(%0) %x, %1 : index, index
  } do {
  ^bb0(%y: index, %v: index):
    %2 = arith.subi %y, %c1 : index
    loop.yield %2, %v : index, index
  }
  %i:2 = loop.if %p -> (index, index) {
    loop.yield %w#1, %w#0 : index, index
  } else {
    loop.yield %c0, %c1 : index, index
  }
  loop.if %p {
    %3 = arith.addi %n, %n : index
  }
  return %i#1 : index
}

// -----

// Arguments of blocks, one of which only goes round.

// CHECK-LABEL: func.func @blocks(
// CHECK:         cf.br ^bb1(%c0 : index)
// CHECK:       ^bb1(%[[I:.*]]: index):
// CHECK-NEXT:    %[[MORE:.*]] = arith.cmpi slt, %[[I]], %arg0
// CHECK-NEXT:    cf.cond_br %[[MORE]], ^bb2, ^bb3(%[[I]] : index)
// CHECK:       ^bb2:
// CHECK-NEXT:    %[[J:.*]] = arith.addi %[[I]], %c1
// CHECK-NEXT:    cf.br ^bb1(%[[J]] : index)
func.func @blocks(%n: index) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  cf.br ^head(%c1, %c0 : index, index)
^head(%dead: index, %i: index):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body(%dead : index), ^end(%i, %dead : index, index)
^body(%d: index):
  %0 = arith.addi %d, %i : index
  %1 = arith.addi %i, %c1 : index
  cf.br ^head(%0, %1 : index, index)
^end(%r: index, %e: index):
  return %r : index
}

// -----

// Recursion, through which neither the first argument nor the second result is needed. What is called by more than direct calls, or from
// outside, keeps its signature.

// CHECK-LABEL: func.func private @recursive(%arg0: i32) -> i32 {
// CHECK:         call @recursive(%{{.*}}) : (i32) -> i32
func.func private @recursive(%d: i32, %n: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %0 = arith.cmpi sle, %n, %c0 : i32
  %1:2 = loop.if %0 -> (i32, i32) {
    loop.yield %c0, %d : i32, i32
  } else {
    %2 = arith.subi %n, %c1 : i32
    %3:2 = func.call @recursive(%d, %2) : (i32, i32) -> (i32, i32)
    %4 = arith.addi %3#0, %n : i32
    loop.yield %4, %3#1 : i32, i32
  }
  return %1#0, %1#1 : i32, i32
}

// CHECK-LABEL: func.func private @taken(%arg0: i32) {
func.func private @taken(%a: i32) {
  return
}

// CHECK-LABEL: func.func @public(%arg0: i32, %arg1: i32) -> i32
func.func @public(%a: i32, %b: i32) -> i32 {
  %0:2 = call @recursive(%b, %a) : (i32, i32) -> (i32, i32)
  call @taken(%a) : (i32) -> ()
  %f = func.constant @taken : (i32) -> ()
  call_indirect %f(%b) : (i32) -> ()
  return %0#0 : i32
}

// -----

// Attributes of arguments and results go with them.

// CHECK: func.func private @attributes(%arg0: i32 {a.b}) -> (f32 {c.d})
func.func private @attributes(%a: f32 {a.a}, %b: i32 {a.b}) -> (i32 {c.c}, f32 {c.d}) {
  %0 = arith.sitofp %b : i32 to f32
  return %b, %0 : i32, f32
}

func.func @calls(%a: f32, %b: i32) -> f32 {
  %0:2 = call @attributes(%a, %b) : (f32, i32) -> (i32, f32)
  return %0#1 : f32
}

// -----

// What can be observed stays: writes, calls, assertions, and all they depend on.

// CHECK-LABEL: func.func @observed(
// CHECK:         loop.for
// CHECK-NEXT:      arith.addi
// CHECK-NEXT:      memref.store
// CHECK:         cf.assert
func.func @observed(%n: index, %p: i1, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = loop.for %i = %c0 to %n step %c1 iter_args(%s = %c0) -> (index) {
    %0 = arith.addi %s, %i : index
    memref.store %0, %m[%i] : memref<?xindex>
    loop.yield %0 : index
  }
  cf.assert %p, "holds"
  return
}
