// RUN: mlr-opt %s --check-causality --split-input-file --verify-diagnostics

// Memory breaks a cycle, and in a segment 'post' does.
reactive.node @causal(%x: f32) -> (f32, f32) {
  %zero = arith.constant 0.0 : f32
  %before = reactive.fby %zero, %sum : f32
  %sum = arith.addf %before, %x : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %x : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %back : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %h = reactive.current %o, %zero : f32
  reactive.return %sum, %h : f32, f32
}

// -----

reactive.node @circle(%x: f32) -> (f32) {
  // expected-error @+3 {{causality cycle: the 'arith.addf' here depends on itself at the same instant}}
  // expected-note @+2 {{the 'arith.addf' here needs the 'arith.mulf' here at the same instant}}
  // expected-note @+1 {{break it with 'fby' or 'pre', or inside a segment with 'post'}}
  %y = arith.addf %x, %z : f32
  // expected-note @+1 {{the 'arith.mulf' here needs the 'arith.addf' here at the same instant}}
  %z = arith.mulf %y, %y : f32
  reactive.return %z : f32
}

// -----

reactive.node @alone(%x: f32) -> (f32) {
  // expected-error @+3 {{causality cycle: the 'arith.addf' here depends on itself at the same instant}}
  // expected-note @+2 {{the 'arith.addf' here needs the 'arith.addf' here at the same instant}}
  // expected-note @+1 {{break it with 'fby' or 'pre'}}
  %y = arith.addf %x, %y : f32
  reactive.return %y : f32
}

// -----

// An instance counts as its body: no cycle here.
reactive.node private @swap(%a: f32, %b: f32) -> (f32, f32) {
  %zero = arith.constant 0.0 : f32
  %d = reactive.fby %zero, %a : f32
  reactive.return %d, %b : f32, f32
}
reactive.node @modular(%x: f32) -> (f32) {
  %p:2 = reactive.instance @swap(%s, %p#0) : (f32, f32) -> (f32, f32)
  %s = arith.addf %p#1, %x : f32
  reactive.return %s : f32
}

// -----

// expected-note @+1 {{'through' passes it through}}
reactive.node private @through(%a: f32) -> (f32) {
  reactive.return %a : f32
}
reactive.node @itself() -> (f32) {
  // expected-error @+1 {{is defined by itself at the same instant}}
  %y = reactive.instance @through(%y) : (f32) -> f32
  reactive.return %y : f32
}

// -----

// A condition that is decided by what it samples.
reactive.node @condition(%x: i1) -> (i1) {
  %f = arith.constant false
  // expected-error @+3 {{causality cycle: the 'when' here depends on itself at the same instant}}
  // expected-note @+2 {{the 'when' here is present only where the 'current' here says so, at the same instant}}
  // expected-note @+1 {{break it}}
  %n = reactive.when %x, %c is 1 : i1, i1
  // expected-note @+1 {{the 'current' here needs the 'when' here at the same instant}}
  %c = reactive.current %n, %f : i1
  reactive.return %c : i1
}

// -----

// Forward and backward in one cycle that costs no instant.
reactive.node @both(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    // expected-note @+1 {{the 'fby' here needs the 'post' here at the previous instant}}
    %h = reactive.fby %zero, %b : f32
    // expected-error @+3 {{causality cycle: the 'post' here depends on itself at the same instant, by way of the future and the past}}
    // expected-note @+2 {{the 'post' here needs the 'arith.addf' here at the next instant}}
    // expected-note @+1 {{all cycles must lead into the past}}
    %b = reactive.post %g, %zero : f32
    // expected-note @+1 {{the 'arith.addf' here needs the 'fby' here at the same instant}}
    %g = arith.addf %h, %x : f32
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

// Carries cross the border: they reach earlier segments only.
reactive.node @trained(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 carry(%zero : f32) -> (f32) {
  ^bb0(%last: i1, %k: i32, %w: f32):
    %y = arith.mulf %w, %x : f32
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %y : f32
    %t = reactive.then -> (f32) {
      %gradient = reactive.initial %back : f32
      %better = arith.subf %w, %gradient : f32
      %momentum = reactive.fby %zero, %better : f32
      %moved = arith.addf %better, %momentum : f32
      reactive.then_yield next(%moved : f32) outs(%gradient : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// Within one instant a segment in space may run backward; its result meets the next instant through memory.
reactive.node @space(%xs: tensor<4xf32>) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %before = reactive.fby %zero, %o : f32
  %o = reactive.segment over 4 elements(%xs : tensor<4xf32>) -> (f32) {
  ^bb0(%last: i1, %k: i32, %x: f32):
    %y = arith.mulf %x, %before : f32
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %y : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %back : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  reactive.return %o : f32
}

// -----

// Memory inside a segment in space does not help a cycle through its outside.
reactive.node @space_circle(%xs: tensor<4xf32>) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-error @+3 {{causality cycle: the 'arith.addf' here depends on itself at the same instant}}
  // expected-note @+2 {{the 'arith.addf' here needs the 'segment' here at the same instant}}
  // expected-note @+1 {{break it}}
  %twice = arith.addf %o, %o : f32
  // expected-note @+1 {{the 'segment' here needs the 'then' here at the same instant}}
  %o = reactive.segment over 4 elements(%xs : tensor<4xf32>) -> (f32) {
  ^bb0(%last: i1, %k: i32, %x: f32):
    // expected-note @+1 {{the 'arith.mulf' here needs the 'arith.addf' here at the same instant}}
    %y = arith.mulf %x, %twice : f32
    // expected-note @+1 {{the 'fby' here needs the 'arith.addf' here at the same instant}}
    %sum = reactive.fby %zero, %next : f32
    // expected-note @+1 {{the 'arith.addf' here needs the 'arith.mulf' here at the same instant}}
    %next = arith.addf %sum, %y : f32
    // expected-note @+1 {{the 'then' here needs the 'final' here at the same instant}}
    %t = reactive.then -> (f32) {
      // expected-note @+1 {{the 'final' here needs the 'fby' here at the same instant}}
      %end = reactive.final %sum : f32
      reactive.then_yield outs(%end : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  reactive.return %o : f32
}

// -----

reactive.node @unbounded(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-error @+2 {{'post' stands outside of all segments of node 'unbounded': how long to wait for the future must be bounded}}
  // expected-note @+1 {{put the equations that look ahead into 'segment every n do ... done'}}
  %after = reactive.post %back, %zero : f32
  %back = arith.addf %after, %x : f32
  reactive.return %back : f32
}

// -----

// An anticausal node is fine in a do part, not elsewhere.
reactive.node private @discounted(%r: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-error @+1 {{'post' stands outside of all segments of node 'outside'}}
  %after = reactive.post %back, %zero : f32
  %back = arith.addf %after, %r : f32
  reactive.return %back : f32
}
reactive.node @inside(%r: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %back = reactive.instance @discounted(%r) : (f32) -> f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %back : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}
reactive.node @outside(%r: f32) -> (f32) {
  // expected-note @+1 {{the node it comes from is anticausal: instantiate it in the do part of a segment}}
  %back = reactive.instance @discounted(%r) : (f32) -> f32
  reactive.return %back : f32
}

// -----

reactive.node @leaving(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-note @+1 {{it is read here}}
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %zero : f32
    // expected-error @+2 {{the 'arith.addf' here is anticausal (it depends on the future of its segment), but is read outside of its segment at its own instant}}
    // expected-note @+1 {{take it out in 'then' with 'initial', 'final' or 'all', or read it one segment later with 'replay'}}
    %back = arith.addf %after, %x : f32
    reactive.segment_yield outs(%back : f32)
  }
  reactive.return %o : f32
}

// -----

reactive.node @until(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  // expected-error @+1 {{the end condition of a segment must be causal, but the 'arith.cmpf' here is anticausal}}
  %o = reactive.segment until max 9 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %back, %zero : f32
    %back = arith.addf %after, %x : f32
    // expected-note @+1 {{the 'arith.cmpf' here is defined here}}
    %late = arith.cmpf ogt, %back, %zero : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %back : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield until(%late : i1) outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

reactive.node @sampled_by_future(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %end = reactive.final %x1 : f32
    %x1 = arith.addf %x, %x : f32
    // expected-note @+1 {{the 'arith.cmpf' here is defined here}}
    %late = arith.cmpf ogt, %end, %x : f32
    // expected-error @+1 {{the condition of a 'when' must be causal, but the 'arith.cmpf' here is anticausal (it depends on the future of its segment)}}
    %some = reactive.when %x, %late is 1 : f32, i1
    %h = reactive.current %some, %zero : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %h : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// Two instants ahead and one back: every cycle leads into the future, on a single clock.
reactive.node @mostly_backward(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %one = reactive.post %g, %zero : f32
    %two = reactive.post %one, %zero : f32
    %h = reactive.fby %zero, %two : f32
    %g = arith.addf %h, %x : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %g : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// Cycles of both signs: a closed walk of weight 0 goes round one of them twice.
reactive.node @unequal(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    // expected-note @+1 2 {{the 'post' here needs the 'arith.addf' here at the next instant}}
    %after = reactive.post %g, %zero : f32
    // expected-note @+1 {{the 'fby' here needs the 'arith.addf' here at the previous instant}}
    %once = reactive.fby %zero, %g : f32
    // expected-note @+1 {{the 'fby' here needs the 'fby' here at the previous instant}}
    %twice = reactive.fby %zero, %once : f32
    // expected-note @+2 2 {{the 'arith.addf' here needs the 'post' here at the same instant}}
    // expected-note @+1 {{the 'arith.addf' here needs the 'fby' here at the same instant}}
    %sum = arith.addf %after, %twice : f32
    // expected-error @+3 {{by way of the future and the past}}
    // expected-note @+2 {{all cycles must lead}}
    // expected-note @+1 3 {{the 'arith.addf' here needs the 'arith.addf' here at the same instant}}
    %g = arith.addf %sum, %x : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %g : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// Memory of the then part lives on the end clock and reaches earlier segments only.
reactive.node @end_memory(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %y, %zero : f32
    %y = arith.addf %after, %x : f32
    %t = reactive.then -> (f32) {
      %before = reactive.fby %zero, %first : f32
      %first0 = reactive.initial %y : f32
      %first = arith.addf %first0, %before : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  %held = reactive.current %o, %zero : f32
  reactive.return %held : f32
}

// -----

// So does memory on the end clock outside of the segment, through which results come back into it.
reactive.node @fed_back(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %before = reactive.fby %zero, %o : f32
  %w = reactive.current %before, %zero : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %y, %zero : f32
    %term = arith.mulf %x, %w : f32
    %y = arith.addf %after, %term : f32
    %t = reactive.then -> (f32) {
      %first = reactive.initial %y : f32
      reactive.then_yield outs(%first : f32)
    }
    reactive.segment_yield outs(%t : f32)
  }
  reactive.return %w : f32
}
