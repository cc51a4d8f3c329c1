// RUN: mlr-opt %s --convert-sched-to-loop --canonicalize --cse --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @forward_step
// CHECK:         %[[B:.*]] = memref.view %arg0[%c0][] : memref<16xi8> to memref<4xf32>
// CHECK:         loop.for %[[I:.*]] = %c0 to %c4 step %c1 {
// CHECK-NEXT:      memref.store %{{.*}}, %[[B]][%[[I]]] : memref<4xf32>
// CHECK-NEXT:    }
sched.machine @forward {
  %b = sched.buffer "x" "ring" : !sched.buffer<4, f32>
  %x = sched.input "x" : f32
  %n = arith.constant 4 : index
  sched.sweep forward %i = %n max 4 {
    sched.store %x, %b[%i] : !sched.buffer<4, f32>
    sched.yield
  }
  sched.end
}

// -----

// Against time: positions n - 1 down to 0, whatever n is.

// CHECK-LABEL: func.func @backward_step
// CHECK:         %[[N:.*]] = arith.index_cast
// CHECK:         %[[LAST:.*]] = arith.subi %[[N]], %c1 : index
// CHECK-NEXT:    %[[SUM:.*]] = loop.for %[[I:.*]] = %c0 to %[[N]] step %c1 iter_args(%[[A:.*]] = %{{.*}}) -> (f32) {
// CHECK-NEXT:      %[[P:.*]] = arith.subi %[[LAST]], %[[I]] : index
// CHECK-NEXT:      %[[V:.*]] = memref.load %{{.*}}[%[[P]]] : memref<4xf32>
// CHECK-NEXT:      %[[S:.*]] = arith.addf %[[A]], %[[V]] : f32
// CHECK-NEXT:      loop.yield %[[S]] : f32
// CHECK:         memref.store %[[SUM]]
sched.machine @backward {
  %b = sched.buffer "x" "stack" : !sched.buffer<4, f32>
  %l = sched.input "n" : i32
  %n = arith.index_cast %l : i32 to index
  %z = arith.constant 0.0 : f32
  %r = sched.sweep backward %i = %n max 4 iter(%a = %z) -> (f32) {
    %v = sched.load %b[%i] : !sched.buffer<4, f32>
    %s = arith.addf %a, %v : f32
    sched.yield %s : f32
  }
  sched.output "y", %r : f32
  sched.end
}
