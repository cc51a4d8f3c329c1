// Wrong command lines and inputs end with status 1 and a way out; nothing is written then.

// RUN: not mlr-opt --canonicalise %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not mlr-opt %S/missing.mlir 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not mlr-opt %S 2>&1 | FileCheck %s --check-prefix=FOLDER
// RUN: not mlr-opt %S/Inputs/expected.mlir --split-input-file --verify-diagnostics -o %S/missing/out.mlir 2>&1 | FileCheck %s --check-prefix=NOWHERE
// RUN: not mlr-opt %s --cse --mlir-print-ir-after=csee 2>&1 | FileCheck %s --check-prefix=PRINT
// RUN: not mlr-opt %s --max-nesting=-1 2>&1 | FileCheck %s --check-prefix=NEGATIVE
// RUN: not mlr-opt %s --max-nesting=99999999999 2>&1 | FileCheck %s --check-prefix=HUGE
// RUN: not mlr-opt %s --convert-tensor-to-loops=unfused=f99 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not mlr-opt %s %s 2>&1 | FileCheck %s --check-prefix=TWO
// RUN: not mlr-opt %s --pass-pipeline 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: not mlr-opt --pass-pipeline --cse %s 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: not mlr-opt -- %s --cse 2>&1 | FileCheck %s --check-prefix=TWO
// RUN: not mlr-opt %s -o %t 2>&1 | FileCheck %s
// RUN: not cat %t
// RUN: not mlr-opt %s --max-nesting=0 2>&1 | FileCheck %s --check-prefix=DEEP

// UNKNOWN: mlr-opt: unknown option '--canonicalise'; did you mean '--canonicalize'?
// MISSING: mlr-opt: cannot open '{{.*}}missing.mlir': no such file or directory
// FOLDER:  mlr-opt: {{.*}}tools: is a folder
// NOWHERE: mlr-opt: cannot open '{{.*}}missing/out.mlir': no such file or directory
// PRINT:   mlr-opt: --mlir-print-ir-after knows no pass 'csee'; did you mean 'cse'?
// NEGATIVE: mlr-opt: --max-nesting takes a number of levels from 0 to 2147483647, not -1
// HUGE:    mlr-opt: --max-nesting takes a number of levels from 0 to 2147483647, not 99999999999
// DEEP:    error: nested deeper than 0 levels; --max-nesting raises the limit
// TWO:     mlr-opt: one input at a time
// VALUE:   mlr-opt: --pass-pipeline wants a value: --pass-pipeline=PIPELINE

// CHECK:      mlr-opt-errors.mlir:[[# @LINE + 3]]:8: error: 'arith.addi' op expected 2 operands, but found 1
// CHECK-NEXT:   %0 = "arith.addi"(%a) : (i32) -> i32
func.func @f(%a: i32) {
  %0 = "arith.addi"(%a) : (i32) -> i32
  return
}

// OPTION: error: pass 'convert-tensor-to-loops': unfused names float types, some of f16, bf16, f32, f64; it is f99
