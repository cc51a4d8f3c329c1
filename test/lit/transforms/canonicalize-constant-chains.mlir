// RUN: mlr-opt %s --canonicalize --validate-passes | FileCheck %s

// Operands that are constants by and by: equations, folds and the order of operands come to one constant.
// CHECK-LABEL: func.func @chain
// CHECK-NEXT: %[[C:.*]] = arith.constant 3 : i32
// CHECK-NEXT: return %[[C]]
func.func @chain(%arg0: i32) -> i32 {
  %0 = arith.subi %arg0, %arg0 : i32
  %c2_i32 = arith.constant 2 : i32
  %1 = arith.addi %c2_i32, %0 : i32
  %c2_i32_0 = arith.constant 2 : i32
  %c3_i32 = arith.constant 3 : i32
  %2 = arith.xori %1, %c2_i32_0 : i32
  %3 = arith.xori %c3_i32, %2 : i32
  return %3 : i32
}
