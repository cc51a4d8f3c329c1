// RUN: mlr-opt %s --check-clocks --split-input-file --verify-diagnostics

// Streams that meet on one clock are fine; constants are on every clock.
reactive.node @complementary(%c: i1, %x: f32) -> (f32) {
  %one = arith.constant 1.0 : f32
  %a = reactive.when %x, %c is 1 : f32, i1
  %a1 = arith.addf %a, %one : f32
  %b = reactive.when %x, %c is 0 : f32, i1
  %y = reactive.merge %c [1, 0] %a1, %b : i1, f32
  %h = reactive.current %a1, %one : f32
  %s = arith.addf %y, %h : f32
  reactive.return %s : f32
}

// -----

// expected-note @+1 {{is defined here}}
reactive.node @clash(%c: i1, %x: f32) -> (f32) {
  // expected-note @+1 {{a value of type f32, which it meets, is on clock '. on an unnamed condition'}}
  %a = reactive.when %x, %c is 1 : f32, i1
  // expected-error @+1 {{clock clash: a value of type f32 is on clock '.', but '. on an unnamed condition' is needed here}}
  %y = arith.addf %a, %x : f32
  // The error above is not told again for what depends on it.
  %z = arith.addf %y, %x : f32
  reactive.return %z : f32
}

// -----

reactive.node @nested(%c: i1, %d: i1, %x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %xc = reactive.when %x, %c is 1 : f32, i1
  %dc = reactive.when %d, %c is 1 : i1, i1
  %xcd = reactive.when %xc, %dc is 1 : f32, i1
  %h = reactive.current %xcd, %zero : f32
  %y = reactive.current %h, %zero : f32
  reactive.return %y : f32
}

// -----

// expected-note @+1 {{is defined here}}
reactive.node @condition_elsewhere(%c: i1, %d: i1, %x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-note @+1 {{is defined here}}
  %xc = reactive.when %x, %c is 1 : f32, i1
  // expected-error @+1 {{the condition a value of type i1 that samples it is on '.'}}
  %xcd = reactive.when %xc, %d is 1 : f32, i1
  %h = reactive.current %xcd, %zero : f32
  %y = reactive.current %h, %zero : f32
  reactive.return %y : f32
}

// -----

reactive.node @same_side(%c: i1, %x: f32) -> (f32) {
  // expected-note @+1 {{is defined here}}
  %a = reactive.when %x, %c is 1 : f32, i1
  // expected-error @+1 {{is on clock '. on an unnamed condition', but '. on not an unnamed condition' is needed here}}
  %y = reactive.merge %c [1, 0] %a, %a : i1, f32
  reactive.return %y : f32
}

// -----

reactive.node @partial(%c: i1, %x: f32) -> (f32) {
  %a = reactive.when %x, %c is 1 : f32, i1
  // expected-error @+1 {{the branches of a merge must be complementary, but a value of type i1 lacks a branch for one of its values}}
  %y = reactive.merge %c [1] %a : i1, f32
  reactive.return %y : f32
}

// -----

// expected-note @+1 {{is defined here; sample it with 'when', or leave out 'current'}}
reactive.node @no_clock_above(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-error @+1 {{current holds a value of type f32, which is on the base clock '.': there is no clock one level up}}
  %y = reactive.current %x, %zero : f32
  reactive.return %y : f32
}

// -----

// expected-note @+1 {{is defined here}}
reactive.node @end_clock(%x: f32) -> (f32) {
  // expected-note @+1 {{is on clock '. on the end of the segment'}}
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %t = reactive.then -> (f32) {
      %first = reactive.initial %x2 : f32
      reactive.then_yield outs(%first : f32)
    }
    %x2 = arith.addf %x, %x : f32
    reactive.segment_yield outs(%t : f32)
  }
  // expected-error @+1 {{clock clash}}
  %y = arith.addf %o, %x : f32
  reactive.return %y : f32
}
