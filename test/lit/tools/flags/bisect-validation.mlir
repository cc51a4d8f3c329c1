// The search for the first wrong pass asks validation, too, where no command says what is wrong.

// RUN: mlr-opt --load-plugin=%S/../../validation/Inputs/WrongPass.java --validate-passes=2 --pass-pipeline='builtin.module(func.func(cse),sort-operands,canonicalize)' --bisect %s 2>&1 | FileCheck %s
// RUN: not mlr-opt --load-plugin=%S/../../validation/Inputs/WrongPass.java --validate-passes=false --pass-pipeline='builtin.module(func.func(cse),sort-operands,canonicalize)' --bisect %s 2>&1 | FileCheck %s --check-prefix=NOTHING

// CHECK: bisect: the first failure is after run 2 of {{[0-9]+}} passes: sort-operands on 'builtin.module'
// NOTHING: bisect: nothing fails
func.func @minus(%x: i32, %y: i32) -> i32 {
  %z = arith.subi %x, %y : i32
  return %z : i32
}
