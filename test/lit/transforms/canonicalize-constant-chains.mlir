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

// Sums of constants that are poison are not folded. What equations make of them is: were it visited before its operands are folded, the same equations
// would apply to it again, without end.
// CHECK-LABEL: func.func @addition
// CHECK-NEXT: %[[C:.*]] = arith.constant 2 : i8
// CHECK-NEXT: return %[[C]]
func.func @addition() -> i8 {
  %c-1 = arith.constant -1 : i8
  %c1 = arith.constant 1 : i8
  %c2 = arith.constant 2 : i8
  %0 = arith.addi %c-1, %c1 overflow<nuw> : i8
  %1 = arith.addi %c2, %0 : i8
  return %1 : i8
}

// CHECK-LABEL: func.func @subtraction
// CHECK-NEXT: %[[C:.*]] = arith.constant -5 : i64
// CHECK-NEXT: return %[[C]]
func.func @subtraction() -> i64 {
  %c1 = arith.constant 1 : i64
  %c2 = arith.constant 2 : i64
  %c4 = arith.constant 4 : i64
  %0 = arith.subi %c1, %c2 overflow<nuw> : i64
  %1 = arith.subi %0, %c4 overflow<nuw> : i64
  return %1 : i64
}
