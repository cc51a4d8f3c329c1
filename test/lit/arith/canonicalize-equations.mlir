// RUN: mlr-opt %s --canonicalize='check-patterns test-convergence' | FileCheck %s

// CHECK-LABEL: func.func @constants_meet(
// CHECK-SAME: %[[X:.*]]: i32)
func.func @constants_meet(%x: i32) -> (i32, i32, i32, i32, i32, i32) {
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  // CHECK-DAG: %[[C5:.*]] = arith.constant 5 : i32
  // CHECK-DAG: %[[C1:.*]] = arith.constant 1 : i32
  // CHECK-DAG: %[[CM1:.*]] = arith.constant -1 : i32
  // CHECK-DAG: %[[C6:.*]] = arith.constant 6 : i32
  // CHECK: %[[A:.*]] = arith.subi %[[X]], %[[C5]] : i32
  %0 = arith.subi %x, %c2 : i32
  %1 = arith.subi %0, %c3 : i32
  // CHECK: %[[B:.*]] = arith.subi %[[C5]], %[[X]] : i32
  %2 = arith.subi %c3, %x : i32
  %3 = arith.addi %2, %c2 : i32
  // CHECK: %[[C:.*]] = arith.addi %[[X]], %[[CM1]] : i32
  %4 = arith.subi %c2, %2 : i32
  // CHECK: %[[D:.*]] = arith.subi %[[CM1]], %[[X]] : i32
  %5 = arith.addi %x, %c3 : i32
  %6 = arith.subi %c2, %5 : i32
  // CHECK: %[[E:.*]] = arith.muli %[[X]], %[[C6]] : i32
  %7 = arith.muli %c2, %x : i32
  %8 = arith.muli %7, %c3 : i32
  // CHECK: %[[F:.*]] = arith.addi %[[X]], %[[C1]] : i32
  %9 = arith.subi %5, %c2 : i32
  // CHECK: return %[[A]], %[[B]], %[[C]], %[[D]], %[[E]], %[[F]]
  return %1, %3, %4, %6, %8, %9 : i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @cancelling(
// CHECK-SAME: %[[X:.*]]: i32, %[[Y:.*]]: i32)
func.func @cancelling(%x: i32, %y: i32) -> (i32, i32, i32, i32, i32, i32, i32) {
  // CHECK-DAG: %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK-DAG: %[[ONES:.*]] = arith.constant -1 : i32
  %m1 = arith.constant -1 : i32
  %0 = arith.addi %x, %y : i32
  %1 = arith.subi %0, %y : i32
  %2 = arith.subi %0, %x : i32
  // CHECK: %[[D:.*]] = arith.subi %[[Y]], %[[X]] : i32
  %3 = arith.muli %x, %m1 : i32
  %4 = arith.addi %3, %y : i32
  %5 = arith.xori %x, %m1 : i32
  %6 = arith.andi %5, %x : i32
  %7 = arith.ori %x, %5 : i32
  %8 = arith.xori %y, %x : i32
  %9 = arith.xori %8, %y : i32
  %10 = arith.xori %5, %m1 : i32
  // CHECK: return %[[X]], %[[Y]], %[[D]], %[[ZERO]], %[[ONES]], %[[X]], %[[X]]
  return %1, %2, %4, %6, %7, %9, %10 : i32, i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func.func @comparisons(
// CHECK-SAME: %[[X:.*]]: i8, %[[Y:.*]]: i8, %[[B:.*]]: i1, %[[F:.*]]: f32)
func.func @comparisons(%x: i8, %y: i8, %b: i1, %f: f32) -> (i1, i1, i1, i1, i1) {
  %c0 = arith.constant 0 : i32
  %c7 = arith.constant 7 : i8
  %true = arith.constant true
  // CHECK: %[[SEVEN:.*]] = arith.constant 7 : i8
  // CHECK: %[[R0:.*]] = arith.cmpi slt, %[[X]], %[[Y]] : i8
  %xs = arith.extsi %x : i8 to i32
  %ys = arith.extsi %y : i8 to i32
  %0 = arith.cmpi slt, %xs, %ys : i32
  // CHECK: %[[R1:.*]] = arith.cmpi ult, %[[X]], %[[Y]] : i8
  %xu = arith.extui %x : i8 to i32
  %yu = arith.extui %y : i8 to i32
  %1 = arith.cmpi slt, %xu, %yu : i32
  %e = arith.extui %b : i1 to i32
  %2 = arith.cmpi ne, %e, %c0 : i32
  // CHECK: %[[R3:.*]] = arith.cmpi sge, %[[X]], %[[SEVEN]] : i8
  %3 = arith.cmpi sle, %c7, %x : i8
  // CHECK: %[[R4:.*]] = arith.cmpf uno, %[[F]], %[[F]] : f32
  %4 = arith.cmpf ord, %f, %f : f32
  %5 = arith.xori %4, %true : i1
  // CHECK: return %[[R0]], %[[R1]], %[[B]], %[[R3]], %[[R4]]
  return %0, %1, %2, %3, %5 : i1, i1, i1, i1, i1
}

// CHECK-LABEL: func.func @selections(
// CHECK-SAME: %[[P:.*]]: i1, %[[X:.*]]: i32, %[[Y:.*]]: i32, %[[Z:.*]]: i32)
func.func @selections(%p: i1, %x: i32, %y: i32, %z: i32) -> (i32, i32, i32, i32, i1) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %true = arith.constant true
  %false = arith.constant false
  // CHECK: %[[TRUE:.*]] = arith.constant true
  // CHECK: %[[R0:.*]] = arith.select %[[P]], %[[Y]], %[[X]] : i32
  %n = arith.xori %p, %true : i1
  %0 = arith.select %n, %x, %y : i32
  // CHECK: %[[R1:.*]] = arith.select %[[P]], %[[X]], %[[Z]] : i32
  %i = arith.select %p, %x, %y : i32
  %1 = arith.select %p, %i, %z : i32
  %eq = arith.cmpi eq, %x, %y : i32
  %2 = arith.select %eq, %x, %y : i32
  // CHECK: %[[R3:.*]] = arith.extui %[[P]] : i1 to i32
  %3 = arith.select %p, %c1, %c0 : i32
  // CHECK: %[[R4:.*]] = arith.xori %[[P]], %[[TRUE]] : i1
  %4 = arith.select %p, %false, %true : i1
  // CHECK: return %[[R0]], %[[R1]], %[[Y]], %[[R3]], %[[R4]]
  return %0, %1, %2, %3, %4 : i32, i32, i32, i32, i1
}

// CHECK-LABEL: func.func @conversions(
// CHECK-SAME: %[[X:.*]]: i8, %[[W:.*]]: i64, %[[I:.*]]: index)
func.func @conversions(%x: i8, %w: i64, %i: index) -> (i64, i16, i8, i8, index, index) {
  // CHECK: %[[R0:.*]] = arith.extsi %[[X]] : i8 to i64
  %0 = arith.extsi %x : i8 to i32
  %1 = arith.extsi %0 : i32 to i64
  // CHECK: %[[R1:.*]] = arith.extsi %[[X]] : i8 to i16
  %2 = arith.trunci %0 : i32 to i16
  // CHECK: %[[R2:.*]] = arith.trunci %[[W]] : i64 to i8
  %3 = arith.trunci %w : i64 to i32
  %4 = arith.trunci %3 : i32 to i8
  // An index through 8 bits is not the same index.
  // CHECK: %[[N:.*]] = arith.index_cast %[[I]] : index to i8
  // CHECK: %[[R5:.*]] = arith.index_cast %[[N]] : i8 to index
  %5 = arith.index_cast %x : i8 to index
  %6 = arith.index_cast %5 : index to i8
  %7 = arith.index_cast %i : index to i8
  %8 = arith.index_cast %7 : i8 to index
  %9 = arith.index_cast %i : index to i64
  %10 = arith.index_cast %9 : i64 to index
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[X]], %[[R5]], %[[I]]
  return %1, %2, %4, %6, %8, %10 : i64, i16, i8, i8, index, index
}

// Vectors follow the same equations.
// CHECK-LABEL: func.func @vectors(
// CHECK-SAME: %[[X:.*]]: vector<2xi32>, %[[F:.*]]: vector<2xf32>, %[[G:.*]]: vector<2xf32>)
func.func @vectors(%x: vector<2xi32>, %f: vector<2xf32>, %g: vector<2xf32>) -> (vector<2xi32>, vector<2xf32>) {
  %c2 = arith.constant dense<[2, 3]> : vector<2xi32>
  %c3 = arith.constant dense<3> : vector<2xi32>
  // CHECK: %[[C:.*]] = arith.constant dense<[5, 6]> : vector<2xi32>
  // CHECK: %[[S:.*]] = arith.addi %[[X]], %[[C]] : vector<2xi32>
  %0 = arith.addi %x, %c2 : vector<2xi32>
  %1 = arith.addi %0, %c3 : vector<2xi32>
  // CHECK: %[[M:.*]] = arith.mulf %[[F]], %[[G]] : vector<2xf32>
  %2 = arith.negf %f : vector<2xf32>
  %3 = arith.negf %g : vector<2xf32>
  %4 = arith.mulf %2, %3 : vector<2xf32>
  // CHECK: return %[[S]], %[[M]]
  return %1, %4 : vector<2xi32>, vector<2xf32>
}
