// Upstream's options: what is done about regions, and from which end operations are visited.

// RUN: mlr-opt %s --canonicalize='region-simplify=disabled' | FileCheck %s --check-prefix=KEPT
// RUN: mlr-opt %s --canonicalize='region-simplify=aggressive' | FileCheck %s --check-prefix=ERASED
// RUN: not mlr-opt %s --canonicalize='region-simplify=some' 2>&1 | FileCheck %s --check-prefix=LEVEL
// RUN: mlr-opt %s --canonicalize='top-down=true max-num-rewrites=1' | FileCheck %s --check-prefix=DOWN
// RUN: mlr-opt %s --canonicalize='top-down=false max-num-rewrites=1' | FileCheck %s --check-prefix=UP

// LEVEL: error: pass 'canonicalize': region-simplify takes disabled, normal or aggressive, not 'some'

// DOWN-LABEL: func.func @chain
// DOWN-NOT:     arith.addi
// DOWN:         arith.muli
// UP-LABEL:   func.func @chain
// UP:           arith.addi
// UP-NOT:       arith.muli
func.func @chain(%a: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %0 = arith.addi %a, %c0 : i32
  %1 = arith.muli %0, %c1 : i32
  return %1 : i32
}

// KEPT-LABEL:   func.func @unreachable
// KEPT:           cf.br ^bb1
// ERASED-LABEL: func.func @unreachable
// ERASED-NOT:     cf.br
func.func @unreachable(%a: i32) -> i32 {
  return %a : i32
^never:
  cf.br ^never
}
