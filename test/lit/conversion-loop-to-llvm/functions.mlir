// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file | FileCheck %s

// Several results travel in a struct; private functions are internal to the object.

// CHECK-LABEL: llvm.func internal @both
// CHECK-SAME:    -> !llvm.struct<(i32, f32)> attributes {passthrough = ["nounwind"]}
// CHECK:         %[[P:.*]] = llvm.mlir.poison : !llvm.struct<(i32, f32)>
// CHECK:         %[[Q:.*]] = llvm.insertvalue %{{.*}}, %[[P]][0] : !llvm.struct<(i32, f32)>
// CHECK:         %[[R:.*]] = llvm.insertvalue %{{.*}}, %[[Q]][1] : !llvm.struct<(i32, f32)>
// CHECK:         llvm.return %[[R]] : !llvm.struct<(i32, f32)>
// CHECK-LABEL: llvm.func @second
// CHECK:         %[[B:.*]] = llvm.call @both
// CHECK:         %[[X:.*]] = llvm.extractvalue %[[B]][1] : !llvm.struct<(i32, f32)>
// CHECK:         llvm.return %[[X]] : f32
func.func private @both(%a: i32, %b: f32) -> (i32, f32) {
  return %a, %b : i32, f32
}
func.func @second(%a: i32, %b: f32) -> f32 {
  %r:2 = func.call @both(%a, %b) : (i32, f32) -> (i32, f32)
  return %r#1 : f32
}

// -----

// C functions get small integers extended.

// CHECK: llvm.func @gain(i1 {llvm.zeroext}, i8 {llvm.signext}) -> (i16 {llvm.signext})
func.func private @gain(i1, i8) -> i16

// -----

// A node's structs do not overlap and are as large and as aligned as its interface says; its inputs are only read.

// CHECK: llvm.func @f_step
// CHECK-SAME: {llvm.align = 8 : i64, llvm.dereferenceable = 24 : i64, llvm.noalias, llvm.nocapture},
// CHECK-SAME: {llvm.align = 4 : i64, llvm.dereferenceable = 8 : i64, llvm.noalias, llvm.nocapture, llvm.readonly},
// CHECK-SAME: {llvm.align = 1 : i64, llvm.dereferenceable = 2 : i64, llvm.noalias, llvm.nocapture})
module attributes {mlr.interface = {f = {
    inputs = [{name = "x", type = "f32", ssa = f32, clock = ".", offset = 0 : i64}, {name = "c", type = "bool", ssa = i1, clock = ".", offset = 4 : i64}],
    outputs = [{name = "y", type = "i8[2]", ssa = tensor<2xi8>, clock = ".", offset = 0 : i64}],
    exported, state_bytes = 24 : i64, in_bytes = 8 : i64, out_bytes = 2 : i64}}} {
  func.func @f_step(%state: memref<24xi8>, %in: memref<8xi8>, %out: memref<2xi8>) {
    return
  }
}
