// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file | FileCheck %s

// CHECK-LABEL: llvm.func @integers
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK:         %[[S:.*]] = llvm.add %[[A]], %[[B]] overflow<nsw> : i32
// CHECK:         %[[Q:.*]] = llvm.sdiv %[[S]], %[[B]] : i32
// CHECK:         %[[M:.*]] = llvm.intr.smax(%[[Q]], %[[A]]) : (i32, i32) -> i32
// CHECK:         %[[C:.*]] = llvm.icmp "ult" %[[M]], %[[B]] : i32
// CHECK:         llvm.select %[[C]], %[[A]], %[[M]] : i1, i32
func.func @integers(%a: i32, %b: i32) -> i32 {
  %s = arith.addi %a, %b overflow<nsw> : i32
  %q = arith.divsi %s, %b : i32
  %m = arith.maxsi %q, %a : i32
  %c = arith.cmpi ult, %m, %b : i32
  %r = arith.select %c, %a, %m : i32
  return %r : i32
}

// -----

// CHECK-LABEL: llvm.func @floats
// CHECK-SAME:    (%[[A:.*]]: f32, %[[B:.*]]: f64)
// CHECK:         %[[T:.*]] = llvm.fptrunc %[[B]] : f64 to f32
// CHECK:         %[[D:.*]] = llvm.fdiv %[[A]], %[[T]] : f32
// CHECK:         %[[N:.*]] = llvm.fneg %[[D]] : f32
// CHECK:         llvm.fcmp "ule" %[[N]], %[[A]] : f32
// CHECK:         llvm.fptosi %[[N]] : f32 to i16
func.func @floats(%a: f32, %b: f64) -> (i1, i16) {
  %t = arith.truncf %b : f64 to f32
  %d = arith.divf %a, %t : f32
  %n = arith.negf %d : f32
  %c = arith.cmpf ule, %n, %a : f32
  %i = arith.fptosi %n : f32 to i16
  return %c, %i : i1, i16
}

// -----

// A minimum is a comparison; zeros, which compare equal, are told apart by their bits, and NaN on the right is passed over.

// CHECK-LABEL: llvm.func @minimum
// CHECK-SAME:    (%[[A:.*]]: f32, %[[B:.*]]: f32)
// CHECK:         %[[LESS:.*]] = llvm.fcmp "olt" %[[A]], %[[B]] : f32
// CHECK:         %[[S:.*]] = llvm.select %[[LESS]], %[[A]], %[[B]] : i1, f32
// CHECK:         %[[BITS:.*]] = llvm.or
// CHECK:         %[[EQUAL:.*]] = llvm.fcmp "oeq" %[[A]], %[[B]] : f32
// CHECK:         %[[ZERO:.*]] = llvm.bitcast %[[BITS]] : i32 to f32
// CHECK:         %[[T:.*]] = llvm.select %[[EQUAL]], %[[ZERO]], %[[S]] : i1, f32
// CHECK:         %[[NAN:.*]] = llvm.fcmp "uno" %[[B]], %[[B]] : f32
// CHECK:         llvm.select %[[NAN]], %[[A]], %[[T]] : i1, f32
func.func @minimum(%a: f32, %b: f32) -> f32 {
  %m = arith.minnumf %a, %b : f32
  return %m : f32
}

// -----

// Products of 64 bits come in two halves without an integer of 128.

// CHECK-LABEL: llvm.func @product
// CHECK-NOT:     i128
// CHECK:         llvm.return
func.func @product(%a: i64, %b: i64) -> (i64, i64) {
  %low, %high = arith.mulsi_extended %a, %b : i64
  return %low, %high : i64, i64
}

// -----

// A sum that wrapped is below its operands.

// CHECK-LABEL: llvm.func @sum
// CHECK-SAME:    (%[[A:.*]]: i32, %[[B:.*]]: i32)
// CHECK:         %[[SUM:.*]] = llvm.add %[[A]], %[[B]] : i32
// CHECK:         llvm.icmp "ult" %[[SUM]], %[[A]] : i32
func.func @sum(%a: i32, %b: i32) -> (i32, i1) {
  %sum, %overflow = arith.addui_extended %a, %b : i32, i1
  return %sum, %overflow : i32, i1
}

// -----

// CHECK-LABEL: llvm.func @division
// CHECK:         %[[R:.*]] = llvm.srem
// CHECK:         llvm.icmp "ne" %[[R]]
// CHECK:         llvm.sdiv
// CHECK:         llvm.sub
func.func @division(%a: i32, %b: i32) -> i32 {
  %q = arith.floordivsi %a, %b : i32
  return %q : i32
}

// -----

// CHECK-LABEL: llvm.func @indices
// CHECK-SAME:    (%[[I:.*]]: i64, %[[J:.*]]: i32)
// CHECK:         llvm.trunc %[[I]] : i64 to i32
// CHECK:         llvm.sext %[[J]] : i32 to i64
func.func @indices(%i: index, %j: i32) -> (i32, index) {
  %a = arith.index_cast %i : index to i32
  %b = arith.index_cast %j : i32 to index
  return %a, %b : i32, index
}
