// A pass that changes what a program computes is found by running: the pass, the function, the smallest inputs and both sides
// are named, passes before and after it are not.

// RUN: not mlr-opt --load-plugin=%S/Inputs/WrongPass.java --validate-passes=2 --canonicalize --sort-operands --cse %s 2>&1 | FileCheck %s

// A harness that checks every pass notices without being told.
// RUN: not mlr-opt --load-plugin=%S/Inputs/WrongPass.java --sort-operands %s
// RUN: mlr-opt --load-plugin=%S/Inputs/WrongPass.java --validate-passes=false --sort-operands %s

// CHECK: wrong-pass.mlir:[[@LINE+9]]:1: error: pass 'sort-operands' is wrong: function @minus computes something else: result 0 is -1 before and 1 after
// CHECK: note: inputs:
// CHECK-NEXT: argument 0 = 0
// CHECK-NEXT: argument 1 = 1
// CHECK: note: before the pass:
// CHECK: arith.subi %arg0, %arg1
// CHECK: note: after the pass:
// CHECK: arith.subi %arg1, %arg0
// CHECK: mlr-opt --pass-pipeline='builtin.module(sort-operands)'
func.func @minus(%x: i32, %y: i32) -> i32 {
  %z = arith.subi %x, %y : i32
  return %z : i32
}
