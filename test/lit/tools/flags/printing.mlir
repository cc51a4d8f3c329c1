// Forms of printed IR; where they are upstream's, upstream prints the same.

// RUN: mlr-opt %s --mlir-print-value-users --mlir-print-unique-ssa-ids -o %t && mlir-opt %s --mlir-print-value-users --mlir-print-unique-ssa-ids | diff - %t
// RUN: mlr-opt %s --mlir-print-skip-regions --mlir-print-debuginfo -o %t && mlir-opt %s --mlir-print-skip-regions --mlir-print-debuginfo | diff - %t
// RUN: mlr-opt --mlir-print-debuginfo - -o %t < %s && mlir-opt --mlir-print-debuginfo - < %s | diff - %t
// RUN: mlr-opt %s --mlir-print-value-users | FileCheck %s --check-prefix=USERS
// RUN: mlr-opt %s --mlir-print-unique-ssa-ids | FileCheck %s --check-prefix=UNIQUE
// RUN: mlr-opt %s --mlir-print-debuginfo --mlir-pretty-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=PRETTY
// RUN: mlr-opt %s --mlir-print-skip-regions | FileCheck %s --check-prefix=SKIP
// RUN: mlr-opt %S/Inputs/resource.mlir | FileCheck %s --check-prefix=RESOURCE
// RUN: mlr-opt %S/Inputs/resource.mlir --mlir-elide-resource-strings-if-larger=27 | FileCheck %s --check-prefix=ELIDED
// RUN: mlr-opt %S/Inputs/resource.mlir --mlir-elide-resource-strings-if-larger=28 | FileCheck %s --check-prefix=RESOURCE
// RUN: mlr-opt %s --pass-pipeline='builtin.module(func.func(cse))' --verify-each=false --mlir-print-assume-verified | FileCheck %s --check-prefix=VERIFIED

// USERS:      func.func @f(%arg0: i32) -> (i32, i32) {
// USERS-NEXT:   // %arg0 is used by %4, %3
// USERS-NEXT:   %c2_i32 = arith.constant 2 : i32 // user: %2
// USERS:        return %3, %5 : i32, i32 // id: %6

// UNIQUE: func.func @f(%arg1: i32)
// UNIQUE: func.func @g(%arg0: i32)

// PRETTY: %c2_i32 = arith.constant 2 : i32 {{.*}}printing.mlir:[[# @LINE + 9]]:9

// SKIP: module {...}

// RESOURCE: blob: "0x{{[0-9A-F]+}}"
// ELIDED-NOT: 0x

// VERIFIED: func.func @f(%arg0: i32)
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
