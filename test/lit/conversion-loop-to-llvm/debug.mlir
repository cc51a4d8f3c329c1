// RUN: mlr-opt %s --convert-loop-to-llvm --debug-only=dialect-conversion 2>&1 | FileCheck %s

// CHECK: Processing operation : 'arith.addi'
// CHECK: * Pattern arith.addi to llvm.add : 'arith.addi'
// CHECK-NEXT: ** Insert  : 'llvm.add'
// CHECK-NEXT: ** Replace : 'arith.addi'
// CHECK-NEXT: ** Erase   : 'arith.addi'
// CHECK-NEXT: } -> SUCCESS : arith.addi to llvm.add applied
func.func @sum(%x: i32) -> i32 {
  %0 = arith.addi %x, %x : i32
  return %0 : i32
}
