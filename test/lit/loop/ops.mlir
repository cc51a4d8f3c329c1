// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s
// The syntax is that of upstream's scf.
// RUN: mlr-opt %s | sed s/loop[.]/scf./ | mlir-opt | sed s/scf[.]/loop./ | FileCheck %s

// CHECK-LABEL: func.func @counted
func.func @counted(%lb: index, %ub: index, %s: index, %x: f32, %n: i32) -> f32 {
  // CHECK: loop.for %[[I:.*]] = %{{.*}} to %{{.*}} step %{{.*}} {
  // CHECK-NEXT: }
  loop.for %i = %lb to %ub step %s {
  }
  // CHECK: %[[R:.*]]:2 = loop.for %{{.*}} = %{{.*}} to %{{.*}} step %{{.*}} iter_args(%[[A:.*]] = %{{.*}}, %[[B:.*]] = %{{.*}}) -> (f32, f32) {
  // CHECK-NEXT: loop.yield %[[B]], %[[A]] : f32, f32
  %r:2 = loop.for %i = %lb to %ub step %s iter_args(%a = %x, %b = %x) -> (f32, f32) {
    loop.yield %b, %a : f32, f32
  }
  // CHECK: loop.for %{{.*}} = %{{.*}} to %{{.*}} step %{{.*}} : i32 {
  loop.for %i = %n to %n step %n : i32 {
    loop.yield
  }
  return %r#0 : f32
}

// CHECK-LABEL: func.func @conditional
func.func @conditional(%c: i1, %x: f32, %m: memref<f32>) -> f32 {
  // CHECK: loop.if %{{.*}} {
  // CHECK-NEXT: memref.store
  // CHECK-NEXT: }
  loop.if %c {
    memref.store %x, %m[] : memref<f32>
  }
  // CHECK: %[[R:.*]] = loop.if %{{.*}} -> (f32) {
  // CHECK-NEXT: loop.yield %{{.*}} : f32
  // CHECK-NEXT: } else {
  %r = loop.if %c -> (f32) {
    loop.yield %x : f32
  } else {
    %y = arith.negf %x : f32
    loop.yield %y : f32
  }
  return %r : f32
}

// CHECK-LABEL: func.func @unbounded
func.func @unbounded(%n: i32, %x: f32) -> f32 {
  // CHECK: %{{.*}} = loop.while (%[[A:.*]] = %{{.*}}) : (i32) -> f32 {
  // CHECK: loop.condition(%{{.*}}) %{{.*}} : f32
  // CHECK-NEXT: } do {
  // CHECK-NEXT: ^bb0(%{{.*}}: f32):
  %r = loop.while (%a = %n) : (i32) -> f32 {
    %c = arith.cmpi slt, %a, %n : i32
    loop.condition(%c) %x : f32
  } do {
  ^bb0(%y: f32):
    %z = arith.fptosi %y : f32 to i32
    loop.yield %z : i32
  }
  return %r : f32
}
