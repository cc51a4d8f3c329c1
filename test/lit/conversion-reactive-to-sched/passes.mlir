// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// Forward again after backward: a fby of what looks ahead needs a third pass.
// CHECK-LABEL: sched.machine @there_and_back
// CHECK: sched.sweep backward
// CHECK: sched.sweep forward
// CHECK: sched.sweep backward
// CHECK-NOT: sched.sweep
// CHECK: sched.end
reactive.node @there_and_back(%x: i32, %d: i32) -> (tensor<4xi32>, tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o:2 = reactive.segment every 4 -> (tensor<4xi32>, tensor<4xi32>) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %d : i32
    %back = arith.addi %after, %x : i32
    %m = reactive.fby %k, %forth : i32
    %forth = arith.subi %back, %m : i32
    %after2 = reactive.post %back2, %forth : i32
    %back2 = arith.addi %after2, %forth : i32
    %t:2 = reactive.then -> (tensor<4xi32>, tensor<4xi32>) {
      %all = reactive.all %forth : i32 to tensor<4xi32>
      %all2 = reactive.all %back2 : i32 to tensor<4xi32>
      reactive.then_yield outs(%all, %all2 : tensor<4xi32>, tensor<4xi32>)
    }
    reactive.segment_yield outs(%t#0, %t#1 : tensor<4xi32>, tensor<4xi32>)
  }
  %h = reactive.current %o#0, %zeros : tensor<4xi32>
  %h2 = reactive.current %o#1, %zeros : tensor<4xi32>
  reactive.return %h, %h2 : tensor<4xi32>, tensor<4xi32>
}

// Sampling and holding what looks ahead.
// CHECK-LABEL: sched.machine @held
// CHECK: sched.sweep backward
// CHECK: sched.sweep forward
// CHECK: sched.sweep backward
// CHECK: sched.sweep forward
// CHECK-NOT: sched.sweep
// CHECK: sched.end
reactive.node @held(%x: i32, %c: i1, %e: i1) -> (tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o = reactive.segment every 4 -> (tensor<4xi32>) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %k : i32
    %back = arith.addi %after, %x : i32
    %some = reactive.when %back, %c is 1 : i32, i1
    %slow = reactive.fby %zero, %some : i32
    %later = reactive.post %some, %slow : i32
    %both = arith.addi %slow, %later : i32
    %hold = reactive.current %both, %k : i32
    %r = reactive.reset %e -> (i32) {
      %acc = reactive.fby %zero, %sum : i32
      %sum = arith.addi %acc, %hold : i32
      reactive.yield %sum : i32
    }
    %t = reactive.then -> (tensor<4xi32>) {
      %all = reactive.all %r : i32 to tensor<4xi32>
      reactive.then_yield outs(%all : tensor<4xi32>)
    }
    reactive.segment_yield outs(%t : tensor<4xi32>)
  }
  %h = reactive.current %o, %zeros : tensor<4xi32>
  reactive.return %h : tensor<4xi32>
}

// 'final' of something that looks ahead, and memory of the then part.
// CHECK-LABEL: sched.machine @finals
// CHECK: sched.sweep backward
// CHECK: sched.sweep forward
// CHECK: sched.sweep backward
// CHECK: sched.end
reactive.node @finals(%x: i32, %c: i1) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %o:2 = reactive.segment until max 5 -> (i32, i32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %x, %zero : i32
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %after : i32
    %total = reactive.final %sum : i32
    %share = arith.subi %total, %sum : i32
    %w = reactive.word "1(01)" : i1
    %odd = reactive.when %share, %w is 1 : i32, i1
    %held = reactive.current %odd, %zero : i32
    %t:2 = reactive.then -> (i32, i32) {
      %a = reactive.final %held : i32
      %b = reactive.initial %share : i32
      %p = reactive.fby %zero, %b : i32
      %s = arith.addi %a, %p : i32
      %kk = arith.addi %k, %x : i32
      reactive.then_yield outs(%s, %kk : i32, i32)
    }
    reactive.segment_yield until(%c : i1) outs(%t#0, %t#1 : i32, i32)
  }
  %h = reactive.current %o#0, %zero : i32
  %h2 = reactive.current %o#1, %zero : i32
  reactive.return %h, %h2 : i32, i32
}
