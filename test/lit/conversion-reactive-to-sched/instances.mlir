// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// Instances: each with memory of its own, on its own clock, renewed by 'every'; anticausal ones in their user's segment.
module attributes {mlr.interface = {
  slow = {inputs = [{name = "x", ssa = i32, clock = "."}, {name = "c", ssa = i1, clock = "."}], outputs = [{name = "n", ssa = i32, clock = ". on c"}], exported},
  sampled = {inputs = [{name = "c", ssa = i1, clock = "."}, {name = "d", ssa = i1, clock = ". on c"}, {name = "x", ssa = i32, clock = ". on c on d"}],
             outputs = [{name = "y", ssa = i32, clock = ". on c on d"}, {name = "z", ssa = i32, clock = ". on c"}], exported},
  chosen = {inputs = [{name = "x", ssa = i32, clock = "."}], outputs = [{name = "o", ssa = i1, clock = "."}, {name = "y", ssa = i32, clock = ". on o"}]}}} {

reactive.node private @sum(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %p = reactive.pre %s : i32
  %m = reactive.arrow %zero, %p : i32
  %s = arith.addi %m, %x : i32
  reactive.return %s : i32
}

reactive.node private @nat() -> (i32) {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %n = reactive.fby %zero, %next : i32
  %next = arith.addi %n, %one : i32
  reactive.return %n : i32
}

// CHECK-LABEL: sched.machine @twice
// CHECK: sched.slot "fby"
// CHECK: sched.slot "fby"
// CHECK: sched.slot "fby"
// CHECK-NOT: sched.slot "
// CHECK: sched.end
reactive.node @twice(%x: i32, %r: i1) -> (i32, i32, i32) {
  %a = reactive.instance @sum(%x) : (i32) -> i32
  %b = reactive.instance @sum(%a) every %r : (i32) -> i32
  %n = reactive.instance @nat() : () -> i32
  reactive.return %a, %b, %n : i32, i32, i32
}

reactive.node private @watched(%x: i32) -> (i32, i32) {
  %n = reactive.instance @nat() : () -> i32
  %w = reactive.word "0(01)" : i1
  %nw = reactive.when %n, %w is 1 : i32, i1
  %zero = arith.constant 0 : i32
  %h = reactive.current %nw, %zero : i32
  reactive.return %x, %h : i32, i32
}

// The word and the counter in @watched count the instants of c.
// CHECK-LABEL: sched.machine @slow
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "c" : i1
// CHECK: sched.guard %[[C]] {
// CHECK:   arith.shrui
// CHECK:   sched.output "n"
reactive.node @slow(%x: i32, %c: i1) -> (i32) {
  %xc = reactive.when %x, %c is 1 : i32, i1
  %y:2 = reactive.instance @watched(%xc) : (i32) -> (i32, i32)
  %s = arith.addi %y#0, %y#1 : i32
  reactive.return %s : i32
}

// CHECK-LABEL: sched.machine @sampled
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "c" : i1
// CHECK: sched.guard %[[C]] {
// CHECK:   %[[D:[a-zA-Z0-9_]+]] = sched.input "d" : i1
// CHECK:   sched.guard %[[D]]
// CHECK:     sched.input "x" : i32
reactive.node @sampled(%c: i1, %d: i1, %x: i32) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %y = reactive.instance @sum(%x) : (i32) -> i32
  %z = reactive.current %y, %zero : i32
  reactive.return %y, %z : i32, i32
}

// A node that decides the clock of its output.
reactive.node private @chosen(%x: i32) -> (i1, i32) {
  %zero = arith.constant 0 : i32
  %c = arith.cmpi sgt, %x, %zero : i32
  %y = reactive.when %x, %c is 1 : i32, i1
  reactive.return %c, %y : i1, i32
}
// CHECK-LABEL: sched.machine @choosing
// CHECK: arith.cmpi sgt
// CHECK: sched.guard
reactive.node @choosing(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %o:2 = reactive.instance @chosen(%x) : (i32) -> (i1, i32)
  %s = reactive.instance @sum(%o#1) : (i32) -> i32
  %n = reactive.when %x, %o#0 is 0 : i32, i1
  %y = reactive.merge %o#0 [1, 0] %s, %n : i1, i32
  reactive.return %y : i32
}

reactive.node private @discounted(%r: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %two = arith.constant 2 : i32
  %next = reactive.post %g, %zero : i32
  %half = arith.divsi %next, %two : i32
  %g = arith.addi %r, %half : i32
  reactive.return %g : i32
}
// CHECK-LABEL: sched.machine @returns
// CHECK: sched.guard
// CHECK:   sched.sweep backward {{.*}} max 6
reactive.node @returns(%r: i32, %stop: i1) -> (i32) {
  %zero = arith.constant 0 : i32
  %o = reactive.segment until max 6 -> (i32) {
  ^bb0(%last: i1, %k: i32):
    %g = reactive.instance @discounted(%r) : (i32) -> i32
    %acc = reactive.instance @sum(%r) : (i32) -> i32
    %t = reactive.then -> (i32) {
      %first = reactive.initial %g : i32
      %total = reactive.instance @sum(%first) every %odd : (i32) -> i32
      %one = arith.constant 1 : i32
      %bit = arith.andi %k, %one : i32
      %odd = arith.trunci %bit : i32 to i1
      %both = arith.addi %total, %acc : i32
      reactive.then_yield outs(%both : i32)
    }
    reactive.segment_yield until(%stop : i1) outs(%t : i32)
  }
  %h = reactive.current %o, %zero : i32
  reactive.return %h : i32
}
}
