// RUN: mlr-opt %s --convert-tensor-to-loops --canonicalize --cse --split-input-file | FileCheck %s

// Guards and sweeps keep their scalars; tensors go through memory.

// CHECK-LABEL: sched.machine @regions
// CHECK:         %[[H:.*]] = sched.slot "h"
// CHECK:         %[[M:.*]] = sched.slot_ref %[[H]] : !sched.slot<tensor<4xf32>> to memref<4xf32>
// CHECK-NEXT:    %[[S:.*]] = sched.guard %{{.*}} -> (f32) {
// CHECK:             memref.store %{{.*}}, %[[M]][
// CHECK:           sched.yield %{{.*}} : f32
// CHECK-NEXT:    } else {
// CHECK-NEXT:      sched.yield %{{.*}} : f32
// CHECK-NEXT:    }
// CHECK-NOT:     sched.write
// CHECK:         sched.sweep forward %[[I:.*]] = %c3 max 3 {
// CHECK:           sched.buffer_ref %{{.*}}[%[[I]]] : !sched.buffer<3, tensor<4xf32>> to memref<4xf32>
// CHECK:           sched.yield
// CHECK-NEXT:    }
sched.machine @regions {
  %h = sched.slot "h" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %b = sched.buffer "b" "ring" : !sched.buffer<3, tensor<4xf32>>
  %c = sched.input "c" : i1
  %x = sched.input "x" : tensor<4xf32>
  %f = sched.input "f" : f32
  %p = sched.read %h : !sched.slot<tensor<4xf32>>
  %r:2 = sched.guard %c -> (tensor<4xf32>, f32) {
    %q = arith.addf %p, %x : tensor<4xf32>
    %g = arith.negf %f : f32
    sched.yield %q, %g : tensor<4xf32>, f32
  } else {
    sched.yield %p, %f : tensor<4xf32>, f32
  }
  sched.write %r#0, %h : !sched.slot<tensor<4xf32>>
  sched.output "g", %r#1 : f32
  %n = arith.constant 3 : index
  %s = sched.sweep forward %i = %n max 3 iter(%a = %x) -> (tensor<4xf32>) {
    %v = sched.load %b[%i] : !sched.buffer<3, tensor<4xf32>>
    %w = arith.addf %a, %v : tensor<4xf32>
    sched.yield %w : tensor<4xf32>
  }
  sched.output "s", %s : tensor<4xf32>
  sched.end
}
