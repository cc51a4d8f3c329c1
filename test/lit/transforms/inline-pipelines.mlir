// Callables are canonicalized, or what the options say, before their calls are replaced and after; upstream prints the same.

// RUN: mlr-opt %s --inline -o %t && mlir-opt %s --inline | diff - %t
// RUN: mlr-opt %s --inline='max-iterations=1 inlining-threshold=150 default-pipeline= op-pipelines=func.func(cse)' -o %t && mlir-opt %s --inline='max-iterations=1 inlining-threshold=150 default-pipeline= op-pipelines=func.func(cse)' | diff - %t
// RUN: mlr-opt %s --inline --validate-passes | FileCheck %s
// RUN: mlr-opt %s --inline='op-pipelines=func.func(cse,sccp)' --dump-pass-pipeline -o %t 2>&1 | FileCheck %s --check-prefix=DUMP
// RUN: not mlr-opt %s --inline='default-pipeline=cze' 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not mlr-opt %s --inline='op-pipelines=cse' 2>&1 | FileCheck %s --check-prefix=ANCHOR

// DUMP: builtin.module(inline{default-pipeline=canonicalize inlining-threshold=4294967295 max-iterations=4 op-pipelines=func.func(cse,sccp)})
// UNKNOWN: --inline:1:1: error: option 'default-pipeline' of pass 'inline': 'cze' does not refer to a registered pass or pass pipeline; did you mean 'cse'?
// ANCHOR: error: pass 'inline': op-pipelines takes pipelines with the operations they run on, func.func(cse), not 'cse'

// CHECK-LABEL: func.func @main(
// CHECK-NEXT:    %[[C:.*]] = arith.constant 11 : i32
// CHECK-NEXT:    return %[[C]]
func.func private @callee(%a: i32, %p: i1) -> i32 {
  %c = arith.constant 3 : i32
  %d = arith.addi %c, %a : i32
  %e = arith.addi %d, %c : i32
  return %e : i32
}

func.func @main(%p: i1) -> i32 {
  %c = arith.constant 5 : i32
  %r = call @callee(%c, %p) : (i32, i1) -> i32
  return %r : i32
}

func.func private @calls_itself(%p: i1) -> i1 {
  %dead = arith.ori %p, %p : i1
  %r = call @calls_itself(%p) : (i1) -> i1
  %q = arith.ori %r, %r : i1
  return %q : i1
}

func.func @other(%p: i1) -> i1 {
  %dead = arith.ori %p, %p : i1
  %r = call @calls_itself(%p) : (i1) -> i1
  return %r : i1
}

func.func @leaf(%p: i1) -> i1 {
  %dead = arith.ori %p, %p : i1
  return %dead : i1
}

func.func private @unusedleaf(%p: i1) -> i1 {
  %dead = arith.ori %p, %p : i1
  return %dead : i1
}

// Of two that call one another one takes in the other, and is then left alone.
func.func private @a(%p: i32) -> i32 {
  %q = arith.constant 1 : i32
  %r = call @b(%p) : (i32) -> i32
  return %r : i32
}
func.func private @b(%p: i32) -> i32 {
  %q = arith.constant 1 : i32
  %r = call @a(%p) : (i32) -> i32
  return %r : i32
}
func.func @calls_a(%p: i32) -> i32 {
  %r = call @a(%p) : (i32) -> i32
  return %r : i32
}

func.func @indirect(%p: i32) -> i32 {
  %f = constant @identity : (i32) -> i32
  %r = call_indirect %f(%p) : (i32) -> i32
  return %r : i32
}
func.func private @identity(%p: i32) -> i32 {
  return %p : i32
}
