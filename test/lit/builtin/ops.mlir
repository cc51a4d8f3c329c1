// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK: module @outer attributes {test.of = "everything"} {
builtin.module @outer attributes {test.of = "everything"} {
  // CHECK: module @inner {
  module @inner {
  }
  // CHECK: module {
  module {
  }
  // CHECK-LABEL: func.func @casts
  func.func @casts(%a: i64, %b: i32) -> index {
    // CHECK: builtin.unrealized_conversion_cast %{{.*}} : i64 to index
    %0 = builtin.unrealized_conversion_cast %a : i64 to index
    // CHECK: %{{.*}}:2 = builtin.unrealized_conversion_cast %{{.*}}, %{{.*}} : i64, i32 to f32, i1
    %1:2 = builtin.unrealized_conversion_cast %a, %b : i64, i32 to f32, i1
    return %0 : index
  }
}
