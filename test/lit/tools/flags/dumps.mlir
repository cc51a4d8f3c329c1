// IR around passes, under upstream's headers; the names of passes are those of upstream's classes.

// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize))' --mlir-print-ir-before-all -o %t 2>&1 | FileCheck %s --check-prefix=BEFORE
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize))' --mlir-print-ir-after=canonicalize -o %t 2>&1 | FileCheck %s --check-prefix=AFTER
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,cse))' --mlir-print-ir-after-all --mlir-print-ir-after-change -o %t 2>&1 | FileCheck %s --check-prefix=CHANGE
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,cse))' --mlir-print-ir-after-change -o %t 2>&1 | FileCheck %s --check-prefix=CHANGE
// RUN: not mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,test-pass-failure))' --mlir-print-ir-after-failure 2>&1 | FileCheck %s --check-prefix=FAILURE
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse))' --mlir-print-ir-after-all --mlir-print-ir-module-scope -o %t 2>&1 | FileCheck %s --check-prefix=SCOPE
// RUN: mlr-opt %s --cse --symbol-dce --mlir-print-ir-after-all --mlir-print-local-scope -o %t.out 2> %t && mlir-opt %s --cse --symbol-dce --mlir-print-ir-after-all --mlir-print-local-scope -o %t.out 2>&1 | diff - %t
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse,cse),symbol-dce)' --mlir-print-ir-after-all --mlir-print-ir-tree-dir=%t.d 2>&1 | FileCheck %s --check-prefix=NOTHING
// RUN: cat %t.d/builtin_module_no-symbol-name/func_func_f/0_0_cse.mlir | FileCheck %s --check-prefix=FILE
// RUN: cat %t.d/builtin_module_no-symbol-name/func_func_g/0_1_cse.mlir | FileCheck %s --check-prefix=FILE-G
// RUN: cat %t.d/builtin_module_no-symbol-name/1_symbol-dce.mlir | FileCheck %s --check-prefix=FILE-MODULE

// BEFORE:      // -----// IR Dump Before CSE (cse) //----- //
// BEFORE-NEXT: func.func @f(%arg0: i32) -> (i32, i32) {
// BEFORE:      // -----// IR Dump Before Canonicalizer (canonicalize) //----- //
// BEFORE-NEXT: func.func @f
// BEFORE:      // -----// IR Dump Before CSE (cse) //----- //
// BEFORE-NEXT: func.func @g

// AFTER-NOT:  CSE
// AFTER:      // -----// IR Dump After Canonicalizer (canonicalize) //----- //
// AFTER-NEXT: func.func @f(%arg0: i32) -> (i32, i32) {
// AFTER-NEXT:   %0 = arith.addi %arg0, %arg0 : i32
// AFTER-NEXT:   return %0, %0 : i32, i32
// AFTER-NEXT: }
// AFTER-EMPTY:
// AFTER-NEXT: // -----// IR Dump After Canonicalizer (canonicalize) //----- //
// AFTER-NEXT: func.func @g

// CHANGE-COUNT-1: IR Dump After CSE
// CHANGE-NEXT:    func.func @f
// CHANGE-NOT:     IR Dump

// FAILURE-NOT:  IR Dump After CSE
// FAILURE:      // -----// IR Dump After TestPassFailure Failed (test-pass-failure) //----- //
// FAILURE-NEXT: func.func @f

// SCOPE:      // -----// IR Dump After CSE (cse) ('func.func' operation: @f) //----- //
// SCOPE-NEXT: module {
// SCOPE:        func.func @g
// SCOPE:      // -----// IR Dump After CSE (cse) ('func.func' operation: @g) //----- //
// SCOPE-NEXT: module {

// NOTHING-NOT: IR Dump

// FILE:      // -----// IR Dump After CSE (cse) //----- //
// FILE-NEXT: func.func @f
// FILE-G:    func.func @g
// FILE-MODULE:      // -----// IR Dump After SymbolDCE (symbol-dce) //----- //
// FILE-MODULE-NEXT: module {
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  %1 = arith.addi %a, %a : i32
  return %0, %1 : i32, i32
}

func.func @g(%a: i32) -> i32 {
  return %a : i32
}
