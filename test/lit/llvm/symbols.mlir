// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s
// RUN: mlr-translate --mlir-to-llvmir %s | FileCheck %s --check-prefix=LLVM

// What the linker is told stands between linkage and name.

// CHECK: llvm.mlir.global internal unnamed_addr constant @a(1 : i32) {addr_space = 0 : i32} : i32
// LLVM-DAG: @a = internal unnamed_addr constant i32 1
llvm.mlir.global internal unnamed_addr constant @a(1 : i32) : i32
// CHECK: llvm.mlir.global external hidden local_unnamed_addr @b() {addr_space = 0 : i32, alignment = 4 : i64} : i32
// LLVM-DAG: @b = external hidden local_unnamed_addr global i32, align 4
llvm.mlir.global external hidden local_unnamed_addr @b() {alignment = 4 : i64} : i32
// CHECK: llvm.mlir.global external protected @c() {addr_space = 0 : i32} : i32
// LLVM-DAG: @c = external protected global i32
llvm.mlir.global protected @c() : i32
// CHECK: llvm.mlir.global internal thread_local @d(2 : i32) {addr_space = 0 : i32} : i32
// LLVM-DAG: @d = internal thread_local global i32 2
llvm.mlir.global internal thread_local @d(2 : i32) : i32
// CHECK: llvm.func hidden @declared()
// LLVM-DAG: declare hidden void @declared()
llvm.func hidden @declared()

// CHECK: llvm.func internal unnamed_addr fastcc @defined(%{{.*}}: i1) -> i32 {
// LLVM: define internal i32 @defined(i1 %a0) unnamed_addr nounwind {
llvm.func internal unnamed_addr fastcc @defined(%c: i1) -> i32 {
  %0 = llvm.mlir.constant(1 : i32) : i32
  // CHECK: llvm.cond_br %{{.*}} weights([3, 4]), ^bb1(%{{.*}} : i32), ^bb2
  llvm.cond_br %c weights([3, 4]), ^bb1(%0 : i32), ^bb2
^bb1(%1: i32):
  // CHECK: llvm.switch %{{.*}} : i32, ^bb2 [
  // CHECK-NEXT: 1: ^bb2
  // CHECK-NEXT: ] {branch_weights = array<i32: 5, 6>}
  llvm.switch %1 : i32, ^bb2 [
    1: ^bb2
  ] {branch_weights = array<i32: 5, 6>}
^bb2:
  llvm.return %0 : i32
}
