// Every operation of the dialect reads back as it prints, in custom and in generic form.

// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

module attributes {mlr.interface = {m = {exported, inputs = [
    {clock = ".", name = "c", ssa = i1, type = "bool"}, {clock = ".", name = "x", ssa = tensor<2xf32>, type = "f32[2]"}],
  outputs = [{clock = ".", name = "y", ssa = f32, type = "f32"}, {clock = ".", name = "z", ssa = tensor<2xf32>, type = "f32[2]"}]}}} {
func.func private @gain(f32) -> f32

// CHECK-LABEL: sched.machine @m attributes {scratch_bytes = 16 : i64} {
sched.machine @m attributes {scratch_bytes = 16 : i64} {
  // CHECK: %[[S:.*]] = sched.slot "s" = 1.000000e+00 : f32 : !sched.slot<f32>
  %s = sched.slot "s" = 1.0 : f32 : !sched.slot<f32>
  // CHECK: %[[T:.*]] = sched.slot "t" = dense<0.000000e+00> : tensor<2xf32> : !sched.slot<tensor<2xf32>>
  %t = sched.slot "t" = dense<0.0> : tensor<2xf32> : !sched.slot<tensor<2xf32>>
  // CHECK: %[[B:.*]] = sched.buffer "b" "stack" : !sched.buffer<4, f32>
  %b = sched.buffer "b" "stack" : !sched.buffer<4, f32>
  // CHECK: %[[D:.*]] = sched.buffer "d" "ring" : !sched.buffer<4, tensor<2xf32>>
  %d = sched.buffer "d" "ring" : !sched.buffer<4, tensor<2xf32>>
  %n = arith.constant 4 : index
  // CHECK: %[[C:.*]] = sched.input "c" : i1
  %c = sched.input "c" : i1
  // CHECK: %[[V:.*]] = sched.read %[[S]] : !sched.slot<f32>
  %v = sched.read %s : !sched.slot<f32>
  // CHECK: %[[G:.*]] = sched.guard %[[C]] -> (f32) {
  %g = sched.guard %c -> (f32) {
    // CHECK: sched.call @gain(%[[V]]) : (f32) -> f32
    %0 = sched.call @gain(%v) : (f32) -> f32
    // CHECK: sched.yield %{{.*}} : f32
    sched.yield %0 : f32
  // CHECK: } else {
  } else {
    sched.yield %v : f32
  }
  // CHECK: sched.write %[[G]], %[[S]] : !sched.slot<f32>
  sched.write %g, %s : !sched.slot<f32>
  // CHECK: sched.sweep forward %{{.*}} = %{{.*}} max 4 {
  sched.sweep forward %i = %n max 4 {
    // CHECK: sched.store %[[G]], %[[B]][%{{.*}}] : !sched.buffer<4, f32>
    sched.store %g, %b[%i] : !sched.buffer<4, f32>
    sched.yield
  }
  // CHECK: %[[W:.*]] = sched.sweep backward %{{.*}} = %{{.*}} max 4 iter(%{{.*}} = %[[G]]) -> (f32) {
  %w = sched.sweep backward %i = %n max 4 iter(%r = %g) -> (f32) {
    // CHECK: sched.load %[[B]][%{{.*}}] : !sched.buffer<4, f32>
    %1 = sched.load %b[%i] : !sched.buffer<4, f32>
    %2 = arith.addf %r, %1 : f32
    // CHECK: sched.buffer_ref %[[D]][%{{.*}}] : !sched.buffer<4, tensor<2xf32>> to memref<2xf32>
    %3 = sched.buffer_ref %d[%i] : !sched.buffer<4, tensor<2xf32>> to memref<2xf32>
    sched.yield %2 : f32
  }
  // CHECK: sched.collect %[[B]], %{{.*}} : !sched.buffer<4, f32> to tensor<4xf32>
  %all = sched.collect %b, %n : !sched.buffer<4, f32> to tensor<4xf32>
  // CHECK: sched.output "y", %[[W]] : f32
  sched.output "y", %w : f32
  // CHECK: sched.input_ref "x" : memref<2xf32>
  %x = sched.input_ref "x" : memref<2xf32>
  // CHECK: sched.output_ref "z" : memref<2xf32>
  %z = sched.output_ref "z" : memref<2xf32>
  // CHECK: sched.slot_ref %[[T]] : !sched.slot<tensor<2xf32>> to memref<2xf32>
  %m = sched.slot_ref %t : !sched.slot<tensor<2xf32>> to memref<2xf32>
  // CHECK: sched.scratch 8 : memref<2xf32>
  %a = sched.scratch 8 : memref<2xf32>
  // CHECK: sched.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32> : memref<2xf32>
  %k = sched.constant dense<[1.0, 2.0]> : tensor<2xf32> : memref<2xf32>
  memref.copy %k, %z : memref<2xf32> to memref<2xf32>
  // CHECK: sched.assert %[[C]], "c holds"
  sched.assert %c, "c holds"
  // CHECK: sched.end
  sched.end
}
}
