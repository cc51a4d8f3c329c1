// A failure leaves what shows it again, in upstream's format: the input and all passes, or the pass that fails and the IR before it.

// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(cse,test-pass-failure))' --mlir-pass-pipeline-crash-reproducer=%t 2>&1 | FileCheck %s --check-prefix=WHOLE
// RUN: cat %t | FileCheck %s --check-prefix=WHOLE-FILE
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(cse,test-pass-failure))' --mlir-disable-threading --verify-each=false --mlir-pass-pipeline-crash-reproducer=%t --mlir-pass-pipeline-local-reproducer 2>&1 | FileCheck %s --check-prefix=LOCAL
// RUN: cat %t | FileCheck %s --check-prefix=LOCAL-FILE
// RUN: not mlr-opt %t --run-reproducer 2>&1 | FileCheck %s --check-prefix=AGAIN
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(test-pass-crash))' --mlir-pass-pipeline-crash-reproducer=%t 2>&1 | FileCheck %s --check-prefix=CRASH
// RUN: cat %t | FileCheck %s --check-prefix=CRASH-FILE
// RUN: mlr-opt %s --canonicalize --mlir-generate-reproducer=%t | FileCheck %s --check-prefix=RESULT
// RUN: mlr-opt %t --run-reproducer --dump-pass-pipeline -o %t.out 2>&1 | FileCheck %s --check-prefix=DUMP
// RUN: mlr-opt %t --run-reproducer | FileCheck %s --check-prefix=RESULT
// RUN: mlir-opt %t --run-reproducer | FileCheck %s --check-prefix=RESULT
// RUN: mlr-opt %S/Inputs/upstream-reproducer.mlir --run-reproducer | FileCheck %s --check-prefix=THEIRS
// RUN: not mlr-opt %s --run-reproducer 2>&1 | FileCheck %s --check-prefix=NONE

// WHOLE: reproducers.mlir:0:0: error: Failures have been detected while processing an MLIR pass pipeline
// WHOLE: note: Pipeline failed while executing [`TestPassFailure` on 'func.func' operation: @five]: reproducer generated at `{{.*}}`
// WHOLE-FILE:      arith.addi
// WHOLE-FILE:      {-#
// WHOLE-FILE-NEXT:   external_resources: {
// WHOLE-FILE-NEXT:     mlir_reproducer: {
// WHOLE-FILE-NEXT:       pipeline: "builtin.module(canonicalize,func.func(cse,test-pass-failure))",
// WHOLE-FILE-NEXT:       disable_threading: false,
// WHOLE-FILE-NEXT:       verify_each: true
// WHOLE-FILE-NEXT:     }
// WHOLE-FILE-NEXT:   }
// WHOLE-FILE-NEXT: #-}

// LOCAL: note: Pipeline failed while executing `TestPassFailure` on 'func.func' operation: @five: reproducer generated at
// LOCAL-FILE-NOT: arith.addi
// LOCAL-FILE:     arith.constant 5
// LOCAL-FILE:     pipeline: "builtin.module(func.func(test-pass-failure))",
// LOCAL-FILE-NEXT: disable_threading: true,
// LOCAL-FILE-NEXT: verify_each: false

// AGAIN: error: 'func.func' op is where the test pass fails

// CRASH: mlr-opt: internal error: pass 'test-pass-crash' failed on 'func.func'
// CRASH: To show it again: mlr-opt --pass-pipeline='builtin.module(func.func(test-pass-crash))' {{.*}}--validate-passes
// CRASH-FILE: arith.addi
// CRASH-FILE: pipeline: "builtin.module(canonicalize,func.func(test-pass-crash))",

// DUMP:      Pass Manager with 1 passes:
// DUMP-NEXT: builtin.module(canonicalize{max-iterations=10 {{.*}}})
// RESULT:      func.func @five() -> i32 {
// RESULT-NEXT:   arith.constant 5
// RESULT-NEXT:   return

// THEIRS:      [[X:%.*]] = arith.addi
// THEIRS-NEXT: return [[X]], [[X]]

// NONE: error: is no reproducer: it has no external resource 'mlir_reproducer' with a 'pipeline'
func.func @five() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %0 = arith.addi %two, %three : i32
  return %0 : i32
}
