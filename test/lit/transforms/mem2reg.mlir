// RUN: mlr-opt %s --mem2reg --split-input-file --validate-passes | FileCheck %s
// RUN: mlr-opt %s --mem2reg --split-input-file --mlir-pass-statistics 2>&1 | FileCheck %s --check-prefix=STATS

// STATS-DAG: {{[0-9]+}} new block args
// STATS-DAG: {{[0-9]+}} promoted slots

// The example in the pass's documentation.

// CHECK-LABEL: func.func @count(
// CHECK-NOT:     memref
// CHECK:         %[[R:.*]] = loop.for %[[I:.*]] = %c0 to %arg0 step %c1 iter_args(%[[S:.*]] = %c0) -> (index) {
// CHECK-NEXT:      %[[T:.*]] = arith.addi %[[S]], %[[I]] : index
// CHECK-NEXT:      loop.yield %[[T]] : index
// CHECK:         return %[[R]]
func.func @count(%n: index) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %m = memref.alloca() : memref<index>
  memref.store %c0, %m[] : memref<index>
  loop.for %i = %c0 to %n step %c1 {
    %0 = memref.load %m[] : memref<index>
    %1 = arith.addi %0, %i : index
    memref.store %1, %m[] : memref<index>
  }
  %2 = memref.load %m[] : memref<index>
  return %2 : index
}

// -----

// Blocks where control flow joins get an argument, but only where the value is loaded afterwards.

// CHECK-LABEL: func.func @join(
// CHECK:         cf.cond_br %arg0, ^bb1, ^bb2
// CHECK:       ^bb1:
// CHECK-NEXT:    cf.br ^bb3(%arg1 : i32)
// CHECK:       ^bb2:
// CHECK-NEXT:    cf.br ^bb3(%arg2 : i32)
// CHECK:       ^bb3(%[[V:.*]]: i32):
// CHECK-NEXT:    cf.br ^bb4
// CHECK:       ^bb4:
// CHECK-NEXT:    return %[[V]]
func.func @join(%p: i1, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %m = memref.alloca() : memref<1xi32>
  %dead = memref.alloca() : memref<i32>
  cf.cond_br %p, ^left, ^right
^left:
  memref.store %a, %m[%c0] : memref<1xi32>
  memref.store %a, %dead[] : memref<i32>
  cf.br ^end
^right:
  memref.store %b, %m[%c0] : memref<1xi32>
  memref.store %b, %dead[] : memref<i32>
  cf.br ^end
^end:
  cf.br ^last
^last:
  %0 = memref.load %m[%c0] : memref<1xi32>
  return %0 : i32
}

// -----

// A loop made of blocks, with two ways into its head from one branch.

// CHECK-LABEL: func.func @blocks(
// CHECK:         cf.br ^bb1(%c0, %c0 : index, index)
// CHECK:       ^bb1(%[[I:.*]]: index, %[[S:.*]]: index):
// CHECK:         cf.cond_br %{{.*}}, ^bb2, ^bb3
// CHECK:       ^bb2:
// CHECK:         %[[T:.*]] = arith.addi %[[S]], %[[I]]
// CHECK:         cf.cond_br %arg1, ^bb1(%{{.*}}, %[[T]] : index, index), ^bb1(%{{.*}}, %[[T]] : index, index)
// CHECK:       ^bb3:
// CHECK-NEXT:    return %[[S]]
func.func @blocks(%n: index, %p: i1) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %m = memref.alloca() : memref<index>
  memref.store %c0, %m[] : memref<index>
  cf.br ^head(%c0 : index)
^head(%i: index):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^end
^body:
  %0 = memref.load %m[] : memref<index>
  %1 = arith.addi %0, %i : index
  memref.store %1, %m[] : memref<index>
  %2 = arith.addi %i, %c1 : index
  %3 = arith.addi %i, %c2 : index
  cf.cond_br %p, ^head(%2 : index), ^head(%3 : index)
^end:
  %r = memref.load %m[] : memref<index>
  return %r : index
}

// -----

// Through conditionals and while loops. A conditional without else gets one; where nothing is stored nothing is carried.

// CHECK-LABEL: func.func @structured(
// CHECK:         %[[W:.*]]:2 = loop.while (%[[X:.*]] = %arg0, %[[A:.*]] = %c0) : (index, index) -> (index, index) {
// CHECK:           loop.condition(%{{.*}}) %[[X]], %[[A]] : index, index
// CHECK:         } do {
// CHECK-NEXT:    ^bb0(%[[Y:.*]]: index, %[[B:.*]]: index):
// CHECK:           %[[IF:.*]] = loop.if %{{.*}} -> (index) {
// CHECK:             %[[ADD:.*]] = arith.addi %[[B]], %[[Y]]
// CHECK-NEXT:        loop.yield %[[ADD]] : index
// CHECK-NEXT:      } else {
// CHECK-NEXT:        loop.yield %[[B]] : index
// CHECK-NEXT:      }
// CHECK:           loop.yield %{{.*}}, %[[IF]] : index, index
// CHECK:         loop.if %arg1 {
// CHECK-NEXT:      memref.store %[[W]]#1, %arg2[]
// CHECK-NEXT:    }
func.func @structured(%n: index, %p: i1, %out: memref<index>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %m = memref.alloca() : memref<index>
  memref.store %c0, %m[] : memref<index>
  %w = loop.while (%x = %n) : (index) -> index {
    %0 = arith.cmpi sgt, %x, %c0 : index
    loop.condition(%0) %x : index
  } do {
  ^bb0(%y: index):
    %1 = arith.cmpi sgt, %y, %c2 : index
    loop.if %1 {
      %2 = memref.load %m[] : memref<index>
      %3 = arith.addi %2, %y : index
      memref.store %3, %m[] : memref<index>
    }
    %4 = arith.subi %y, %c1 : index
    loop.yield %4 : index
  }
  loop.if %p {
    %5 = memref.load %m[] : memref<index>
    memref.store %5, %out[] : memref<index>
  }
  return
}

// -----

// Left alone: memory of several elements, a pointer that is handed on, one that is stored, an access of another type.

func.func private @use(memref<i32>)

// CHECK-LABEL: func.func @left(
// CHECK-COUNT-2: memref.alloca
// CHECK-COUNT-2: memref.store
func.func @left(%a: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %m = memref.alloca() : memref<2xi32>
  %n = memref.alloca() : memref<i32>
  memref.store %a, %m[%c0] : memref<2xi32>
  memref.store %a, %n[] : memref<i32>
  call @use(%n) : (memref<i32>) -> ()
  %0 = memref.load %m[%c0] : memref<2xi32>
  return %0 : i32
}

// -----

// Memory that was not written is zero in place of poison.

// CHECK-LABEL: func.func @unwritten(
// CHECK-NEXT:    %[[Z:.*]] = arith.constant 0.000000e+00 : f32
// CHECK-NEXT:    return %[[Z]]
func.func @unwritten() -> f32 {
  %m = memref.alloca() : memref<f32>
  %0 = memref.load %m[] : memref<f32>
  return %0 : f32
}

// -----

// The llvm dialect's memory, with a slot that holds the pointer to another one; not where an access is volatile or reads another type.

// CHECK-LABEL: llvm.func @llvm(
// CHECK-NEXT:    %[[ONE:.*]] = llvm.mlir.constant(1 : i32) : i32
// CHECK-NEXT:    %[[V:.*]] = llvm.alloca %[[ONE]] x i32
// CHECK-NEXT:    %[[T:.*]] = llvm.alloca %[[ONE]] x f32
// CHECK-NEXT:    llvm.store volatile %arg0, %[[V]]
// CHECK-NEXT:    llvm.store %arg1, %[[T]]
// CHECK-NEXT:    %[[I:.*]] = llvm.load %[[T]] : !llvm.ptr -> i32
// CHECK-NEXT:    %[[S:.*]] = llvm.add %arg0, %[[I]] : i32
// CHECK-NEXT:    llvm.return %[[S]] : i32
llvm.func @llvm(%a: i32, %f: f32) -> i32 {
  %one = llvm.mlir.constant(1 : i32) : i32
  %m = llvm.alloca %one x i32 : (i32) -> !llvm.ptr
  %p = llvm.alloca %one x !llvm.ptr : (i32) -> !llvm.ptr
  %v = llvm.alloca %one x i32 : (i32) -> !llvm.ptr
  %t = llvm.alloca %one x f32 : (i32) -> !llvm.ptr
  llvm.store %m, %p : !llvm.ptr, !llvm.ptr
  llvm.store volatile %a, %v : i32, !llvm.ptr
  llvm.store %f, %t : f32, !llvm.ptr
  %q = llvm.load %p : !llvm.ptr -> !llvm.ptr
  llvm.store %a, %q : i32, !llvm.ptr
  %0 = llvm.load %m : !llvm.ptr -> i32
  %1 = llvm.load %t : !llvm.ptr -> i32
  %2 = llvm.add %0, %1 : i32
  llvm.return %2 : i32
}
