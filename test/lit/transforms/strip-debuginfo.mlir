// RUN: mlr-opt %s --mlir-print-debuginfo | FileCheck %s --check-prefix=WITH
// RUN: mlr-opt %s --strip-debuginfo --mlir-print-debuginfo | FileCheck %s

// WITH: strip-debuginfo.mlir
// CHECK-NOT: strip-debuginfo.mlir
// CHECK: func.func @f(%arg0: i32
// CHECK-NOT: strip-debuginfo.mlir
func.func @f(%a: i32) -> i32 {
  return %a : i32
}
