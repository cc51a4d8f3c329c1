// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// Space inside time: the inner segment runs at each instant.
// CHECK-LABEL: sched.machine @space_in_time
// CHECK: sched.sweep backward {{.*}} max 3
// CHECK: sched.guard
// CHECK: sched.sweep backward {{.*}} max 4
reactive.node @space_in_time(%xs: tensor<3xi32>) -> (tensor<4xi32>, i32) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o:2 = reactive.segment every 4 -> (tensor<4xi32>, i32) {
  ^bb0(%last: i1, %k: i32):
    %s = reactive.segment over 3 elements(%xs : tensor<3xi32>) -> (i32) {
    ^bb1(%last1: i1, %k1: i32, %x: i32):
      %after = reactive.post %back, %k : i32
      %two = arith.constant 2 : i32
      %half = arith.divsi %after, %two : i32
      %back = arith.addi %half, %x : i32
      %t = reactive.then -> (i32) {
        %f = reactive.initial %back : i32
        reactive.then_yield outs(%f : i32)
      }
      reactive.segment_yield outs(%t : i32)
    }
    %next = reactive.post %g, %zero : i32
    %g = arith.addi %next, %s : i32
    %t2:2 = reactive.then -> (tensor<4xi32>, i32) {
      %all = reactive.all %g : i32 to tensor<4xi32>
      reactive.then_yield outs(%all, %s : tensor<4xi32>, i32)
    }
    reactive.segment_yield outs(%t2#0, %t2#1 : tensor<4xi32>, i32)
  }
  %h = reactive.current %o#0, %zeros : tensor<4xi32>
  %h1 = reactive.current %o#1, %zero : i32
  reactive.return %h, %h1 : tensor<4xi32>, i32
}

// The inner segment runs over what looks ahead in the outer one.
// CHECK-LABEL: sched.machine @space_over_future
// CHECK: sched.sweep backward {{.*}} max 4
// CHECK:   sched.sweep forward {{.*}} max 3
reactive.node @space_over_future(%x: i32) -> (tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o = reactive.segment every 4 -> (tensor<4xi32>) {
  ^bb0(%last: i1, %k: i32):
    %next = reactive.post %g, %zero : i32
    %pair = tensor.from_elements %next, %x, %k : tensor<3xi32>
    %g = reactive.segment over 3 elements(%pair : tensor<3xi32>) -> (i32) {
    ^bb1(%last1: i1, %k1: i32, %e: i32):
      %m = reactive.fby %zero, %sum : i32
      %sum = arith.addi %m, %e : i32
      %t = reactive.then -> (i32) {
        %f = reactive.final %sum : i32
        reactive.then_yield outs(%f : i32)
      }
      reactive.segment_yield outs(%t : i32)
    }
    %t2 = reactive.then -> (tensor<4xi32>) {
      %all = reactive.all %g : i32 to tensor<4xi32>
      reactive.then_yield outs(%all : tensor<4xi32>)
    }
    reactive.segment_yield outs(%t2 : tensor<4xi32>)
  }
  %h = reactive.current %o, %zeros : tensor<4xi32>
  reactive.return %h : tensor<4xi32>
}

// CHECK-LABEL: sched.machine @space_in_space
// CHECK: sched.sweep forward {{.*}} max 2
// CHECK:   sched.sweep forward {{.*}} max 3
// CHECK:   sched.sweep backward {{.*}} max 3
reactive.node @space_in_space(%m: tensor<2x3xi32>, %b: i32) -> (tensor<2xi32>) {
  %zero = arith.constant 0 : i32
  %o = reactive.segment over 2 elements(%m : tensor<2x3xi32>) -> (tensor<2xi32>) {
  ^bb0(%last: i1, %k: i32, %row: tensor<3xi32>):
    %s = reactive.segment over 3 elements(%row : tensor<3xi32>) -> (i32) {
    ^bb1(%last1: i1, %k1: i32, %x: i32):
      %after = reactive.post %back, %b : i32
      %xk = arith.muli %x, %k : i32
      %back = arith.addi %after, %xk : i32
      %t = reactive.then -> (i32) {
        %f = reactive.initial %back : i32
        reactive.then_yield outs(%f : i32)
      }
      reactive.segment_yield outs(%t : i32)
    }
    %p = reactive.fby %zero, %acc : i32
    %acc = arith.addi %p, %s : i32
    %t2 = reactive.then -> (tensor<2xi32>) {
      %all = reactive.all %acc : i32 to tensor<2xi32>
      reactive.then_yield outs(%all : tensor<2xi32>)
    }
    reactive.segment_yield outs(%t2 : tensor<2xi32>)
  }
  reactive.return %o : tensor<2xi32>
}

// Time in time: inner borders within the outer segment.
// CHECK-LABEL: sched.machine @time_in_time
// CHECK: sched.sweep backward {{.*}} max 3
// CHECK-NOT: sched.sweep
// CHECK: sched.end
reactive.node @time_in_time(%x: i32, %c: i1) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %o:2 = reactive.segment every 6 -> (i32, i32) {
  ^bb0(%last: i1, %k: i32):
    %in:2 = reactive.segment every 3 carry(%zero : i32) -> (i32, i32) {
    ^bb1(%last1: i1, %k1: i32, %w: i32):
      %after = reactive.post %back, %k : i32
      %back = arith.addi %after, %x : i32
      %t = reactive.then -> (i32) {
        %f = reactive.initial %back : i32
        %n = arith.addi %w, %f : i32
        reactive.then_yield next(%n : i32) outs(%f : i32)
      }
      reactive.segment_yield outs(%t, %w : i32, i32)
    }
    %h = reactive.current %in#0, %zero : i32
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %h : i32
    %t2 = reactive.then -> (i32) {
      reactive.then_yield outs(%sum : i32)
    }
    reactive.segment_yield outs(%t2, %in#1 : i32, i32)
  }
  %y = reactive.current %o#0, %zero : i32
  reactive.return %y, %o#1 : i32, i32
}

// A then part that runs over the values that it collected.
// CHECK-LABEL: sched.machine @space_in_then
// CHECK: sched.guard
// CHECK:   sched.collect
// CHECK:   sched.sweep
reactive.node @space_in_then(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %o = reactive.segment every 3 -> (i32) {
  ^bb0(%last: i1, %k: i32):
    %y = arith.muli %x, %k : i32
    %t = reactive.then -> (i32) {
      %all = reactive.all %y : i32 to tensor<3xi32>
      %s = reactive.segment over 3 elements(%all : tensor<3xi32>) -> (i32) {
      ^bb1(%last1: i1, %k1: i32, %e: i32):
        %after = reactive.post %back, %zero : i32
        %two = arith.constant 2 : i32
        %half = arith.divsi %after, %two : i32
        %back = arith.addi %half, %e : i32
        %t1 = reactive.then -> (i32) {
          %f = reactive.initial %back : i32
          reactive.then_yield outs(%f : i32)
        }
        reactive.segment_yield outs(%t1 : i32)
      }
      reactive.then_yield outs(%s : i32)
    }
    reactive.segment_yield outs(%t : i32)
  }
  %h = reactive.current %o, %zero : i32
  reactive.return %h : i32
}
