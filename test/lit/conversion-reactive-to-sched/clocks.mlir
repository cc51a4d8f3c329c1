// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

module attributes {mlr.interface = {
  modes = {inputs = [{name = "g", type = "mode", ssa = i32, clock = "."}, {name = "x", ssa = i32, clock = "."}], outputs = [{name = "y", ssa = i32, clock = "."}],
           enums = {mode = ["Idle", "Slow", "Fast"]}, exported}}} {

// CHECK-LABEL: sched.machine @merge
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "arg0" : i1
// CHECK-NEXT: %[[X:[a-zA-Z0-9_]+]] = sched.input "arg1" : i32
// CHECK-NEXT: %[[ON:[a-zA-Z0-9_]+]] = sched.guard %[[C]] -> (i32) {
// CHECK-NEXT:   %[[OLD:[a-zA-Z0-9_]+]] = sched.read
// CHECK-NEXT:   sched.write %[[X]]
// CHECK-NEXT:   sched.yield %[[OLD]] : i32
// CHECK-NEXT: }
// CHECK-NEXT: %[[N:[a-zA-Z0-9_]+]] = arith.xori %[[C]]
// CHECK-NEXT: %[[OFF:[a-zA-Z0-9_]+]] = sched.guard %[[N]] -> (i32) {
// CHECK: }
// CHECK-NEXT: %[[Y:[a-zA-Z0-9_]+]] = arith.select %[[C]], %[[ON]], %[[OFF]] : i32
reactive.node @merge(%c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %on = reactive.when %x, %c is 1 : i32, i1
  %off = reactive.when %x, %c is 0 : i32, i1
  %kept = reactive.fby %zero, %on : i32
  %neg = arith.subi %zero, %off : i32
  %y = reactive.merge %c [1, 0] %kept, %neg : i1, i32
  reactive.return %y : i32
}

// CHECK-LABEL: sched.machine @hold
// CHECK: sched.slot "current" = 0 : i32
// CHECK: sched.slot "seen" = false
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "arg0" : i1
// CHECK-NEXT: %[[X:[a-zA-Z0-9_]+]] = sched.input "arg1" : i32
// CHECK-NEXT: %[[D:[a-zA-Z0-9_]+]] = sched.input "arg2" : i32
// CHECK: %[[HELD:[a-zA-Z0-9_]+]] = sched.read
// CHECK-NEXT: %[[Y:[a-zA-Z0-9_]+]] = arith.select %[[C]], %[[X]], %[[HELD]] : i32
// CHECK: %[[SEEN:[a-zA-Z0-9_]+]] = sched.read {{.*}} : !sched.slot<i1>
// CHECK: arith.select %[[SEEN]], {{.*}}, %[[D]] : i32
reactive.node @hold(%c: i1, %x: i32, %d: i32) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %on = reactive.when %x, %c is 1 : i32, i1
  %constant = reactive.current %on, %zero : i32
  %computed = reactive.current %on, %d : i32
  reactive.return %constant, %computed : i32, i32
}

// CHECK-LABEL: sched.machine @word
// CHECK-DAG: %[[BITS:[a-zA-Z0-9_]+]] = arith.constant 4 : i32
// CHECK-DAG: %[[LETTERS:[a-zA-Z0-9_]+]] = arith.constant 3 : i32
// CHECK-DAG: %[[START:[a-zA-Z0-9_]+]] = arith.constant 1 : i32
// CHECK: %[[AT:[a-zA-Z0-9_]+]] = sched.read
// CHECK: %[[SHIFTED:[a-zA-Z0-9_]+]] = arith.shrui %[[BITS]], %[[AT]] : i32
// CHECK: %[[W:[a-zA-Z0-9_]+]] = arith.trunci %[[SHIFTED]] : i32 to i1
// CHECK: %[[NEXT:[a-zA-Z0-9_]+]] = arith.addi %[[AT]], %[[START]] : i32
// CHECK: %[[WRAPS:[a-zA-Z0-9_]+]] = arith.cmpi eq, %[[NEXT]], %[[LETTERS]] : i32
// CHECK: arith.select %[[WRAPS]], %[[START]], %[[NEXT]] : i32
// CHECK: arith.select %[[W]]
reactive.node @word(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %w = reactive.word "0(01)" : i1
  %some = reactive.when %x, %w is 1 : i32, i1
  %y = reactive.current %some, %zero : i32
  reactive.return %y : i32
}

// CHECK-LABEL: sched.machine @modes
// CHECK: %[[G:[a-zA-Z0-9_]+]] = sched.input "g" : i32
// CHECK: %[[IDLE:[a-zA-Z0-9_]+]] = arith.cmpi eq, %[[G]], {{.*}} : i32
// CHECK-NEXT: sched.guard %[[IDLE]] -> (i32) {
// CHECK: %[[FAST:[a-zA-Z0-9_]+]] = arith.cmpi eq, %[[G]], {{.*}} : i32
// CHECK-NEXT: sched.guard %[[FAST]] -> (i32) {
reactive.node @modes(%g: i32, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %a = reactive.when %x, %g is 0 : i32, i32
  %b = reactive.when %x, %g is 1 : i32, i32
  %c = reactive.when %x, %g is 2 : i32, i32
  %a1 = reactive.fby %zero, %a : i32
  %c1 = arith.addi %c, %c : i32
  %y = reactive.merge %g [0, 2, 1] %a1, %c1, %b : i32, i32
  reactive.return %y : i32
}

// A reset while the memory sleeps is kept.
// CHECK-LABEL: sched.machine @reset
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg0" : i1
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: sched.guard %[[R]] {
// CHECK-NEXT:   sched.write {{%.*}}, [[SLOT:%.*]] : !sched.slot<i32>
// CHECK-NEXT:   sched.yield
// CHECK-NEXT: }
// CHECK: sched.guard %[[C]] -> (i32) {
// CHECK-NEXT:   sched.read [[SLOT]]
reactive.node @reset(%r: i1, %c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %xc = reactive.when %x, %c is 1 : i32, i1
  %s = reactive.reset %r -> (i32) {
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %xc : i32
    reactive.yield %sum : i32
  }
  %y = reactive.current %s, %zero : i32
  reactive.return %y : i32
}
}
