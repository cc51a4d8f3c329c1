// RUN: not mlr-opt %s --canonicalize='max-iterations=1 test-convergence=true' 2>&1 | FileCheck %s --check-prefix=STILL
// RUN: mlr-opt %s --canonicalize='test-convergence=true check-patterns=true' | FileCheck %s
// RUN: mlr-opt %s --canonicalize='max-iterations=-1' | FileCheck %s
// RUN: mlr-opt %s --canonicalize='max-num-rewrites=1' | FileCheck %s --check-prefix=ONE

// STILL: error: 'builtin.module' is not in canonical form when the limits are reached; the last rewrites: fold of arith.addi

// CHECK-LABEL: func.func @sum
// CHECK-NEXT: return %{{.*}} : i32
// ONE-LABEL: func.func @sum
// ONE-COUNT-1: arith.addi
// ONE-NOT: arith.addi
// ONE: return
func.func @sum(%x: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %0 = arith.addi %x, %c0 : i32
  %1 = arith.addi %0, %c0 : i32
  return %1 : i32
}
