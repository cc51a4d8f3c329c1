// RUN: mlr-opt %s --canonicalize | FileCheck %s

// Index is no type that arith.extsi extends to; upstream's canonicalization of this is not valid.

// CHECK-LABEL: func.func @index_times_one
// CHECK-SAME:    (%[[X:.*]]: index)
// CHECK:         %[[NEGATIVE:.*]] = arith.cmpi slt, %[[X]], %c0 : index
// CHECK:         %[[SIGN:.*]] = arith.index_cast %[[NEGATIVE]] : i1 to index
// CHECK:         return %[[X]], %[[SIGN]]
func.func @index_times_one(%x: index) -> (index, index) {
  %c1 = arith.constant 1 : index
  %low, %high = arith.mulsi_extended %x, %c1 : index
  return %low, %high : index, index
}
