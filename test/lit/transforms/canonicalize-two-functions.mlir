// RUN: mlr-opt %s --canonicalize | FileCheck %s

// A constant that is unified asks for another look at its user, here an outer loop of the second function, which is then erased.
// Its inner loop must not be visited after that.

// CHECK-LABEL: func.func @first
func.func @first(%x: i8) -> i8 {
  return %x : i8
}

// CHECK-LABEL: func.func @second
// CHECK-NEXT: return
func.func @second(%n: i32) {
  %zero = arith.constant 0 : index
  %two = arith.constant 2 : index
  %step = arith.constant 2 : index
  loop.for %i = %two to %zero step %step {
    loop.for %j = %n to %n step %n : i32 {
      %f = func.constant @first : (i8) -> i8
      %c = arith.constant 0 : i8
      %r = func.call_indirect %f(%c) : (i8) -> i8
    }
  }
  return
}
