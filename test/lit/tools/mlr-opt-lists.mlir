// RUN: mlr-opt --help | FileCheck %s --check-prefix=HELP
// RUN: mlr-opt -h | FileCheck %s --check-prefix=HELP
// RUN: mlr-opt --help-hidden | FileCheck %s --check-prefix=HELP
// RUN: mlr-opt --list-passes | FileCheck %s --check-prefix=PASSES
// RUN: mlr-opt --show-dialects | FileCheck %s --check-prefix=DIALECTS
// RUN: mlr-opt %s --cse --mlir-timing 2>&1 | FileCheck %s --check-prefix=TIMING
// RUN: mlr-opt %s --cse --mlir-pass-statistics 2>&1 | FileCheck %s --check-prefix=STATISTICS

// HELP: Usage: mlr-opt
// HELP: --pass-pipeline=PIPELINE  - run this pipeline
// HELP: --verify-diagnostics
// HELP: Passes
// HELP: --canonicalize  - Canonicalize operations
// HELP-NEXT: max-iterations=an integer  - Sweeps over the IR after which to stop; -1: any number [10]
// HELP-NEXT: max-num-rewrites=an integer  - Rewrites after which to stop; -1: any number [-1]
// HELP-NEXT:      region-simplify=a string  - Whether to erase unreachable blocks and dead cycles: normal or disabled; aggressive is as normal [normal]
// HELP-NEXT:      top-down=true or false  - Visit operations in the order of the text; else from its end [true]
// HELP-NEXT: test-convergence=true or false  - Fail when something would still change after the last sweep [false]
// HELP-NEXT: check-patterns=true or false  - Compare the IR around each pattern, and stop at one whose answer is wrong [false]

// PASSES: --canonicalize  -
// PASSES: --cse  -
// PASSES: --symbol-dce  -

// DIALECTS: Available Dialects: arith,{{.*}}func,

// TIMING: ... Execution time report ...
// TIMING: Total Execution Time: {{[0-9.]+}} seconds
// TIMING: {{[0-9.]+}} ({{ *[0-9.]+}}%)  CSE

// STATISTICS: CSE
// STATISTICS-NEXT: (S) 1 num-cse'd - Number of operations CSE'd
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  %1 = arith.addi %a, %a : i32
  return %0, %1 : i32, i32
}
