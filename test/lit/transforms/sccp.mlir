// RUN: mlr-opt %s --sccp --split-input-file --validate-passes | FileCheck %s

// The example in the pass's documentation.

// CHECK-LABEL: func.func @f(
// CHECK:         return %c2_i32 : i32
func.func @f(%p: i1, %a: i32) -> i32 {
  %true = arith.constant true
  %c1 = arith.constant 1 : i32
  %0 = loop.if %true -> (i32) {
    loop.yield %c1 : i32
  } else {
    loop.yield %a : i32
  }
  %1 = arith.addi %0, %c1 : i32
  return %1 : i32
}

// -----

// Around a loop that never changes the value; the branch that would is never taken.

// CHECK-LABEL: func.func @loop(
// CHECK:         cf.cond_br %arg0, ^bb1(%c1_i32 : i32), ^bb4
// CHECK:       ^bb4:
// CHECK-NEXT:    return %c1_i32
func.func @loop(%p: i1) -> i32 {
  %c1 = arith.constant 1 : i32
  %c7 = arith.constant 7 : i32
  cf.br ^head(%c1 : i32)
^head(%x: i32):
  %is = arith.cmpi eq, %x, %c1 : i32
  cf.cond_br %is, ^same, ^other
^same:
  cf.cond_br %p, ^head(%x : i32), ^end
^other:
  cf.br ^head(%c7 : i32)
^end:
  return %x : i32
}

// -----

// Different constants meet: nothing is known.

// CHECK-LABEL: func.func @differ(
// CHECK:       ^bb3(%[[X:.*]]: i32):
// CHECK-NEXT:    return %[[X]]
func.func @differ(%p: i1) -> i32 {
  %c1 = arith.constant 1 : i32
  %c2 = arith.constant 2 : i32
  cf.cond_br %p, ^a, ^b
^a:
  cf.br ^end(%c1 : i32)
^b:
  cf.br ^end(%c2 : i32)
^end(%x: i32):
  return %x : i32
}

// -----

// Carried values of loops that stay the same; the induction variable is not known.

// CHECK-LABEL: func.func @carried(
// CHECK:         loop.for %[[I:.*]] = {{.*}} iter_args(%{{.*}} = %c3, %[[S:.*]] = %c0) -> (index, index) {
// CHECK-NEXT:      %[[A:.*]] = arith.addi %[[S]], %[[I]]
// CHECK-NEXT:      loop.yield %c3, %[[A]]
// CHECK:         return %c6
func.func @carried(%n: index, %m: memref<index>) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%x = %c3, %s = %c0) -> (index, index) {
    %0 = arith.addi %s, %i : index
    loop.yield %x, %0 : index, index
  }
  memref.store %r#1, %m[] : memref<index>
  %2 = arith.addi %r#0, %r#0 : index
  return %2 : index
}

// -----

// Through calls of a private function that is always given the same; a public one may be called from elsewhere.

// CHECK-LABEL: func.func private @twice(
// CHECK:         %[[C:.*]] = arith.constant 4 : i32
// CHECK:         return %[[C]]
func.func private @twice(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}

// CHECK-LABEL: func.func @public(
// CHECK-NEXT:    %[[S:.*]] = arith.addi
// CHECK-NEXT:    return %[[S]]
func.func @public(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}

// CHECK-LABEL: func.func @main(
// CHECK:         call @twice
// CHECK:         %[[P:.*]] = call @public
// CHECK:         return %c4_i32, %[[P]]
func.func @main() -> (i32, i32) {
  %c2 = arith.constant 2 : i32
  %0 = call @twice(%c2) : (i32) -> i32
  %1 = call @public(%c2) : (i32) -> i32
  return %0, %1 : i32, i32
}

// -----

// A division by zero is not evaluated, and nothing is concluded from poison.

// CHECK-LABEL: func.func @undefined(
// CHECK:         arith.divsi
// CHECK:         arith.shli
func.func @undefined() -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %c40 = arith.constant 40 : i32
  %0 = arith.divsi %c1, %c0 : i32
  %1 = arith.shli %c1, %c40 : i32
  return %0, %1 : i32, i32
}
