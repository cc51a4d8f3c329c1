// RUN: mlr-opt %s --convert-tensor-to-loops --canonicalize --cse --split-input-file | FileCheck %s

// A tree of elementwise operations is one loop, also where a value is used twice in it.

// CHECK-LABEL: sched.machine @tree
// CHECK:         %[[X:.*]] = sched.input_ref "x" : memref<4xf32>
// CHECK-NEXT:    %[[Y:.*]] = sched.output_ref "y" : memref<4xf32>
// CHECK-NEXT:    loop.for %[[I:.*]] = %c0 to %c4 step %c1 {
// CHECK-NEXT:      %[[A:.*]] = memref.load %[[X]][%[[I]]] : memref<4xf32>
// CHECK:           %[[S:.*]] = arith.addf
// CHECK-NEXT:      %[[P:.*]] = arith.cmpf ogt, %[[S]], %cst : f32
// CHECK-NEXT:      %[[R:.*]] = arith.select %[[P]], %[[S]], %cst : f32
// CHECK-NEXT:      memref.store %[[R]], %[[Y]][%[[I]]] : memref<4xf32>
// CHECK-NEXT:    }
// CHECK-NEXT:    sched.end
sched.machine @tree {
  %x = sched.input "x" : tensor<4xf32>
  %s = arith.addf %x, %x : tensor<4xf32>
  %z = arith.constant dense<0.0> : tensor<4xf32>
  %p = arith.cmpf ogt, %s, %z : tensor<4xf32>
  %r = arith.select %p, %s, %z : tensor<4xi1>, tensor<4xf32>
  sched.output "y", %r : tensor<4xf32>
  sched.end
}

// -----

// Broadcasting, transposing, slicing and reversing are only other indices.

// CHECK-LABEL: sched.machine @indices
// CHECK:         loop.for %[[I:.*]] = %c0 to %c2
// CHECK-NEXT:      loop.for %[[J:.*]] = %c0 to %c3
// CHECK-NEXT:        memref.load %{{.*}}[%[[J]], %[[I]]] : memref<3x2xf32>
// CHECK-NEXT:        memref.load %{{.*}}[%[[J]]] : memref<3xf32>
// CHECK-NEXT:        arith.mulf
// CHECK-NEXT:        memref.store %{{.*}}, %{{.*}}[%[[I]], %[[J]]] : memref<2x3xf32>
// CHECK:         loop.for %[[I:.*]] = %c0 to %c3
// CHECK-NEXT:      %[[B:.*]] = arith.subi %c2, %[[I]] : index
// CHECK-NEXT:      memref.load %{{.*}}[%[[B]]] : memref<3xf32>
sched.machine @indices {
  %x = sched.input "x" : tensor<3x2xf32>
  %b = sched.input "b" : tensor<3xf32>
  %t = tensor.transpose %x permutation [1, 0] : tensor<3x2xf32> to tensor<2x3xf32>
  %c = tensor.broadcast %b : tensor<3xf32> to tensor<2x3xf32>
  %m = arith.mulf %t, %c : tensor<2x3xf32>
  sched.output "m", %m : tensor<2x3xf32>
  %r = tensor.reverse %b : tensor<3xf32>
  sched.output "r", %r : tensor<3xf32>
  sched.end
}

// -----

// Another shape is the same memory.

// CHECK-LABEL: sched.machine @reshaped
// CHECK:         %[[X:.*]] = sched.input_ref "x" : memref<2x3xf32>
// CHECK-NEXT:    %[[V:.*]] = memref.reinterpret_cast %[[X]] to offset: [0], sizes: [6], strides: [1] : memref<2x3xf32> to memref<6xf32>
// CHECK:           memref.load %[[V]][
sched.machine @reshaped {
  %x = sched.input "x" : tensor<2x3xf32>
  %v = tensor.reshape %x : tensor<2x3xf32> to tensor<6xf32>
  %n = arith.negf %v : tensor<6xf32>
  sched.output "y", %n : tensor<6xf32>
  sched.end
}
