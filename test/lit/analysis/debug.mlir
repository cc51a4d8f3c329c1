// RUN: mlr-opt %s --print-constants --debug-only=dataflow 2>&1 | FileCheck %s

// CHECK: argument #0 of a block in 'func.func': unreached -> varying
// CHECK: result #0 of 'arith.constant': unreached -> 2 : i32
// CHECK: result #0 of 'arith.addi': unreached -> 4 : i32
func.func @sum(%x: i32) -> i32 {
  %c2 = arith.constant 2 : i32
  %0 = arith.addi %c2, %c2 : i32
  return %0 : i32
}
