// RUN: mlr-opt %s --loop-vectorize --split-input-file --validate-passes=40 | FileCheck %s
// RUN: mlr-opt %s --loop-vectorize=reassociate-fp-reductions --split-input-file | FileCheck %s --check-prefix=FAST
// RUN: not mlr-opt %s --loop-vectorize=vector-size=1 --split-input-file 2>&1 | FileCheck %s --check-prefix=BAD

// BAD: error: loop-vectorize: vector-size must be from 2 to 1024, but is 1

// The example in the pass's documentation.

// CHECK-LABEL: func.func @scale(
// CHECK:         %[[F:.*]] = vector.broadcast %arg1 : f32 to vector<4xf32>
// CHECK-NEXT:    loop.for %[[I:.*]] = %c0 to %c8 step %c4 {
// CHECK-NEXT:      %[[A:.*]] = vector.load %arg0[%[[I]]] : memref<10xf32>, vector<4xf32>
// CHECK-NEXT:      %[[P:.*]] = arith.mulf %[[A]], %[[F]] : vector<4xf32>
// CHECK-NEXT:      vector.store %[[P]], %arg0[%[[I]]] : memref<10xf32>, vector<4xf32>
// CHECK-NEXT:    }
// CHECK-NEXT:    loop.for %[[I:.*]] = %c8 to %c10 step %c1 {
// CHECK-NEXT:      memref.load
func.func @scale(%a: memref<10xf32>, %f: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c10 = arith.constant 10 : index
  loop.for %i = %c0 to %c10 step %c1 {
    %0 = memref.load %a[%i] : memref<10xf32>
    %1 = arith.mulf %0, %f : f32
    memref.store %1, %a[%i] : memref<10xf32>
  }
  return
}

// -----

// Bounds that are not known, an index that is a sum, values that are the same in all lanes, and the induction variable as a number.

// CHECK-LABEL: func.func @mixed(
// CHECK:         arith.remui
// CHECK:         loop.for %[[I:.*]] = %arg3 to %{{.*}} step %c4 {
// CHECK:           vector.load %arg0[%{{.*}}] : memref<?xi32>, vector<4xi32>
// CHECK:           %[[U:.*]] = memref.load %arg1[%arg2]
// CHECK:           vector.broadcast %[[U]] : i32 to vector<4xi32>
// CHECK:           arith.index_cast %{{.*}} : vector<4xindex> to vector<4xi32>
// CHECK:           arith.select %{{.*}}, %{{.*}}, %{{.*}} : vector<4xi1>, vector<4xi32>
// CHECK:           vector.store
// CHECK:         loop.for
// CHECK:           memref.store
func.func @mixed(%a: memref<?xi32>, %b: memref<4xi32> {llvm.noalias}, %k: index, %l: index, %u: index) {
  %c1 = arith.constant 1 : index
  loop.for %i = %l to %u step %c1 {
    %0 = arith.addi %i, %k : index
    %1 = memref.load %a[%0] : memref<?xi32>
    %2 = memref.load %b[%k] : memref<4xi32>
    %3 = arith.index_cast %i : index to i32
    %4 = arith.muli %1, %2 : i32
    %5 = arith.cmpi slt, %3, %4 : i32
    %6 = arith.select %5, %3, %4 : i32
    memref.store %6, %a[%0] : memref<?xi32>
  }
  return
}

// -----

// Sums of integers and extremes of floats have no order; sums of floats do.

// CHECK-LABEL: func.func @reductions(
// CHECK:         %[[Z:.*]] = arith.constant dense<0> : vector<4xi32>
// CHECK:         %[[INF:.*]] = arith.constant dense<0x7F800000> : vector<4xf32>
// CHECK:         %[[R:.*]]:2 = loop.for {{.*}} iter_args(%{{.*}} = %[[Z]], %{{.*}} = %[[INF]]) -> (vector<4xi32>, vector<4xf32>) {
// CHECK:         %[[S:.*]] = vector.reduction <add>, %[[R]]#0, %arg2 : vector<4xi32> into i32
// CHECK:         %[[M:.*]] = vector.reduction <minimumf>, %[[R]]#1, %arg3 : vector<4xf32> into f32
// CHECK:         loop.for {{.*}} iter_args(%{{.*}} = %[[S]], %{{.*}} = %[[M]])
// CHECK-LABEL: func.func @float_sum(
// CHECK-NOT:     vector
// FAST-LABEL: func.func @float_sum(
// FAST:          arith.constant dense<-0.000000e+00> : vector<4xf32>
// FAST:          vector.reduction <add>
func.func @reductions(%a: memref<?xi32>, %b: memref<?xf32>, %z: i32, %y: f32, %n: index) -> (i32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0:2 = loop.for %i = %c0 to %n step %c1 iter_args(%s = %z, %m = %y) -> (i32, f32) {
    %1 = memref.load %a[%i] : memref<?xi32>
    %2 = memref.load %b[%i] : memref<?xf32>
    %3 = arith.addi %1, %s : i32
    %4 = arith.minimumf %m, %2 : f32
    loop.yield %3, %4 : i32, f32
  }
  return %0#0, %0#1 : i32, f32
}

func.func @float_sum(%b: memref<?xf32>, %y: f32, %n: index) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c0 to %n step %c1 iter_args(%s = %y) -> (f32) {
    %2 = memref.load %b[%i] : memref<?xf32>
    %3 = arith.addf %s, %2 : f32
    loop.yield %3 : f32
  }
  return %0 : f32
}

// -----

// A product of a vector and a matrix: the sums keep their order, four outputs at a time.

// CHECK-LABEL: func.func @outputs(
// CHECK:         %[[Z:.*]] = vector.broadcast %arg3 : f32 to vector<4xf32>
// CHECK:         loop.for %[[J:.*]] = %c0 to %c8 step %c4 {
// CHECK:           %[[R:.*]] = loop.for %[[K:.*]] = %c0 to %c5 step %c1 iter_args(%[[S:.*]] = %[[Z]]) -> (vector<4xf32>) {
// CHECK-NEXT:        %[[A:.*]] = memref.load %arg0[%[[K]]]
// CHECK-NEXT:        %[[AV:.*]] = vector.broadcast %[[A]]
// CHECK-NEXT:        %[[B:.*]] = vector.load %arg1[%[[K]], %[[J]]] : memref<5x8xf32>, vector<4xf32>
// CHECK-NEXT:        %[[F:.*]] = math.fma %[[AV]], %[[B]], %[[S]] : vector<4xf32>
// CHECK-NEXT:        loop.yield %[[F]]
// CHECK:           vector.store %[[R]], %arg2[%[[J]]]
// CHECK-NOT:     loop.for
func.func @outputs(%a: memref<5xf32>, %b: memref<5x8xf32>, %c: memref<8xf32> {llvm.noalias}, %z: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %c8 = arith.constant 8 : index
  loop.for %j = %c0 to %c8 step %c1 {
    %0 = loop.for %k = %c0 to %c5 step %c1 iter_args(%s = %z) -> (f32) {
      %1 = memref.load %a[%k] : memref<5xf32>
      %2 = memref.load %b[%k, %j] : memref<5x8xf32>
      %3 = math.fma %1, %2, %s : f32
      loop.yield %3 : f32
    }
    memref.store %0, %c[%j] : memref<8xf32>
  }
  return
}

// -----

// What is written one iteration and read the next stays; read first and written later may be done at once, and so may what is far apart.

// CHECK-LABEL: func.func @carried(
// CHECK-NOT:     vector
// CHECK-LABEL: func.func @shifted(
// CHECK:         vector.load
// CHECK:         vector.store
// CHECK-LABEL: func.func @far(
// CHECK:         vector.load
// CHECK:         vector.store
func.func @carried(%a: memref<17xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c16 = arith.constant 16 : index
  loop.for %i = %c0 to %c16 step %c1 {
    %0 = memref.load %a[%i] : memref<17xf32>
    %1 = arith.addi %i, %c1 : index
    memref.store %0, %a[%1] : memref<17xf32>
  }
  return
}

func.func @shifted(%a: memref<17xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c16 = arith.constant 16 : index
  loop.for %i = %c0 to %c16 step %c1 {
    %1 = arith.addi %i, %c1 : index
    %0 = memref.load %a[%1] : memref<17xf32>
    memref.store %0, %a[%i] : memref<17xf32>
  }
  return
}

func.func @far(%a: memref<20xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c16 = arith.constant 16 : index
  loop.for %i = %c0 to %c16 step %c1 {
    %0 = memref.load %a[%i] : memref<20xf32>
    %1 = arith.addi %i, %c4 : index
    memref.store %0, %a[%1] : memref<20xf32>
  }
  return
}

// -----

// Poison in one lane is none in the others.

// CHECK-LABEL: func.func @shifts(
// CHECK:         arith.shli %{{.*}}, %{{.*}} : vector<4xi32>
func.func @shifts(%b: memref<32xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c16 = arith.constant 16 : index
  loop.for %i = %c0 to %c16 step %c1 {
    %0 = memref.load %b[%i] : memref<32xi32>
    %1 = arith.shli %0, %0 : i32
    memref.store %1, %b[%i] : memref<32xi32>
  }
  return
}

// -----

// Left alone: every second element, columns, an index from memory, conditionals, and a sum seen in between.

// CHECK-LABEL: func.func @left(
// CHECK-NOT:     vector
func.func @left(%a: memref<32x32xi32>, %p: memref<32xindex>, %b: memref<32xi32> {llvm.noalias}, %z: i32, %q: i1) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c16 = arith.constant 16 : index
  loop.for %i = %c0 to %c16 step %c1 {
    %0 = arith.muli %i, %c2 : index
    memref.store %z, %b[%0] : memref<32xi32>
  }
  loop.for %i = %c0 to %c16 step %c1 {
    memref.store %z, %a[%i, %c0] : memref<32x32xi32>
  }
  loop.for %i = %c0 to %c16 step %c1 {
    %0 = memref.load %p[%i] : memref<32xindex>
    %1 = memref.load %a[%c0, %0] : memref<32x32xi32>
    memref.store %1, %b[%i] : memref<32xi32>
  }
  loop.for %i = %c0 to %c16 step %c1 {
    loop.if %q {
      memref.store %z, %b[%i] : memref<32xi32>
    }
  }
  loop.for %i = %c0 to %c16 step %c1 {
    memref.store %z, %b[%c2] : memref<32xi32>
  }
  %s = loop.for %i = %c0 to %c16 step %c1 iter_args(%t = %z) -> (i32) {
    %0 = memref.load %a[%c0, %i] : memref<32x32xi32>
    %1 = arith.addi %t, %0 : i32
    memref.store %1, %b[%i] : memref<32xi32>
    loop.yield %1 : i32
  }
  return %s : i32
}
