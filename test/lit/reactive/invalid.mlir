// RUN: mlr-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

reactive.node @end_of_a_then_part(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    // expected-error @+1 {{'reactive.then' op must end with reactive.then_yield}}
    %t = "reactive.then"() ({
      "test.end"() : () -> ()
    }) : () -> f32
    reactive.segment_yield outs(%t : f32)
  }
  %h = reactive.current %o, %zero : f32
  reactive.return %h : f32
}

// -----

reactive.node @no_then_part(%x: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %o = reactive.segment every 4 -> (f32) {
  ^bb0(%last: i1, %k: i32):
    // expected-error @+1 {{'reactive.then' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
    %t = "reactive.then"() ({}) : () -> f32
    reactive.segment_yield outs(%t : f32)
  }
  %h = reactive.current %o, %zero : f32
  reactive.return %h : f32
}

// -----

// expected-error @+1 {{'reactive.node' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
reactive.node @nothing() {
}

// -----

reactive.node @resets(%x: i1) -> (i1) {
  // expected-error @+1 {{'reactive.reset' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
  %0 = "reactive.reset"(%x) ({}) : (i1) -> i1
  // expected-error @+1 {{'reactive.reset' op must end with reactive.yield}}
  %1 = "reactive.reset"(%x) ({
    "test.end"() : () -> ()
  }) : (i1) -> i1
  // expected-error @+1 {{'reactive.reset' op yields [i1, i1] for results [i1]}}
  %2 = "reactive.reset"(%x) ({
    reactive.yield %x, %x : i1, i1
  }) : (i1) -> i1
  reactive.return %0 : i1
}
