// RUN: mlr-opt %s --convert-reactive-to-sched --split-input-file --verify-diagnostics

reactive.node private @inner(%x: f32) -> (f32) {
  reactive.return %x : f32
}
reactive.node @outer(%x: f32) -> (f32) {
  // expected-error @+1 {{instance of 'inner' was not inlined; run normalize-reactive first}}
  %y = reactive.instance @inner(%x) : (f32) -> f32
  reactive.return %y : f32
}

// -----

reactive.node @unbound() -> (f32) {
  // expected-error @+1 {{parameter 'w0' has no value; bind it with --params FILE.safetensors}}
  %w = reactive.param "w0" : f32
  reactive.return %w : f32
}

// -----

reactive.node @long_word() -> (i1) {
  // expected-error @+1 {{the word has 65 letters; at most 64 are supported: use a counter}}
  %w = reactive.word "0(0000000000000000000000000000000000000000000000000000000000000001)" : i1
  reactive.return %w : i1
}

// -----

// expected-note @+1 {{part of the circle, or behind it}}
reactive.node @circle(%x: f32) -> (f32) {
  // expected-error @+1 {{the equations depend on each other within an instant; no static order exists}}
  %y = arith.addf %x, %z : f32
  // expected-note @+1 {{part of the circle, or behind it}}
  %z = arith.mulf %y, %y : f32
  reactive.return %z : f32
}
