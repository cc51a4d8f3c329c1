// RUN: mlr-opt %s --convert-sched-to-loop | FileCheck %s

// CHECK: func.func private @gain(i32) -> f32
func.func private @gain(i32) -> f32

// CHECK-LABEL: func.func @f_step
// CHECK:         %[[X:.*]] = memref.load
// CHECK-NEXT:    %[[G:.*]] = call @gain(%[[X]]) : (i32) -> f32
// CHECK-NEXT:    memref.store %[[G]]
sched.machine @f {
  %x = sched.input "x" : i32
  %g = sched.call @gain(%x) : (i32) -> f32
  sched.output "g", %g : f32
  sched.end
}
