// RUN: mlr-opt %s --print-constants --verify-diagnostics

// Through calls: both callers agree, so the argument is constant; the result is what all returns agree on.
func.func private @twice(%x: i32) -> i32 {
  // expected-remark@+2 {{argument #0 is always 21 : i32}}
  // expected-remark@+1 {{result #0 is always 42 : i32}}
  %0 = arith.addi %x, %x : i32
  return %0 : i32
}

func.func @calls() -> (i32, i32) {
  %c = arith.constant 21 : i32
  // expected-remark@+1 {{result #0 is always 42 : i32}}
  %0 = call @twice(%c) : (i32) -> i32
  // expected-remark@+1 {{result #0 is always 42 : i32}}
  %1 = call @twice(%c) : (i32) -> i32
  return %0, %1 : i32, i32
}

// A public function may be called by anyone.
func.func @public(%x: i32) -> i32 {
  %0 = arith.addi %x, %x : i32
  return %0 : i32
}

func.func @calls_public() -> i32 {
  %c = arith.constant 21 : i32
  %0 = call @public(%c) : (i32) -> i32
  return %0 : i32
}

// Only the branch taken counts.
func.func @branches(%x: i32) -> i32 {
  %true = arith.constant true
  %c1 = arith.constant 1 : i32
  cf.cond_br %true, ^bb1(%c1 : i32), ^bb2(%x : i32)
^bb1(%a: i32):
  // expected-remark@+1 {{argument #0 is always 1 : i32}}
  cf.br ^bb3(%a : i32)
^bb2(%b: i32):
  // expected-remark@+1 {{control never comes here}}
  cf.br ^bb3(%b : i32)
^bb3(%r: i32):
  // expected-remark@+1 {{argument #0 is always 1 : i32}}
  return %r : i32
}

// A switch with a known flag.
func.func @switch() -> i32 {
  %c7 = arith.constant 7 : i32
  cf.switch %c7 : i32, [
    default: ^bb1(%c7 : i32),
    3: ^bb2,
    7: ^bb3
  ]
^bb1(%a: i32):
  // expected-remark@+1 {{control never comes here}}
  return %a : i32
^bb2:
  // expected-remark@+1 {{control never comes here}}
  return %c7 : i32
^bb3:
  return %c7 : i32
}

// A loop that keeps its value keeps the constant; one that adds to it doesn't, nor does the counter.
func.func @loops(%n: index) -> (i32, i32, i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %k = arith.constant 5 : i32
  %false = arith.constant false
  // expected-remark@+2 {{result #0 is always 5 : i32}}
  // expected-remark@+1 {{result #2 is always false}}
  %0:3 = loop.for %i = %c0 to %n step %c1 iter_args(%a = %k, %b = %k, %p = %false) -> (i32, i32, i1) {
    // expected-remark@+2 {{argument #1 is always 5 : i32}}
    // expected-remark@+1 {{argument #3 is always false}}
    %s = arith.addi %b, %a : i32
    // expected-remark@+1 {{result #0 is always 5 : i32}}
    %keep = loop.if %p -> (i32) {
      // expected-remark@+1 {{control never comes here}}
      loop.yield %s : i32
    } else {
      loop.yield %k : i32
    }
    loop.yield %keep, %s, %p : i32, i32, i1
  }
  return %0#0, %0#1, %0#2 : i32, i32, i1
}

// The second region of a while loop whose condition is false is not run.
func.func @while() -> i32 {
  %k = arith.constant 5 : i32
  %false = arith.constant false
  // expected-remark@+1 {{result #0 is always 5 : i32}}
  %0 = loop.while (%a = %k) : (i32) -> i32 {
    // expected-remark@+1 {{argument #0 is always 5 : i32}}
    loop.condition(%false) %a : i32
  } do {
  ^bb0(%b: i32):
    // expected-remark@+1 {{control never comes here}}
    %c = arith.addi %b, %b : i32
    loop.yield %c : i32
  }
  return %0 : i32
}

// Division by zero has no constant result.
func.func @undefined() -> i32 {
  %c1 = arith.constant 1 : i32
  %c0 = arith.constant 0 : i32
  %0 = arith.divsi %c1, %c0 : i32
  return %0 : i32
}
