// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(canonicalize{max-iterations=2},cse),symbol-dce)' | FileCheck %s
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(func.func(canonicalise))' 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize{max-iteration=2})' 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(canonicalize{max-iterations=few})' 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: not mlr-opt %s --pass-pipeline='func.func(symbol-dce)' 2>&1 | FileCheck %s --check-prefix=ANCHOR
// RUN: not mlr-opt %s --pass-pipeline='func.func(cse)' 2>&1 | FileCheck %s --check-prefix=ROOT
// RUN: not mlr-opt %s --pass-pipeline='cse' 2>&1 | FileCheck %s --check-prefix=BARE
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(cse' 2>&1 | FileCheck %s --check-prefix=OPEN
// RUN: not mlr-opt %s --canonicalize="max-iterations=few" 2>&1 | FileCheck %s --check-prefix=FLAG
// RUN: not mlr-opt %s --cse --pass-pipeline='builtin.module(cse)' 2>&1 | FileCheck %s --check-prefix=BOTH

// NAME:      --pass-pipeline:1:26: error: 'canonicalise' does not refer to a registered pass or pass pipeline; did you mean 'canonicalize'?
// NAME-NEXT: builtin.module(func.func(canonicalise))
// NAME-NEXT: {{^}}                         ^
// OPTION:    --pass-pipeline:1:29: error: no such option 'max-iteration' of pass 'canonicalize'; did you mean 'max-iterations'?
// VALUE:     error: option 'max-iterations' of pass 'canonicalize' takes an integer, not 'few'
// ANCHOR:    error: pass 'symbol-dce' runs on 'builtin.module', not on 'func.func'; write 'builtin.module(symbol-dce)'
// ROOT:      error: can't run 'func.func' pass manager on 'builtin.module' op
// BARE:      error: expected the pipeline to be wrapped with the operation it runs on: 'builtin.module(cse)'
// OPEN:      --pass-pipeline:1:19: error: expected ')'
// FLAG:      --canonicalize:1:1: error: option 'max-iterations' of pass 'canonicalize' takes an integer, not 'few'
// BOTH:      mlr-opt: --pass-pipeline leaves no room for --cse; put it into the pipeline

// CHECK-NOT:  @unused
// CHECK:      func.func @five
// CHECK-NEXT:   arith.constant 5
// CHECK-NEXT:   return
func.func private @unused()

func.func @five() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %0 = arith.addi %two, %three : i32
  return %0 : i32
}
