// RUN: not mlr-opt %s --check-clocks --check-initialization --check-causality --split-input-file 2>&1 | FileCheck %s

// Locations that carry names make messages speak of the source's variables.

// CHECK: f.mlr:4:3: error[causality-cycle]: causality cycle: 'y' depends on itself at the same instant
// CHECK-NEXT: f.mlr:4:3: note: 'y' needs 'z' at the same instant
// CHECK-NEXT: f.mlr:5:3: note: 'z' needs 'y' at the same instant
// CHECK-NEXT: f.mlr:4:3: note: break it with 'fby' or 'pre', or inside a segment with 'post'
reactive.node @cycle(%x: f32) -> (f32) {
  %y = arith.addf %x, %z : f32 loc("y"("f.mlr":4:3))
  %square = arith.mulf %y, %y : f32 loc("f.mlr":5:7)
  %z = arith.addf %square, %x : f32 loc("z"("f.mlr":5:3))
  reactive.return %z : f32
}

// -----

// CHECK: error[causality-cycle]: causality cycle: 'h' depends on itself at the same instant, by way of the future and the past
// CHECK-NEXT: note: 'h' needs 'b' at the previous instant
// CHECK-NEXT: note: 'b' needs 'h' at the next instant
// CHECK-NEXT: note: all cycles must lead into the past ('fby', 'pre'), or all into the future ('post')
reactive.node @both(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %h = reactive.fby %zero, %b : f32 loc("h"("f.mlr":3:3))
    %b = reactive.post %g, %zero : f32 loc("b"("f.mlr":4:3))
    %g = arith.addf %h, %x : f32 loc("f.mlr":4:5)
    %t = reactive.then -> (f32) {
      %first = reactive.initial %b : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// CHECK: f.mlr:7:3: error[clock-clash]: clock clash: 'x' is on clock '.', but '. on c' is needed here
// CHECK-NEXT: f.mlr:1:6: note: 'x' is defined here
// CHECK-NEXT: f.mlr:6:3: note: 'a', which it meets, is on clock '. on c'
// CHECK-NOT: error
reactive.node @clash(%c: i1 loc("c"("f.mlr":1:3)), %x: f32 loc("x"("f.mlr":1:6))) -> (f32) {
  %a = reactive.when %x, %c is 1 : f32, i1 loc("a"("f.mlr":6:3))
  %y = arith.addf %a, %x : f32 loc("y"("f.mlr":7:3))
  reactive.return %y : f32
}

// -----

// CHECK: f.mlr:2:3: error[uninitialised]: 'p' is undefined at the first instant, because 'pre' has no first value there, and it reaches output 'res0'
// CHECK-NEXT: note: called from
// CHECK: f.mlr:2:3: note: it reaches output 'res0' here
reactive.node private @last(%x: f32) -> (f32) {
  %p = reactive.pre %x : f32 loc("p"("f.mlr":2:3))
  reactive.return %p : f32
}
reactive.node @uninitialised(%x: f32) -> (f32) {
  %p = reactive.instance @last(%x) : (f32) -> f32
  reactive.return %p : f32
}

// -----

// CHECK: error[recursion]: node 'a' contains an instance of itself: a -> b -> a; a node is finite, so instances must not be recursive
// CHECK: note: 'a' is instantiated here
reactive.node @a(%x: f32) -> (f32) {
  %y = reactive.instance @b(%x) : (f32) -> f32
  reactive.return %y : f32
}
reactive.node private @b(%x: f32) -> (f32) {
  %y = reactive.instance @a(%x) : (f32) -> f32
  reactive.return %y : f32
}
