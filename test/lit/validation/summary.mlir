// What was run, and what was not and why, is said at the end.

// RUN: mlr-opt --validate-passes=2 --validation-summary --canonicalize %s -o %t 2>&1 | FileCheck %s
// RUN: mlr-opt --validate-passes=2 --validation-summary=false --canonicalize %s -o %t 2>&1 | count 0

// CHECK: validation:
// CHECK-DAG: 16 validated: calls
// CHECK-DAG: 1 validated: functions
// CHECK-DAG: 1 not validated: functions and nodes left as they were
// CHECK-DAG: 1 not validated: functions that take memref<*xf32>
func.func @changed(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %y = arith.addi %x, %zero : i32
  return %y : i32
}

func.func @unchanged(%x: i32, %y: i32) -> i32 {
  %z = arith.subi %x, %y : i32
  return %z : i32
}

func.func @unranked(%m: memref<*xf32>) -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %y = arith.addi %zero, %one : i32
  return %y : i32
}
