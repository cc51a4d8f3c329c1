// A pass that breaks is our fault: status 2, and a reproducer whose input is the IR before the step that failed.

// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(cse,test-pass-crash),symbol-dce)' 2>&1 | FileCheck %s

// CHECK:      mlr-opt: internal error: pass 'test-pass-crash' failed on 'func.func': IllegalStateException: the test pass breaks
// CHECK-NEXT: This is a bug in that pass, not in its input.
// CHECK-NEXT: To show it again: mlr-opt --pass-pipeline='builtin.module(func.func(test-pass-crash))' {{.*}}mlr-opt-reproducer-
func.func @five() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %0 = arith.addi %two, %three : i32
  return %0 : i32
}
