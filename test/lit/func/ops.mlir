// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK: func.func private @external(f32, memref<4xi8>) -> f64
func.func private @external(f32, memref<4xi8>) -> f64
// CHECK: func.func private @marked(i32 {llvm.signext}) -> (i1 {llvm.zeroext}) attributes {pure}
func.func private @marked(i32 {llvm.signext}) -> (i1 {llvm.zeroext}) attributes {pure}
// CHECK: func.func private @nothing()
func.func private @nothing()

// CHECK-LABEL: func.func @pair(
// CHECK-SAME: %{{.*}}: i32, %{{.*}}: f32 {test.unit}) -> (f32, i32) {
func.func @pair(%a: i32, %b: f32 {test.unit}) -> (f32, i32) {
  // CHECK: return %{{.*}}, %{{.*}} : f32, i32
  return %b, %a : f32, i32
}

// CHECK-LABEL: func.func @caller(
func.func @caller(%a: i32, %b: f32, %m: memref<4xi8>) -> f64 {
  // CHECK: %{{.*}}:2 = call @pair(%{{.*}}, %{{.*}}) : (i32, f32) -> (f32, i32)
  %0:2 = call @pair(%a, %b) : (i32, f32) -> (f32, i32)
  // CHECK: call @nothing() : () -> ()
  func.call @nothing() : () -> ()
  // CHECK: %[[F:.*]] = constant @external : (f32, memref<4xi8>) -> f64
  %f = constant @external : (f32, memref<4xi8>) -> f64
  // CHECK: call_indirect %[[F]](%{{.*}}, %{{.*}}) : (f32, memref<4xi8>) -> f64
  %1 = call_indirect %f(%0#0, %m) : (f32, memref<4xi8>) -> f64
  return %1 : f64
}
