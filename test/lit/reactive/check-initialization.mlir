// RUN: mlr-opt %s --check-initialization --split-input-file --verify-diagnostics

reactive.node @cured(%x: f32) -> (f32) {
  %p = reactive.pre %x : f32
  %d = arith.subf %x, %p : f32
  %y = reactive.arrow %x, %d : f32
  reactive.return %y : f32
}

// -----

reactive.node @seen(%x: f32) -> (f32) {
  // expected-error @+2 {{'pre' is undefined at the first instant, because 'pre' has no first value there, and it reaches output 'res0'}}
  // expected-note @+1 {{give it a first value: 'd -> pre x', or 'd fby x'}}
  %p = reactive.pre %x : f32
  // expected-note @+1 {{it reaches output 'res0' here}}
  %d = arith.subf %x, %p : f32
  reactive.return %d : f32
}

// -----

// An instance counts as its body: what it leaves undefined may be cured outside.
reactive.node private @last(%x: f32) -> (f32) {
  %p = reactive.pre %x : f32
  reactive.return %p : f32
}
reactive.node @cured_outside(%x: f32) -> (f32) {
  %p = reactive.instance @last(%x) : (f32) -> f32
  %y = reactive.arrow %x, %p : f32
  reactive.return %y : f32
}

// -----

// Renewed by its own reset, the memory is undefined at instants that the arrow outside does not hide.
reactive.node private @last(%x: f32) -> (f32) {
  // expected-error @+2 {{it reaches output 'res0'}}
  // expected-note @+1 {{give it a first value}}
  %p = reactive.pre %x : f32
  reactive.return %p : f32
}
reactive.node @reset_inside(%x: f32, %c: i1) -> (f32) {
  %p = reactive.instance @last(%x) every %c : (f32) -> f32
  // expected-note @+1 {{it reaches output 'res0' here}}
  %y = reactive.arrow %x, %p : f32
  reactive.return %y : f32
}

// -----

reactive.node @twice(%x: f32) -> (f32) {
  // expected-error @+3 {{it reaches the operand of a 'pre'}}
  // expected-note @+2 {{give it a first value}}
  // expected-note @+1 {{it reaches the operand of a 'pre' here}}
  %p = reactive.pre %x : f32
  %pp = reactive.pre %p : f32
  %y = reactive.arrow %x, %pp : f32
  reactive.return %y : f32
}

// -----

// The first instant of 'x when c' may come late: an arrow on the base clock does not hide it, one on its own clock does.
reactive.node @sampled(%x: f32, %c: i1) -> (f32, f32) {
  %zero = arith.constant 0.0 : f32
  %xc = reactive.when %x, %c is 1 : f32, i1
  %xn = reactive.when %x, %c is 0 : f32, i1
  // expected-error @+2 {{it reaches output 'res0'}}
  // expected-note @+1 {{give it a first value}}
  %p = reactive.pre %xc : f32
  %m = reactive.merge %c [1, 0] %p, %xn : i1, f32
  // expected-note @+1 {{it reaches output 'res0' here}}
  %y = reactive.arrow %x, %m : f32
  %q = reactive.pre %xc : f32
  %q0 = reactive.arrow %xc, %q : f32
  %z = reactive.merge %c [1, 0] %q0, %xn : i1, f32
  reactive.return %y, %z : f32, f32
}

// -----

reactive.node @condition(%x: f32, %c: i1) -> (f32) {
  // expected-error @+3 {{it reaches the condition of a 'when'}}
  // expected-note @+2 {{it reaches the condition of a 'when' here}}
  // expected-note @+1 {{give it a first value}}
  %p = reactive.pre %c : i1
  %a = reactive.when %x, %p is 1 : f32, i1
  %y = reactive.current %a, %x : f32
  reactive.return %y : f32
}

// -----

// Without 'resume' the memory of a segment starts afresh at each border; the arrow outside hides only the first of them.
reactive.node @segments(%x: f32) -> (f32) {
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    // expected-error @+2 {{it reaches output 'res0'}}
    // expected-note @+1 {{give it a first value}}
    %p = reactive.pre %x : f32
    reactive.segment_yield outs(%p : f32)
  }
  // expected-note @+1 {{it reaches output 'res0' here}}
  %y = reactive.arrow %x, %o : f32
  reactive.return %y : f32
}

// -----

reactive.node @resumed(%x: f32) -> (f32) {
  %o = reactive.segment every 4 resume -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %p = reactive.pre %x : f32
    reactive.segment_yield outs(%p : f32)
  }
  %y = reactive.arrow %x, %o : f32
  reactive.return %y : f32
}

// -----

// 'post' never reads the first value.
reactive.node @shifted(%x: f32) -> (tensor<4xf32>) {
  %zero = arith.constant 0.0 : f32
  %zeros = arith.constant dense<0.0> : tensor<4xf32>
  %o = reactive.segment every 4 -> (tensor<4xf32>) {
  ^bb0(%last: i1, %k: i32):
    %p = reactive.pre %x : f32
    %back = reactive.post %p, %zero : f32
    %t = reactive.then -> (tensor<4xf32>) {
      %all = reactive.all %back : f32 to tensor<4xf32>
      reactive.then_yield outs(%all : tensor<4xf32>)
    }
    reactive.segment_yield outs(%t : tensor<4xf32>)
  }
  %h = reactive.current %o, %zeros : tensor<4xf32>
  reactive.return %h : tensor<4xf32>
}

// -----

reactive.node @asserted(%c: i1) {
  // expected-error @+3 {{it reaches an assertion}}
  // expected-note @+2 {{it reaches an assertion here}}
  // expected-note @+1 {{give it a first value}}
  %p = reactive.pre %c : i1
  reactive.assert %p, "c held"
  reactive.return
}
