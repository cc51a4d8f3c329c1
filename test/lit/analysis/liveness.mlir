// RUN: mlr-opt %s --print-liveness --verify-diagnostics

func.func @branches(%c: i1, %x: i32) -> i32 {
  // expected-remark@+1 {{live in: none; live out: ^bb0#1, arith.addi}}
  %a = arith.addi %x, %x : i32
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  // expected-remark@+1 {{live in: ^bb0#1, arith.addi; live out: none}}
  %b = arith.muli %a, %x : i32
  cf.br ^bb3(%b : i32)
^bb2:
  // expected-remark@+1 {{live in: ^bb0#1; live out: none}}
  cf.br ^bb3(%x : i32)
^bb3(%r: i32):
  return %r : i32
}

// What a loop of blocks uses lives around it.
func.func @cycle(%c: i1, %x: i32) -> i32 {
  // expected-remark@+1 {{live in: none; live out: ^bb0#0, ^bb0#1}}
  cf.br ^bb1(%x : i32)
^bb1(%s: i32):
  // expected-remark@+1 {{live in: ^bb0#0, ^bb0#1; live out: ^bb0#0, ^bb0#1, arith.addi}}
  %t = arith.addi %s, %x : i32
  cf.cond_br %c, ^bb1(%t : i32), ^bb2
^bb2:
  // expected-remark@+1 {{live in: arith.addi; live out: none}}
  return %t : i32
}

// What the body uses is live at its end: the next iteration needs it. What comes after the loop is live in it.
func.func @loop(%n: index, %x: i32, %y: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = loop.for %i = %c0 to %n step %c1 iter_args(%s = %x) -> (i32) {
    // expected-remark@+1 {{live in: ^bb0#1, ^bb0#2; live out: ^bb0#1, ^bb0#2}}
    %1 = arith.addi %s, %x : i32
    loop.yield %1 : i32
  }
  %2 = arith.addi %0, %y : i32
  return %2 : i32
}

func.func @if(%p: i1, %x: i32, %y: i32) -> i32 {
  %0 = loop.if %p -> (i32) {
    // expected-remark@+1 {{live in: ^bb0#1; live out: ^bb0#1}}
    %1 = arith.addi %x, %x : i32
    loop.yield %1 : i32
  } else {
    // expected-remark@+1 {{live in: ^bb0#1, ^bb0#2; live out: ^bb0#1}}
    loop.yield %y : i32
  }
  %2 = arith.addi %0, %x : i32
  return %2 : i32
}
