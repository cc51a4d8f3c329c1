// Debug output is there in every build.

// RUN: mlr-opt %s --canonicalize --debug-only=greedy-rewriter -o %t 2>&1 | FileCheck %s --check-prefix=GREEDY
// RUN: mlr-opt %s --canonicalize --debug-only=pass-manager,other -o %t 2>&1 | FileCheck %s --check-prefix=MANAGER
// RUN: mlr-opt %s --canonicalize --debug -o %t 2>&1 | FileCheck %s --check-prefix=MANAGER
// RUN: mlr-opt %s --canonicalize --debug -o %t 2>&1 | FileCheck %s --check-prefix=GREEDY
// RUN: mlr-opt %s --canonicalize --debug=false --debug-only=other -o %t 2>&1 | FileCheck %s --check-prefix=NOTHING --allow-empty

// GREEDY:      Processing operation : 'arith.addi' {
// GREEDY-NEXT:   %0 = arith.addi %c2_i32, %c3_i32 : i32
// GREEDY-NEXT: }
// GREEDY-NEXT:   * Pattern (fold) : 'arith.addi' {
// GREEDY-NEXT:     ** Insert  : 'arith.constant'
// GREEDY-NEXT:     ** Replace : 'arith.addi'
// GREEDY-NEXT:     ** Erase   : 'arith.addi'
// GREEDY-NEXT:   } -> SUCCESS : (fold) applied

// MANAGER: running canonicalize on 'builtin.module'
// MANAGER: finished canonicalize on 'builtin.module'

// NOTHING-NOT: {{.}}
func.func @five() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %0 = arith.addi %two, %three : i32
  return %0 : i32
}
