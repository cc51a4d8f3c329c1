// Passes run in the order of their flags, one dash or two, with options of their own.

// RUN: mlr-opt %s --cse --canonicalize="max-iterations=3" --mlir-print-ir-after-all 2>&1 | FileCheck %s --check-prefix=ORDER
// RUN: mlr-opt -canonicalize -cse -mlir-print-ir-before-all %s 2>&1 | FileCheck %s --check-prefix=BEFORE
// RUN: mlr-opt %s --cse --canonicalize --mlir-print-ir-after=canonicalize 2>&1 | FileCheck %s --check-prefix=ONE
// RUN: mlr-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC
// RUN: mlr-opt %s --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=LOCATION
// RUN: mlr-opt %s --mlir-print-op-generic=TRUE --verify-each=False --mlir-elide-elementsattrs-if-larger=0x10 | FileCheck %s --check-prefix=GENERIC
// RUN: mlr-opt %s --mlir-print-op-generic= --pass-pipeline='builtin.module(canonicalize{max-iterations=0x0 test-convergence=False})' | FileCheck %s --check-prefix=GENERIC
// RUN: mlr-opt %s --mlir-print-op-generic --mlir-print-op-generic=0 --o - | FileCheck %s --check-prefix=PLAIN
// RUN: not mlr-opt '' 2>&1 | FileCheck %s --check-prefix=NAMELESS
// RUN: echo 'module' | not mlr-opt 2>&1 | FileCheck %s --check-prefix=STDIN
// RUN: mlr-opt - -o - < %s | FileCheck %s --check-prefix=PLAIN
// RUN: mlr-opt %s -o %t && FileCheck %s --check-prefix=PLAIN < %t

// ORDER: // -----// IR Dump After CSE (cse) //----- //
// ORDER: arith.addi
// ORDER: // -----// IR Dump After Canonicalizer (canonicalize) //----- //
// ORDER-NOT: arith.addi

// BEFORE: // -----// IR Dump Before Canonicalizer (canonicalize) //----- //
// BEFORE: arith.addi
// BEFORE: // -----// IR Dump Before CSE (cse) //----- //
// BEFORE-NOT: arith.addi

// ONE-NOT: Dump After CSE
// ONE: // -----// IR Dump After Canonicalizer (canonicalize) //----- //

// GENERIC: "func.func"() <{function_type = () -> i32, sym_name = "five"}> ({
// GENERIC: "arith.addi"(%{{.*}}, %{{.*}})

// LOCATION: arith.constant 2 : i32 loc({{.*}}mlr-opt-flags.mlir":[[# @LINE + 9]]:10)

// NAMELESS: mlr-opt: cannot open '': no such file or directory

// STDIN: <stdin>:1:7: error: expected '{' to begin a region

// PLAIN: func.func @five() -> i32 {
// PLAIN: arith.addi
func.func @five() -> i32 {
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %0 = arith.addi %two, %three : i32
  return %0 : i32
}
