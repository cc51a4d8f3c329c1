// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// A counter: its memory is a slot, read before and written after.
// CHECK-LABEL: sched.machine @counter
// CHECK-NEXT: %[[SLOT:[a-zA-Z0-9_]+]] = sched.slot "before" = 0 : i32 : !sched.slot<i32>
// CHECK-NEXT: %[[X:[a-zA-Z0-9_]+]] = sched.input "arg0" : i32
// CHECK-NEXT: %[[OLD:[a-zA-Z0-9_]+]] = sched.read %[[SLOT]] : !sched.slot<i32>
// CHECK-NEXT: %[[SUM:[a-zA-Z0-9_]+]] = arith.addi %[[OLD]], %[[X]] : i32
// CHECK-NEXT: sched.write %[[SUM]], %[[SLOT]] : !sched.slot<i32>
// CHECK-NEXT: sched.output "res0", %[[SUM]] : i32
// CHECK-NEXT: sched.end
reactive.node @counter(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %sum : i32 loc("before"("counter.mlr":2:3))
  %sum = arith.addi %before, %x : i32
  reactive.return %sum : i32
}

// An initial value that is computed needs a flag for the first instant.
// CHECK-LABEL: sched.machine @start
// CHECK-DAG: %[[FALSE:[a-zA-Z0-9_]+]] = arith.constant false
// CHECK-DAG: %[[SLOT:[a-zA-Z0-9_]+]] = sched.slot "fby" = 0 : i32
// CHECK-DAG: %[[FIRST:[a-zA-Z0-9_]+]] = sched.slot "first" = true
// CHECK: %[[X:[a-zA-Z0-9_]+]] = sched.input "arg0" : i32
// CHECK-DAG: %[[OLD:[a-zA-Z0-9_]+]] = sched.read %[[SLOT]]
// CHECK-DAG: %[[ISFIRST:[a-zA-Z0-9_]+]] = sched.read %[[FIRST]]
// CHECK: sched.write %[[FALSE]], %[[FIRST]]
// CHECK: %[[Y:[a-zA-Z0-9_]+]] = arith.select %[[ISFIRST]], %[[X]], %[[OLD]] : i32
// CHECK: sched.output "res0", %[[Y]] : i32
reactive.node @start(%x: i32) -> (i32) {
  %y = reactive.fby %x, %z : i32
  %z = arith.addi %y, %y : i32
  reactive.return %y : i32
}

// CHECK-LABEL: sched.machine @chain
// CHECK: sched.slot "fby" = 1 : i32
// CHECK: sched.slot "fby" = 2 : i32
// CHECK: sched.slot "first" = true
// CHECK: %[[X:[a-zA-Z0-9_]+]] = sched.input "arg0" : i32
// CHECK: %[[A:[a-zA-Z0-9_]+]] = sched.read [[SLOTA:%.*]] :
// CHECK: sched.write %[[X]], [[SLOTA]] :
// CHECK: %[[B:[a-zA-Z0-9_]+]] = sched.read [[SLOTB:%.*]] :
// CHECK: sched.write %[[A]], [[SLOTB]] :
// CHECK: sched.write %[[B]], {{%.*}} :
reactive.node @chain(%x: i32) -> (i32) {
  %one = arith.constant 1 : i32
  %two = arith.constant 2 : i32
  %a = reactive.fby %one, %x : i32
  %b = reactive.fby %two, %a : i32
  %p = reactive.pre %b : i32
  %y = reactive.arrow %x, %p : i32
  reactive.return %y : i32
}
