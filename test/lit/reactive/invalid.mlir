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
    // expected-error @+1 {{'reactive.then' op must end with reactive.then_yield}}
    %t = "reactive.then"() ({}) : () -> f32
    reactive.segment_yield outs(%t : f32)
  }
  %h = reactive.current %o, %zero : f32
  reactive.return %h : f32
}
