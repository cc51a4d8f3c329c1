// RUN: mlr-opt %s --print-loop-info --verify-diagnostics

func.func @nested(%c: i1) {
  cf.br ^bb1
^bb1:
  // expected-remark@+1 {{loop at depth 1 containing: ^bb1<header>, ^bb2, ^bb3<latch><exiting>}}
  cf.br ^bb2
^bb2:
  // expected-remark@+1 {{loop at depth 2 containing: ^bb2<header><latch><exiting>}}
  cf.cond_br %c, ^bb2, ^bb3
^bb3:
  cf.cond_br %c, ^bb1, ^bb4
^bb4:
  return
}

// A cycle that is entered at two places is no natural loop.
func.func @irreducible(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  cf.br ^bb2
^bb2:
  cf.cond_br %c, ^bb1, ^bb3
^bb3:
  return
}

func.func @operations(%n: index, %c: i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  // expected-remark@+1 {{loop at depth 1}}
  loop.for %i = %c0 to %n step %c1 {
    loop.if %c {
      // expected-remark@+1 {{loop at depth 2}}
      loop.for %k = %c0 to %n step %c1 {
      }
    }
  }
  return
}
