// What can't be translated ends with status 1, a place where there is one, and a way out; nothing is written then.

// RUN: not mlr-translate %s 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not mlr-translate --import-mlir %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not mlr-translate --mlir-to-proto %S/missing.mlir 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not mlr-translate --mlir-to-proto %S 2>&1 | FileCheck %s --check-prefix=FOLDER
// RUN: not mlr-translate --mlir-to-proto %s %s 2>&1 | FileCheck %s --check-prefix=TWO
// RUN: not mlr-translate --import-mlr %{examples}/birnn.mlr -o %S/missing/birnn.mlir 2>&1 | FileCheck %s --check-prefix=NOWHERE
// RUN: not mlr-translate --proto-to-mlir %s 2>&1 | FileCheck %s --check-prefix=BINARY
// RUN: not mlr-translate --mlir-to-object --target=cortex-m9 %s 2>&1 | FileCheck %s --check-prefix=TARGET
// RUN: not mlr-translate --mlir-to-llvmir %s -o %t.ll 2>&1 | FileCheck %s
// RUN: not cat %t.ll
// RUN: mlr-opt %S/Inputs/product.mlr --mlr-to-llvm -o %t.mlir
// RUN: not mlr-translate --mlir-to-object --target=rv32imac %t.mlir -o %t.o 2>&1 | FileCheck %s --check-prefix=OTHER
// RUN: not cat %t.o

// NONE:    mlr-translate: say one translation: --import-mlr, --mlir-to-llvmir, --mlir-to-object, --mlir-to-proto, --proto-to-mlir
// UNKNOWN: mlr-translate: unknown option '--import-mlir'; did you mean '--import-mlr'?
// MISSING: mlr-translate: cannot open '{{.*}}missing.mlir': no such file or directory
// FOLDER:  mlr-translate: {{.*}}tools: is a folder
// TWO:     mlr-translate: one input at a time
// NOWHERE: mlr-translate: cannot open '{{.*}}missing/birnn.mlir': no such file or directory
// BINARY:  mlr-translate-errors.mlir:1:1: error: cannot read binary IR
// TARGET:      error: unknown target 'cortex-m9'
// TARGET-NEXT: did you mean 'cortex-m{{[47]}}'?

// A module for a target with fused instructions, and one without.
// OTHER:      error: the object for rv32imac needs fmaf, which no runtime has to provide
// OTHER-NEXT: lower the module for this target: mlr-opt --pass-pipeline='builtin.module(mlr-to-llvm{{.*}}lacks=fma-f32,

// CHECK:      mlr-translate-errors.mlir:[[# @LINE + 3]]:8: error: 'arith.addi' has no place in LLVM IR; convert the module to the llvm dialect first
// CHECK-NEXT:   %0 = arith.addi %a, %a : i32
llvm.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  llvm.return %0 : i32
}
