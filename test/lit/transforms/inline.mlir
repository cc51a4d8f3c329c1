// RUN: mlr-opt %s --inline=default-pipeline= --validate-passes | FileCheck %s
// RUN: mlr-opt %s --inline=default-pipeline= --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=LOC

func.func private @twice(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}

func.func private @four_times(%a: i32) -> i32 {
  %0 = call @twice(%a) : (i32) -> i32
  %1 = call @twice(%0) : (i32) -> i32
  return %1 : i32
}

// Callees come first, so that nothing is left to inline in what is copied. What nothing calls any more is erased.

// CHECK-NOT: @twice
// CHECK-NOT: @four_times

// CHECK-LABEL: func.func @main(
// CHECK-SAME:    %[[X:.*]]: i32)
// CHECK-NEXT:    %[[A:.*]] = arith.addi %[[X]], %[[X]] : i32
// CHECK-NEXT:    %[[B:.*]] = arith.addi %[[A]], %[[A]] : i32
// CHECK-NEXT:    return %[[B]] : i32
// LOC-LABEL: func.func @main(
// LOC:         arith.addi {{.*}} loc(callsite(callsite({{.*}}inline.mlir":5:{{.*}} at {{.*}}inline.mlir":10:{{.*}}) at {{.*}}inline.mlir":[[# @LINE + 2]]:
func.func @main(%x: i32) -> i32 {
  %0 = call @four_times(%x) : (i32) -> i32
  return %0 : i32
}

// CHECK-LABEL: func.func @recursive
// CHECK:         call @recursive
func.func @recursive(%n: i32) -> i32 {
  %0 = call @recursive(%n) : (i32) -> i32
  return %0 : i32
}

func.func private @branching(%p: i1) -> i32 {
  %0 = arith.constant 0 : i32
  cf.cond_br %p, ^a, ^b
^a:
  return %0 : i32
^b:
  %1 = arith.constant 1 : i32
  return %1 : i32
}

// A body of several blocks divides the block of the call; what it returns becomes an argument of the second part.

// CHECK-LABEL: func.func @calls_branching(
// CHECK-SAME:    %[[P:.*]]: i1, %[[A:.*]]: i32)
// CHECK-NEXT:    %[[C0:.*]] = arith.constant 0 : i32
// CHECK-NEXT:    cf.cond_br %[[P]], ^bb1, ^bb2
// CHECK-NEXT:  ^bb1:
// CHECK-NEXT:    cf.br ^bb3(%[[C0]] : i32)
// CHECK-NEXT:  ^bb2:
// CHECK-NEXT:    %[[C1:.*]] = arith.constant 1 : i32
// CHECK-NEXT:    cf.br ^bb3(%[[C1]] : i32)
// CHECK-NEXT:  ^bb3(%[[R:.*]]: i32):
// CHECK-NEXT:    %[[S:.*]] = arith.addi %[[R]], %[[A]] : i32
// CHECK-NEXT:    return %[[S]] : i32
func.func @calls_branching(%p: i1, %a: i32) -> i32 {
  %0 = call @branching(%p) : (i1) -> i32
  %1 = arith.addi %0, %a : i32
  return %1 : i32
}

// In a loop there is no place for several blocks.

// CHECK-LABEL: func.func @calls_in_loop(
// CHECK:         func.call @branching
func.func @calls_in_loop(%p: i1, %n: index, %m: memref<i32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    %0 = func.call @branching(%p) : (i1) -> i32
    memref.store %0, %m[] : memref<i32>
  }
  return
}

func.func private @marked(%a: i32) -> i32 attributes {no_inline} {
  return %a : i32
}

// CHECK-LABEL: func.func @calls_marked(
// CHECK:         call @marked
func.func @calls_marked(%a: i32) -> i32 {
  %0 = call @marked(%a) : (i32) -> i32
  return %0 : i32
}

llvm.func internal @llvm_select(%p: i1, %a: i32) -> i32 {
  llvm.cond_br %p, ^a, ^b
^a:
  llvm.return %a : i32
^b:
  %0 = llvm.mlir.constant(7 : i32) : i32
  llvm.return %0 : i32
}

// A call through a pointer stays.

// CHECK-LABEL: llvm.func @llvm_calls(
// CHECK:         llvm.br ^bb3(%arg1 : i32)
// CHECK:         llvm.br ^bb3(%{{.*}} : i32)
// CHECK:       ^bb3(%[[R:.*]]: i32):
// CHECK-NEXT:    llvm.call %arg2(%[[R]]) : !llvm.ptr, (i32) -> ()
llvm.func @llvm_calls(%p: i1, %a: i32, %f: !llvm.ptr) {
  %0 = llvm.call @llvm_select(%p, %a) : (i1, i32) -> i32
  llvm.call %f(%0) : !llvm.ptr, (i32) -> ()
  llvm.return
}

func.func private @external()

// CHECK-LABEL: func.func @calls_external
// CHECK:         call @external
func.func @calls_external() {
  call @external() : () -> ()
  return
}

// A private function that nothing called before is erased, too; a declaration stays.

// CHECK-NOT: func.func private @uncalled
func.func private @uncalled() {
  return
}
