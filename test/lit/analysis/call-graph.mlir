// RUN: mlr-opt %s --print-call-graph --verify-diagnostics

// expected-remark@+1 {{@main calls @even, @leaf; callers unknown}}
func.func @main(%x: i32) -> i32 {
  %0 = call @even(%x) : (i32) -> i32
  %1 = call @leaf(%0) : (i32) -> i32
  %2 = call @leaf(%1) : (i32) -> i32
  return %2 : i32
}

// expected-remark@+1 {{@even calls @odd; all callers known; recursive with @even, @odd}}
func.func private @even(%x: i32) -> i32 {
  %0 = call @odd(%x) : (i32) -> i32
  return %0 : i32
}

// expected-remark@+1 {{@odd calls @even; all callers known; recursive with @even, @odd}}
func.func private @odd(%x: i32) -> i32 {
  %0 = call @even(%x) : (i32) -> i32
  return %0 : i32
}

// expected-remark@+1 {{@leaf calls nobody; all callers known}}
func.func private @leaf(%x: i32) -> i32 {
  return %x : i32
}

// Its address is taken.
// expected-remark@+1 {{@indirect calls nobody; callers unknown}}
func.func private @indirect(%x: i32) -> i32 {
  return %x : i32
}

// expected-remark@+1 {{@takes calls nobody; callers unknown}}
func.func @takes() -> ((i32) -> i32) {
  %f = constant @indirect : (i32) -> i32
  return %f : (i32) -> i32
}
