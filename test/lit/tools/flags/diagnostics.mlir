// What diagnostics show besides the place.

// RUN: not mlr-opt %s --mlir-print-op-on-diagnostic 2>&1 | FileCheck %s --check-prefix=OPERATION
// RUN: not mlr-opt %s --mlir-print-stacktrace-on-diagnostic 2>&1 | FileCheck %s --check-prefix=TRACE
// RUN: not mlr-opt %s 2>&1 | FileCheck %s

// OPERATION: error: 'arith.addi' op expected 2 operands, but found 1
// OPERATION: note: see current operation: %0 = "arith.addi"(%arg0) <{overflowFlags = #arith.overflow<none>}> : (i32) -> i32
// TRACE:      note: diagnostic emitted with trace:
// TRACE-NEXT: at mlr.
// CHECK:     error: 'arith.addi' op expected 2 operands, but found 1
// CHECK-NOT: note
func.func @f(%a: i32) -> i32 {
  %0 = "arith.addi"(%a) : (i32) -> i32
  return %0 : i32
}
