// RUN: mlr-opt %s --record-latency --split-input-file | FileCheck %s

// What leaves a segment of four instants through its then part waits for the fourth; a causal stream does not.

// CHECK: module attributes {{.*}}mlr.latency = {f = {res0 = 0 : i64, res1 = 3 : i64}}
reactive.node @f(%x: f32) -> (f32, f32) {
  %zero = arith.constant 0.0 : f32
  %o:2 = reactive.segment every 4 -> (f32, f32) {
  ^bb0(%last: i1, %k: i32):
    %double = arith.addf %x, %x : f32
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %double : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %back : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%double, %t : f32, f32)
  }
  %h = reactive.current %o#1, %zero : f32
  reactive.return %o#0, %h : f32, f32
}

// -----

// A replay comes a whole segment later, and what an instance waits for adds to what its arguments do.

// CHECK: module attributes {{.*}}mlr.latency = {g = {res0 = 8 : i64}}
reactive.node private @late(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %x : f32
    %r = reactive.replay %back, %zero : f32
    reactive.segment_yield outs(%r : f32)
  }
  reactive.return %o : f32
}
reactive.node @g(%x: f32) -> (f32) {
  %once = reactive.instance @late(%x) : (f32) -> f32
  %twice = reactive.instance @late(%once) : (f32) -> f32
  reactive.return %twice : f32
}

// -----

// A stretch of space takes no time, a look-ahead outside of segments one instant.

// CHECK: module attributes {{.*}}mlr.latency = {h = {res0 = 0 : i64, res1 = 1 : i64}}
reactive.node @h(%v: tensor<5xf32>, %x: f32) -> (f32, f32) {
  %zero = arith.constant 0.0 : f32
  %sum = reactive.segment over 5 elements(%v : tensor<5xf32>) -> (f32) {
  ^bb0(%last: i1, %k: i32, %e: f32):
    %s = reactive.fby %zero, %n : f32
    %n = arith.addf %s, %e : f32
    %t = reactive.then -> (f32) {
      %total = reactive.final %n : f32
      reactive.then_yield outs(%total : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %ahead = reactive.post %x, %zero : f32
  reactive.return %sum, %ahead : f32, f32
}
