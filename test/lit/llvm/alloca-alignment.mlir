// RUN: mlr-opt %s --verify-roundtrip | FileCheck %s

// An alignment of 0 is that of the type, which the custom form leaves out.

llvm.func @alignments(%n: i32) {
  // CHECK: llvm.alloca %{{.*}} x i8 : (i32) -> !llvm.ptr
  %0 = "llvm.alloca"(%n) <{alignment = 0 : i64, elem_type = i8}> : (i32) -> !llvm.ptr
  // CHECK: llvm.alloca %{{.*}} x i8 {alignment = 8 : i64} : (i32) -> !llvm.ptr
  %1 = "llvm.alloca"(%n) <{alignment = 8 : i64, elem_type = i8}> : (i32) -> !llvm.ptr
  llvm.return
}
