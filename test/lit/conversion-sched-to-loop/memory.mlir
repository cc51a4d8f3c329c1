// RUN: mlr-opt %s --convert-sched-to-loop --canonicalize --cse --split-input-file | FileCheck %s

// Slots, then buffers, then scratch, laid out as C does; sizes and owners are recorded.

// CHECK:       mlr.interface = {f = {
// CHECK-SAME:    buffer_bytes = 12
// CHECK-SAME:    constants_bytes = 12
// CHECK-SAME:    in_bytes = 8
// CHECK-SAME:    name = "c", offset = 0
// CHECK-SAME:    name = "x", offset = 4
// CHECK-SAME:    out_bytes = 8
// CHECK-SAME:    scratch_bytes = 32
// CHECK-SAME:    slot_bytes = 28
// CHECK-SAME:    state_bytes = 72
// CHECK:       mlr.memory = {f = {
// CHECK-SAME:    buffers = [{bytes = 12 : i64, capacity = 3 : i64, kind = "stack", offset = 28 : i64, owner = "b", type = f32}]
// CHECK-SAME:    scratch = {bytes = 32 : i64, offset = 40 : i64}
// CHECK-SAME:    {bytes = 1 : i64, offset = 0 : i64, owner = "p", type = i1}
// CHECK-SAME:    {bytes = 8 : i64, offset = 8 : i64, owner = "d", type = f64}
// CHECK-SAME:    {bytes = 12 : i64, offset = 16 : i64, owner = "v", type = tensor<3xf32>}
module attributes {mlr.interface = {f = {inputs = [{name = "c", ssa = i1, type = "bool"}, {name = "x", ssa = f32}], outputs = [{name = "y", ssa = f64}], exported}}} {
  // CHECK: memref.global "private" constant @f_c0 : memref<3xf32> = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00]>
  // CHECK-NOT: memref.global

  // CHECK-LABEL: func.func @f_reset(%arg0: memref<72xi8>)
  // CHECK-DAG:     %[[TRUE:.*]] = arith.constant true
  // CHECK-DAG:     %[[P:.*]] = memref.view %arg0[%c0][] : memref<72xi8> to memref<i1>
  // CHECK:         memref.store %[[TRUE]], %[[P]][] : memref<i1>
  // CHECK:         %[[V:.*]] = memref.view %arg0[%c16][] : memref<72xi8> to memref<3xf32>
  // CHECK:         %[[INIT:.*]] = memref.get_global @f_c0
  // CHECK:         loop.for %[[I:.*]] = %c0 to %c3 step %c1 {
  // CHECK-NEXT:      %[[E:.*]] = memref.load %[[INIT]][%[[I]]]
  // CHECK-NEXT:      memref.store %[[E]], %[[V]][%[[I]]]
  // CHECK:         %[[B:.*]] = memref.view %arg0[%c28][] : memref<72xi8> to memref<3xf32>
  // CHECK:           memref.store %{{.*}}, %[[B]]

  // CHECK-LABEL: func.func @f_step(%arg0: memref<72xi8>, %arg1: memref<8xi8>, %arg2: memref<8xi8>)
  // CHECK:         %[[S:.*]] = memref.view %arg0[%c56][] : memref<72xi8> to memref<3xf32>
  // CHECK:         %[[K:.*]] = memref.get_global @f_c0
  sched.machine @f attributes {scratch_bytes = 32 : i64} {
    %p = sched.slot "p" = true : !sched.slot<i1>
    %d = sched.slot "d" = 0.0 : f64 : !sched.slot<f64>
    %v = sched.slot "v" = dense<[1.0, 2.0, 3.0]> : tensor<3xf32> : !sched.slot<tensor<3xf32>>
    %b = sched.buffer "b" "stack" : !sched.buffer<3, f32>
    %s = sched.scratch 16 : memref<3xf32>
    %k = sched.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32> : memref<3xf32>
    %i = arith.constant 1 : index
    %e = memref.load %k[%i] : memref<3xf32>
    memref.store %e, %s[%i] : memref<3xf32>
    %y = sched.read %d : !sched.slot<f64>
    sched.output "y", %y : f64
    sched.end
  }
}

// -----

// A place of a buffer of tensors is an address computed from its index.

// CHECK-LABEL: func.func @rows_step
// CHECK:         %[[I:.*]] = arith.index_cast
// CHECK:         %[[AT:.*]] = arith.muli %[[I]], %c8 : index
// CHECK-NEXT:    %[[ROW:.*]] = memref.view %arg0[%[[AT]]][] : memref<32xi8> to memref<2xf32>
// CHECK-NEXT:    memref.store %{{.*}}, %[[ROW]][%c1]
sched.machine @rows {
  %b = sched.buffer "x" "ring" : !sched.buffer<4, tensor<2xf32>>
  %n = sched.input "n" : i32
  %x = sched.input "x" : f32
  %i = arith.index_cast %n : i32 to index
  %m = sched.buffer_ref %b[%i] : !sched.buffer<4, tensor<2xf32>> to memref<2xf32>
  %one = arith.constant 1 : index
  memref.store %x, %m[%one] : memref<2xf32>
  sched.end
}
