// The smallest program that still shows a failure.

// RUN: not mlr-reduce %s --test=grep --test-args="-c arith.muli" 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: mlr-reduce %s --test=%S/Inputs/has-muli.sh -o %t 2>&1 | FileCheck %s --check-prefix=SUMMARY
// RUN: cat %t | FileCheck %s --check-prefix=SCRIPT
// RUN: mlr-reduce %s --pass-pipeline='builtin.module(func.func(test-pass-crash))' --crashes | FileCheck %s --check-prefix=CRASH
// RUN: mlr-reduce %s --pass-pipeline='builtin.module(convert-loop-to-llvm)' --fails-with="'math.fpowi to an instruction' does not apply" | FileCheck %s --check-prefix=SAYS
// RUN: not mlr-reduce %s --test=%S/Inputs/has-divsi.sh -o %t.none 2>&1 | FileCheck %s --check-prefix=BORING
// RUN: not cat %t.none
// RUN: not mlr-reduce %s --pass-pipeline='builtin.module(cse)' --validation-fails 2>&1 | FileCheck %s --check-prefix=BORING-PIPELINE
// RUN: not mlr-reduce %s 2>&1 | FileCheck %s --check-prefix=NOTHING
// RUN: not mlr-reduce %s --pass-pipeline='builtin.module(cse)' 2>&1 | FileCheck %s --check-prefix=HOW
// RUN: mlr-reduce --help | FileCheck %s --check-prefix=HELP

// SCRIPT:      module {
// SCRIPT-NEXT:   func.func @f(%arg0: i32) {
// SCRIPT-NEXT:     %0 = arith.muli %arg0, %arg0 : i32
// SCRIPT-NEXT:     return
// SCRIPT-NEXT:   }
// SCRIPT-NEXT: }

// SUMMARY: mlr-reduce: from {{[0-9]+}} operations to 4, tested {{[0-9]+}} times

// CRASH:      module {
// CRASH-NEXT:   func.func private @h(i32) -> i32
// CRASH-NOT:    arith
// CRASH:      {{^}}}

// SAYS:     math.fpowi
// SAYS-NOT: arith
// SAYS-NOT: cf.

// NONE:            the input is not interesting: 'grep' ends with status 0 for it
// BORING:          mlr-reduce: the input is not interesting: '{{.*}}has-divsi.sh' ends with status 0 for it
// BORING-PIPELINE: mlr-reduce: the input is not interesting: the pipeline does not go wrong on it in this way
// NOTHING:         mlr-reduce: give what to look for: --test=PROGRAM, or --pass-pipeline=PIPELINE with
// HOW:             mlr-reduce: --pass-pipeline wants --fails-with=TEXT, --crashes or --validation-fails beside it
// HELP:            Usage: mlr-reduce
func.func private @h(i32) -> i32

func.func @f(%a: i32, %b: i32, %c: i1) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %0 = arith.addi %a, %b : i32
  cf.cond_br %c, ^bb1(%0 : i32), ^bb2
^bb1(%x: i32):
  %1 = arith.muli %x, %zero {note = "kept"} : i32
  %2 = func.call @h(%1) : (i32) -> i32
  cf.br ^bb2
^bb2:
  %3 = arith.subi %0, %b : i32
  return %3, %0 : i32, i32
}

func.func @g(%a: f32, %n: i32, %m: index) -> f32 {
  %one = arith.constant 1 : index
  %zero = arith.constant 0 : index
  %r = loop.for %i = %zero to %m step %one iter_args(%acc = %a) -> (f32) {
    %0 = arith.addf %acc, %a : f32
    %1 = math.fpowi %0, %n : f32, i32
    loop.yield %1 : f32
  }
  return %r : f32
}
