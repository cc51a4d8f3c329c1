// RUN: mlr-opt %s --canonicalize | FileCheck %s
// RUN: mlir-opt %s --canonicalize | FileCheck %s

// Constants fold into both results.

// CHECK-LABEL: func.func @constants
// CHECK-DAG:     %[[TRUE:.*]] = arith.constant true
// CHECK-DAG:     %[[SUM:.*]] = arith.constant 44 : i8
// CHECK:         return %[[SUM]], %[[TRUE]] : i8, i1
func.func @constants() -> (i8, i1) {
  %0 = arith.constant 200 : i8
  %1 = arith.constant 100 : i8
  %sum, %overflow = arith.addui_extended %0, %1 : i8, i1
  return %sum, %overflow : i8, i1
}

// Nothing added is no carry; constants go to the right first.

// CHECK-LABEL: func.func @zero
// CHECK-SAME:    (%[[X:.*]]: i32)
// CHECK:         %[[FALSE:.*]] = arith.constant false
// CHECK:         return %[[X]], %[[FALSE]] : i32, i1
func.func @zero(%x: i32) -> (i32, i1) {
  %0 = arith.constant 0 : i32
  %sum, %overflow = arith.addui_extended %0, %x : i32, i1
  return %sum, %overflow : i32, i1
}

// CHECK-LABEL: func.func @zero_vector
// CHECK-SAME:    (%[[X:.*]]: vector<4xi32>)
// CHECK:         %[[FALSE:.*]] = arith.constant dense<false> : vector<4xi1>
// CHECK:         return %[[X]], %[[FALSE]] : vector<4xi32>, vector<4xi1>
func.func @zero_vector(%x: vector<4xi32>) -> (vector<4xi32>, vector<4xi1>) {
  %0 = arith.constant dense<0> : vector<4xi32>
  %sum, %overflow = arith.addui_extended %x, %0 : vector<4xi32>, vector<4xi1>
  return %sum, %overflow : vector<4xi32>, vector<4xi1>
}

// CHECK-LABEL: func.func @times_zero
// CHECK:         %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK:         return %[[ZERO]], %[[ZERO]], %[[ZERO]], %[[ZERO]]
func.func @times_zero(%x: i32) -> (i32, i32, i32, i32) {
  %0 = arith.constant 0 : i32
  %a:2 = arith.mului_extended %x, %0 : i32
  %b:2 = arith.mulsi_extended %0, %x : i32
  return %a#0, %a#1, %b#0, %b#1 : i32, i32, i32, i32
}

// CHECK-LABEL: func.func @times_one
// CHECK-SAME:    (%[[X:.*]]: i32)
// CHECK:         %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK:         %[[NEGATIVE:.*]] = arith.cmpi slt, %[[X]], %[[ZERO]] : i32
// CHECK:         %[[SIGN:.*]] = arith.extsi %[[NEGATIVE]] : i1 to i32
// CHECK:         return %[[X]], %[[ZERO]], %[[X]], %[[SIGN]]
func.func @times_one(%x: i32) -> (i32, i32, i32, i32) {
  %0 = arith.constant 1 : i32
  %a:2 = arith.mului_extended %0, %x : i32
  %b:2 = arith.mulsi_extended %x, %0 : i32
  return %a#0, %a#1, %b#0, %b#1 : i32, i32, i32, i32
}
