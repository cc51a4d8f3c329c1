// RUN: mlr-opt %s --print-dominance --verify-diagnostics

// expected-remark@+1 {{immediate dominators: ^bb1 by ^bb0, ^bb2 by ^bb0, ^bb3 by ^bb0, ^bb4 unreachable}}
func.func @diamond(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  cf.br ^bb3
^bb2:
  cf.br ^bb3
^bb3:
  return
^bb4:
  cf.br ^bb3
}

// expected-remark@+1 {{immediate dominators: ^bb1 by ^bb0, ^bb2 by ^bb1, ^bb3 by ^bb1}}
func.func @loop(%c: i1) {
  cf.br ^bb1
^bb1:
  cf.cond_br %c, ^bb2, ^bb3
^bb2:
  cf.br ^bb1
^bb3:
  return
}
