// RUN: mlr-opt %s --expand-math --split-input-file | FileCheck %s
// RUN: mlr-opt %s --expand-math --convert-loop-to-llvm --split-input-file | FileCheck %s --check-prefix=LLVM

// A power of integers is a function of the module, one a type, by squaring.

// CHECK-LABEL: func.func @powers
// CHECK:         call @mlr_ipowi_i32(%{{.*}}, %{{.*}}) : (i32, i32) -> i32
// CHECK:         call @mlr_ipowi_i8(%{{.*}}, %{{.*}}) : (i8, i8) -> i8
// CHECK:         call @mlr_ipowi_index(%{{.*}}, %{{.*}}) : (index, index) -> index
// CHECK:       func.func private @mlr_ipowi_i32
// CHECK:         loop.for
// LLVM-LABEL:  llvm.func @powers
// LLVM:          llvm.call @mlr_ipowi_i32
func.func @powers(%x: i32, %y: i8, %z: index) -> (i32, i8, index) {
  %0 = math.ipowi %x, %x : i32
  %1 = math.ipowi %y, %y : i8
  %2 = math.ipowi %z, %z : index
  return %0, %1, %2 : i32, i8, index
}

// -----

// CHECK-LABEL: func.func @bit
// CHECK:         call @mlr_ipowi_i1
// LLVM-LABEL:  llvm.func @bit
func.func @bit(%x: i1, %y: i1) -> i1 {
  %0 = math.ipowi %x, %y : i1
  return %0 : i1
}

// -----

// Lane by lane.

// CHECK-LABEL: func.func @lanes
// CHECK-COUNT-2: call @mlr_ipowi_i16
// LLVM-LABEL:  llvm.func @lanes
func.func @lanes(%x: vector<2xi16>, %y: vector<2xi16>) -> vector<2xi16> {
  %0 = math.ipowi %x, %y : vector<2xi16>
  return %0 : vector<2xi16>
}
