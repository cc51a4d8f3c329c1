// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @carried(%n: index, %x: f32) {
  // expected-error@+1 {{yields types [] where [f32] are needed}}
  %0 = loop.for %i = %n to %n step %n iter_args(%a = %x) -> (f32) {
    loop.yield
  }
  return
}

// -----

func.func @without_else(%c: i1, %x: f32) {
  // expected-error@+1 {{must have an else block if defining values}}
  %0 = loop.if %c -> (f32) {
    loop.yield %x : f32
  }
  return
}

// -----

func.func @names(%n: index, %x: f32) {
  // expected-error@+1 {{mismatch in number of loop-carried values and defined values: 1 names for 2 types}}
  %0:2 = loop.for %i = %n to %n step %n iter_args(%a = %x) -> (f32, f32) {
    loop.yield %a, %a : f32, f32
  }
  return
}
