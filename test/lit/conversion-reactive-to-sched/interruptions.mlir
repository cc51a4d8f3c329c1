// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// A reset cuts a segment: no then part, position and carries from the start.
// CHECK-LABEL: sched.machine @reset_around
// CHECK: %[[POSITION:[a-zA-Z0-9_]+]] = sched.slot "segment (position)" = 0 : i32
// CHECK: %[[CARRY:[a-zA-Z0-9_]+]] = sched.slot "segment (carry 0)"
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: sched.guard %[[R]] {
// CHECK-NEXT:   sched.write {{%.*}}, %[[POSITION]]
// CHECK-NEXT:   sched.write {{%.*}}, %[[CARRY]]
// CHECK: sched.read %[[POSITION]]
reactive.node @reset_around(%x: i32, %r: i1, %w0: i32) -> (i32, i32, i1) {
  %zero = arith.constant 0 : i32
  %o:3 = reactive.reset %r -> (i32, i32, i1) {
    %s:3 = reactive.segment every 3 carry(%w0 : i32) -> (i32, i32, i1) {
    ^bb0(%last: i1, %k: i32, %w: i32):
      %after = reactive.post %back, %w : i32
      %back = arith.addi %after, %x : i32
      %t = reactive.then -> (i32) {
        %first = reactive.initial %back : i32
        %count = reactive.fby %zero, %next : i32
        %next = arith.addi %count, %first : i32
        reactive.then_yield next(%first : i32) outs(%next : i32)
      }
      reactive.segment_yield outs(%t, %w, %last : i32, i32, i1)
    }
    %h = reactive.current %s#0, %zero : i32
    reactive.yield %h, %s#1, %s#2 : i32, i32, i1
  }
  reactive.return %o#0, %o#1, %o#2 : i32, i32, i1
}

// Where its clock is absent, the segment waits.
// CHECK-LABEL: sched.machine @waiting
// CHECK: %[[POSITION:[a-zA-Z0-9_]+]] = sched.slot "segment (position)" = 0 : i32
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg2" : i1
// CHECK: sched.guard %[[R]] {
// CHECK:   sched.write {{%.*}}, %[[POSITION]]
// CHECK: sched.guard %[[C]]
// CHECK:   sched.read %[[POSITION]]
reactive.node @waiting(%x: i32, %c: i1, %r: i1, %stop: i1) -> (tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %xc = reactive.when %x, %c is 1 : i32, i1
  %sc = reactive.when %stop, %c is 1 : i1, i1
  %o = reactive.reset %r -> (tensor<4xi32>) {
    %s = reactive.segment until max 4 resume -> (tensor<4xi32>) {
    ^bb0(%last: i1, %k: i32):
      %m = reactive.fby %zero, %sum : i32
      %sum = arith.addi %m, %xc : i32
      %after = reactive.post %back, %zero : i32
      %back = arith.addi %after, %sum : i32
      %t = reactive.then -> (tensor<4xi32>) {
        %all = reactive.all %back : i32 to tensor<4xi32>
        reactive.then_yield outs(%all : tensor<4xi32>)
      }
      reactive.segment_yield until(%sc : i1) outs(%t : tensor<4xi32>)
    }
    %h = reactive.current %s, %zeros : tensor<4xi32>
    %hh = reactive.current %h, %zeros : tensor<4xi32>
    reactive.yield %hh : tensor<4xi32>
  }
  reactive.return %o : tensor<4xi32>
}

// A reset inside the do part acts on memory, not on 'post'.
// CHECK-LABEL: sched.machine @reset_within
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: sched.guard %[[R]] {
// CHECK-NEXT:   sched.write {{%.*}}, [[M:%.*]] : !sched.slot<i32>
// CHECK-NEXT:   sched.yield
// CHECK: sched.sweep backward
// CHECK-NOT: sched.guard %[[R]]
// CHECK: sched.end
reactive.node @reset_within(%x: i32, %r: i1) -> (tensor<5xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<5xi32>
  %s = reactive.segment every 5 -> (tensor<5xi32>) {
  ^bb0(%last: i1, %k: i32):
    %v = reactive.reset %r -> (i32) {
      %m = reactive.fby %zero, %sum : i32
      %sum = arith.addi %m, %x : i32
      %after = reactive.post %back, %zero : i32
      %back = arith.addi %after, %sum : i32
      reactive.yield %back : i32
    }
    %t = reactive.then -> (tensor<5xi32>) {
      %all = reactive.all %v : i32 to tensor<5xi32>
      reactive.then_yield outs(%all : tensor<5xi32>)
    }
    reactive.segment_yield outs(%t : tensor<5xi32>)
  }
  %h = reactive.current %s, %zeros : tensor<5xi32>
  reactive.return %h : tensor<5xi32>
}

// CHECK-LABEL: sched.machine @single
// CHECK: sched.output
reactive.node @single(%x: i32, %w0: i32) -> (i32, tensor<1xi32>) {
  %zero = arith.constant 0 : i32
  %s:2 = reactive.segment every 1 carry(%w0 : i32) -> (i32, tensor<1xi32>) {
  ^bb0(%last: i1, %k: i32, %w: i32):
    %m = reactive.fby %zero, %x : i32
    %after = reactive.post %x, %w : i32
    %y = arith.subi %after, %m : i32
    %t:2 = reactive.then -> (i32, tensor<1xi32>) {
      %f = reactive.final %y : i32
      %all = reactive.all %after : i32 to tensor<1xi32>
      %n = arith.addi %f, %x : i32
      reactive.then_yield next(%n : i32) outs(%f, %all : i32, tensor<1xi32>)
    }
    reactive.segment_yield outs(%t#0, %t#1 : i32, tensor<1xi32>)
  }
  %o = reactive.current %s#0, %zero : i32
  %zeros = arith.constant dense<0> : tensor<1xi32>
  %p = reactive.current %s#1, %zeros : tensor<1xi32>
  reactive.return %o, %p : i32, tensor<1xi32>
}
