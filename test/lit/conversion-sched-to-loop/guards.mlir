// RUN: mlr-opt %s --convert-sched-to-loop --canonicalize --cse --split-input-file | FileCheck %s

// Inputs and outputs of an absent clock are not touched.

// CHECK-LABEL: func.func @sampled_step
// CHECK-DAG:     %[[C:.*]] = memref.view %arg1[%c0][] : memref<8xi8> to memref<i1>
// CHECK-DAG:     %[[X:.*]] = memref.view %arg1[%c4][] : memref<8xi8> to memref<f32>
// CHECK-DAG:     %[[Y:.*]] = memref.view %arg2[%c0][] : memref<4xi8> to memref<f32>
// CHECK:         %[[P:.*]] = memref.load %[[C]][] : memref<i1>
// CHECK-NEXT:    loop.if %[[P]] {
// CHECK-NEXT:      %[[V:.*]] = memref.load %[[X]][] : memref<f32>
// CHECK-NEXT:      memref.store %[[V]], %[[Y]][] : memref<f32>
// CHECK-NEXT:    }
// CHECK-NEXT:    return
sched.machine @sampled {
  %c = sched.input "c" : i1
  sched.guard %c {
    %x = sched.input "x" : f32
    sched.output "y", %x : f32
    sched.yield
  }
  sched.end
}

// -----

// Where a guard has no else its results are zero, which nobody looks at: two guards on one condition become one.

// CHECK-LABEL: func.func @unobserved_step
// CHECK:         loop.if %{{.*}} {
// CHECK-NEXT:      %[[X:.*]] = memref.load
// CHECK-NEXT:      memref.store %[[X]]
// CHECK-NEXT:    }
// CHECK-NEXT:    return
sched.machine @unobserved {
  %c = sched.input "c" : i1
  %r = sched.guard %c -> (i32) {
    %x = sched.input "x" : i32
    sched.yield %x : i32
  }
  sched.guard %c {
    sched.output "y", %r : i32
    sched.yield
  }
  sched.end
}

// -----

// CHECK-LABEL: func.func @both_step
// CHECK:         %[[A:.*]] = memref.load %{{.*}}[] : memref<i32>
// CHECK-NEXT:    %[[R:.*]] = loop.if %{{.*}} -> (i32) {
// CHECK-NEXT:      %[[S:.*]] = arith.addi %[[A]], %[[A]] : i32
// CHECK-NEXT:      loop.yield %[[S]] : i32
// CHECK-NEXT:    } else {
// CHECK-NEXT:      loop.yield %[[A]] : i32
// CHECK-NEXT:    }
// CHECK-NEXT:    memref.store %[[R]]
sched.machine @both {
  %c = sched.input "c" : i1
  %x = sched.input "x" : i32
  %r = sched.guard %c -> (i32) {
    %s = arith.addi %x, %x : i32
    sched.yield %s : i32
  } else {
    sched.yield %x : i32
  }
  sched.output "y", %r : i32
  sched.end
}
