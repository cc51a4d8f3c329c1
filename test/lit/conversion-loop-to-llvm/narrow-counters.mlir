// RUN: mlr-opt %s --convert-loop-to-llvm --validate-passes=40 | FileCheck %s

// The counter is added to and compared at the width of its type. Bounds for which it would leave the type are undefined before the pass.

// CHECK-LABEL: llvm.func @weighted
// CHECK:         ^bb1(%[[I:.*]]: i8, %{{.*}}: i8):
// CHECK:         llvm.icmp "slt" %[[I]], %arg1 : i8
// CHECK:         llvm.add %[[I]], %arg2 : i8
func.func @weighted(%l: i8, %u: i8, %s: i8) -> i8 {
  %z = arith.constant 0 : i8
  %r = loop.for %i = %l to %u step %s iter_args(%a = %z) -> (i8) : i8 {
    %0 = arith.muli %a, %i : i8
    %b = arith.addi %0, %i : i8
    loop.yield %b : i8
  }
  return %r : i8
}
