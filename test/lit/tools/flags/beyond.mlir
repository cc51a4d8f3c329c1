// What upstream's tool can't: diffs, explained pipelines, traces, and the search for what is wrong.

// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize))' --print-ir-diff -o %t 2>&1 | FileCheck %s --check-prefix=DIFF
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=3}),symbol-dce)' --explain-pipeline | FileCheck %s --check-prefix=EXPLAIN
// RUN: mlr-opt %s --cse --canonicalize --trace-op=arith.muli -o %t 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: mlr-opt %s --canonicalize --trace-op=%%1 -o %t 2>&1 | FileCheck %s --check-prefix=RESULT
// RUN: mlr-opt %s --canonicalize --trace-op=beyond.mlir:1 -o %t 2>&1 | FileCheck %s --check-prefix=NOWHERE --allow-empty
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize))' --opt-bisect-limit=1 | FileCheck %s --check-prefix=ONE
// RUN: mlr-opt %s --canonicalize --opt-bisect-rewrites=1 | FileCheck %s --check-prefix=REWRITE
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),symbol-dce)' --bisect='! grep -q "constant 5"' 2>&1 | FileCheck %s --check-prefix=BISECT
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,test-pass-failure))' --bisect 2>&1 | FileCheck %s --check-prefix=PASS
// RUN: not mlr-opt %s --cse --bisect='grep -q muli' 2>&1 | FileCheck %s --check-prefix=NOTHING
// RUN: not mlr-opt %s --cse --bisect=false 2>&1 | FileCheck %s --check-prefix=ALREADY

// DIFF:      // -----// IR Diff After CSE (cse) ('func.func' operation: @f) //----- //
// DIFF-NEXT: @@ -3,7 +3,6 @@ func.func @f(%arg0: i32) -> (i32, i32) {
// DIFF-NEXT: {{^}}   %c3_i32 = arith.constant 3 : i32
// DIFF-NEXT: {{^}}   %0 = arith.addi %c2_i32, %c3_i32 : i32
// DIFF-NEXT: {{^}}   %1 = arith.addi %arg0, %0 : i32
// DIFF-NEXT: {{^}}-  %2 = arith.addi %arg0, %0 : i32
// DIFF-NEXT: {{^}}-  %3 = arith.muli %1, %2 : i32
// DIFF-NEXT: {{^}}+  %3 = arith.muli %1, %1 : i32
// DIFF:      // -----// IR Diff After Canonicalizer (canonicalize) ('func.func' operation: @f) //----- //
// DIFF-NOT:  operation: @g

// EXPLAIN:      on 'builtin.module'
// EXPLAIN-NEXT: |- on each 'func.func', several at the same time
// EXPLAIN-NEXT: |  |- cse: Eliminate common subexpressions
// EXPLAIN-NEXT: |  `- canonicalize: Canonicalize operations
// EXPLAIN-NEXT: |     with max-iterations=3 (set), {{.*}}test-convergence=false
// EXPLAIN-NEXT: `- symbol-dce: Erase private symbols that nothing reaches
// EXPLAIN-NOT:  func.func @

// NAME:      trace-op: cse on 'builtin.module': changed ({{.*}}beyond.mlir:[[# @LINE + 33]]:8)
// NAME-NEXT:   %3 = arith.muli %1, %2 : i32 to
// NAME-NEXT:   %3 = arith.muli %1, %1 : i32
// NAME-NOT:  trace-op

// RESULT:      trace-op: canonicalize on 'builtin.module': changed
// RESULT-NEXT:   %1 = arith.addi %arg0, %0 : i32 to
// RESULT-NEXT:   %1 = arith.addi %arg0, %c5_i32 : i32

// NOWHERE-NOT: trace-op

// ONE-COUNT-2: arith.addi
// ONE-NOT:     arith.addi
// REWRITE:     arith.constant 5
// REWRITE:     arith.constant 2

// BISECT:      bisect: the first failure is after run 2 of 5 passes: canonicalize on 'func.func' @f
// BISECT-NEXT: bisect: in it, after rewrite 1 of 3: (fold) on
// BISECT-NEXT:   %0 = arith.addi %c2_i32, %c3_i32 : i32
// BISECT-NEXT: at "{{.*}}beyond.mlir":[[# @LINE + 11]]:8
// BISECT-NEXT: To see the IR before and after it: --opt-bisect-limit=2 --opt-bisect-rewrites=0 and =1

// PASS:      bisect: the first failure is after run 2 of 4 passes: test-pass-failure on 'func.func' @f
// PASS-NEXT: bisect: it is not in a rewrite of a driver

// NOTHING: bisect: nothing fails: 'grep -q muli' accepts the result
// ALREADY: bisect: the input fails already, before any pass
func.func @f(%a: i32) -> (i32, i32) {
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %s = arith.addi %c2, %c3 : i32
  %0 = arith.addi %a, %s : i32
  %1 = arith.addi %a, %s : i32
  %2 = arith.muli %0, %1 : i32
  return %0, %2 : i32, i32
}

func.func @g(%a: i32) -> i32 {
  return %a : i32
}
