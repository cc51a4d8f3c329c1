// RUN: mlr-opt %s --canonicalize | FileCheck %s

// Identities that hold for every integer.
// CHECK-LABEL: func.func @integer_identities(
// CHECK-SAME: %[[X:.*]]: i32, %[[Y:.*]]: i32)
func.func @integer_identities(%x: i32, %y: i32) -> (i32, i32, i32, i32, i32, i32, i32, i32, i32) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %m1 = arith.constant -1 : i32
  %0 = arith.addi %c0, %x : i32
  %1 = arith.subi %x, %x : i32
  %2 = arith.muli %x, %c1 : i32
  %3 = arith.muli %x, %c0 : i32
  %4 = arith.andi %x, %m1 : i32
  %5 = arith.ori %x, %x : i32
  %6 = arith.xori %x, %x : i32
  %7 = arith.divsi %x, %c1 : i32
  %8 = arith.maxsi %x, %x : i32
  // CHECK-NEXT: %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK-NEXT: return %[[X]], %[[ZERO]], %[[X]], %[[ZERO]], %[[X]], %[[X]], %[[ZERO]], %[[X]], %[[X]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : i32, i32, i32, i32, i32, i32, i32, i32, i32
}

// Only what is exact for infinities, signed zeros and NaN.
// CHECK-LABEL: func.func @float_identities(
// CHECK-SAME: %[[X:.*]]: f32)
func.func @float_identities(%x: f32) -> (f32, f32, f32, f32, f32, f32) {
  // CHECK: %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
  %p0 = arith.constant 0.0 : f32
  %n0 = arith.constant -0.0 : f32
  %one = arith.constant 1.0 : f32
  %0 = arith.addf %x, %n0 : f32
  // CHECK: %[[SUM:.*]] = arith.addf %[[X]], %[[ZERO]] : f32
  %1 = arith.addf %x, %p0 : f32
  %2 = arith.subf %x, %p0 : f32
  %3 = arith.mulf %x, %one : f32
  // CHECK: %[[PRODUCT:.*]] = arith.mulf %[[X]], %[[ZERO]] : f32
  %4 = arith.mulf %x, %p0 : f32
  %5 = arith.negf %x : f32
  %6 = arith.negf %5 : f32
  // CHECK: return %[[X]], %[[SUM]], %[[X]], %[[X]], %[[PRODUCT]], %[[X]]
  return %0, %1, %2, %3, %4, %6 : f32, f32, f32, f32, f32, f32
}

// Constants meet: (x + 2) + 3 = x + 5.
// CHECK-LABEL: func.func @reassociation(
// CHECK-SAME: %[[X:.*]]: i32)
func.func @reassociation(%x: i32) -> i32 {
  // CHECK-NEXT: %[[FIVE:.*]] = arith.constant 5 : i32
  // CHECK-NEXT: %[[R:.*]] = arith.addi %[[X]], %[[FIVE]] : i32
  // CHECK-NEXT: return %[[R]]
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %0 = arith.addi %c2, %x overflow<nsw> : i32
  %1 = arith.addi %0, %c3 : i32
  return %1 : i32
}

// Floating-point sums are left as they stand.
// CHECK-LABEL: func.func @no_reassociation
func.func @no_reassociation(%x: f32) -> f32 {
  // CHECK-COUNT-2: arith.addf
  %c2 = arith.constant 2.0 : f32
  %c3 = arith.constant 3.0 : f32
  %0 = arith.addf %x, %c2 : f32
  %1 = arith.addf %0, %c3 : f32
  return %1 : f32
}

// not (a < b) = a >= b, not (x < y) = x >= y or unordered.
// CHECK-LABEL: func.func @negations(
// CHECK-SAME: %[[A:.*]]: i32, %[[B:.*]]: i32, %[[X:.*]]: f32, %[[Y:.*]]: f32)
func.func @negations(%a: i32, %b: i32, %x: f32, %y: f32) -> (i1, i1) {
  // CHECK-NEXT: %[[I:.*]] = arith.cmpi sge, %[[A]], %[[B]] : i32
  // CHECK-NEXT: %[[F:.*]] = arith.cmpf uge, %[[X]], %[[Y]] : f32
  // CHECK-NEXT: return %[[I]], %[[F]]
  %true = arith.constant true
  %0 = arith.cmpi slt, %a, %b : i32
  %1 = arith.xori %0, %true : i1
  %2 = arith.cmpf olt, %x, %y : f32
  %3 = arith.xori %2, %true : i1
  return %1, %3 : i1, i1
}

// CHECK-LABEL: func.func @selections(
// CHECK-SAME: %[[C:.*]]: i1, %[[X:.*]]: f32, %[[Y:.*]]: f32)
func.func @selections(%c: i1, %x: f32, %y: f32) -> (f32, f32, i1) {
  // CHECK-NEXT: return %[[Y]], %[[X]], %[[C]]
  %true = arith.constant true
  %false = arith.constant false
  %0 = arith.select %false, %x, %y : f32
  %1 = arith.select %c, %x, %x : f32
  %2 = arith.select %c, %true, %false : i1
  return %0, %1, %2 : f32, f32, i1
}

// Poison and undefined behaviour are not folded.
// CHECK-LABEL: func.func @not_folded
func.func @not_folded() -> (i32, i32) {
  // CHECK: arith.divsi
  // CHECK: arith.shli
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %c40 = arith.constant 40 : i32
  %0 = arith.divsi %c1, %c0 : i32
  %1 = arith.shli %c1, %c40 : i32
  return %0, %1 : i32, i32
}

// Evaluation of constants, with the bits of run time.
// CHECK-LABEL: func.func @evaluated
func.func @evaluated() -> (f32, i8, vector<2xf32>) {
  // CHECK-DAG: arith.constant 2.71828175 : f32
  // CHECK-DAG: arith.constant -56 : i8
  // CHECK-DAG: arith.constant dense<[4.000000e+00, 6.000000e+00]> : vector<2xf32>
  // CHECK-NOT: arith.addi
  %one = arith.constant 1.0 : f32
  %c100 = arith.constant 100 : i8
  %v = arith.constant dense<[2.0, 3.0]> : vector<2xf32>
  %0 = math.exp %one : f32
  %1 = arith.addi %c100, %c100 : i8
  %2 = arith.addf %v, %v : vector<2xf32>
  return %0, %1, %2 : f32, i8, vector<2xf32>
}
