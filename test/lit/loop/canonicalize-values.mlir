// Conditionals and loops carry no more values than they must. Upstream prints the same of scf, but for the order of constants.

// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect | FileCheck %s
// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect | sed 's/loop[.]/scf./' | sort > %t && sed 's/loop[.]/scf./' %s | mlir-opt --canonicalize --allow-unregistered-dialect | sort | diff - %t
// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect --validate-passes -o %t

// CHECK-LABEL: func.func @sel(
// CHECK:         arith.select
// CHECK:         return
func.func @sel(%c: i1, %a: i32, %b: i32) -> i32 {
  %r = loop.if %c -> i32 {
    loop.yield %a : i32
  } else {
    loop.yield %b : i32
  }
  return %r : i32
}

// CHECK-LABEL: func.func @part(
// CHECK:         %[[S:.*]] = arith.select
// CHECK:         %[[R:.*]] = loop.if %{{.*}} -> (i32)
// CHECK:         return %[[S]], %[[R]]
func.func @part(%c: i1, %a: i32, %b: i32) -> (i32, i32) {
  %r:2 = loop.if %c -> (i32, i32) {
    %x = "t.x"() : () -> i32
    loop.yield %a, %x : i32, i32
  } else {
    loop.yield %b, %a : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}

// CHECK-LABEL: func.func @unused(
// CHECK:         loop.if %{{.*}} -> (i32)
func.func @unused(%c: i1, %a: i32, %b: i32) -> (i32) {
  %r:2 = loop.if %c -> (i32, i32) {
    %x = "t.x"() : () -> i32
    loop.yield %a, %x : i32, i32
  } else {
    %y = "t.x"() : () -> i32
    loop.yield %b, %y : i32, i32
  }
  return %r#1 : i32
}

// CHECK-LABEL: func.func @cond(
// CHECK:         "t.x"(%true)
// CHECK:         "t.y"(%false)
func.func @cond(%c: i1) {
  loop.if %c {
    "t.x"(%c) : (i1) -> ()
  } else {
    "t.y"(%c) : (i1) -> ()
  }
  return
}

func.func @emptyelse(%c: i1) {
  loop.if %c {
    "t.x"() : () -> ()
  } else {
  }
  return
}

// CHECK-LABEL: func.func @two(
// CHECK:         loop.if
// CHECK:         "t.x"
// CHECK:         "t.y"
// CHECK:         }
// CHECK:         return
func.func @two(%c: i1) {
  loop.if %c {
    "t.x"() : () -> ()
  }
  loop.if %c {
    "t.y"() : () -> ()
  }
  return
}

func.func @yieldcond(%c: i1) -> i1 {
  %true = arith.constant true
  %false = arith.constant false
  %r = loop.if %c -> i1 {
    "t.x"() : () -> ()
    loop.yield %true : i1
  } else {
    loop.yield %false : i1
  }
  return %r : i1
}

// CHECK-LABEL: func.func @inv(
// CHECK:         loop.for {{.*}} iter_args(%{{.*}} = %{{.*}}) -> (i32)
func.func @inv(%n: index, %a: i32, %b: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%x = %a, %y = %b) -> (i32, i32) {
    %z = "t.x"(%x, %y) : (i32, i32) -> i32
    loop.yield %x, %z : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}

func.func @trivial(%a: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = loop.for %i = %c0 to %c1 step %c1 iter_args(%x = %a) -> (i32) {
    %z = "t.x"(%x, %i) : (i32, index) -> i32
    loop.yield %z : i32
  }
  %s = loop.for %i = %c1 to %c0 step %c1 iter_args(%x = %r) -> (i32) {
    %z = "t.x"(%x, %i) : (i32, index) -> i32
    loop.yield %z : i32
  }
  return %s : i32
}

func.func @deadres(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%x = %a, %y = %b) -> (i32, i32) {
    %z = "t.x"(%x) : (i32) -> i32
    %w = arith.addi %y, %b : i32
    loop.yield %z, %w : i32, i32
  }
  return %r#0 : i32
}

func.func @same(%n: index, %a: i32) -> (i32, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = loop.for %i = %c0 to %n step %c1 iter_args(%x = %a, %y = %a) -> (i32, i32) {
    %z = "t.x"(%x, %y) : (i32, i32) -> i32
    loop.yield %z, %z : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}

func.func @emptyloop(%n: index, %a: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
  }
  return
}

// CHECK-LABEL: func.func @while(
// CHECK:         loop.while (%{{.*}} = %{{.*}}) : (i32) -> i32
func.func @while(%a: i32, %b: i32, %c: i1) -> (i32, i32) {
  %r:3 = loop.while (%x = %a, %y = %b) : (i32, i32) -> (i32, i32, i32) {
    %d = "t.c"(%x) : (i32) -> i1
    loop.condition(%d) %x, %y, %x : i32, i32, i32
  } do {
  ^bb0(%p: i32, %q: i32, %s: i32):
    %t = "t.x"(%p) : (i32) -> i32
    loop.yield %t, %q : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}

// One that is handed over twice, first where nothing reads it.
// CHECK-LABEL: func.func @twice(
// CHECK:         loop.while (%{{.*}} = %{{.*}}) : (i32) -> i32
func.func @twice(%a: i32) -> i32 {
  %r:3 = loop.while (%x = %a) : (i32) -> (i32, i32, i32) {
    %d = "t.c"(%x) : (i32) -> i1
    %y = "t.y"(%x) : (i32) -> i32
    loop.condition(%d) %y, %y, %x : i32, i32, i32
  } do {
  ^bb0(%p: i32, %q: i32, %s: i32):
    %t = "t.x"(%q) : (i32) -> i32
    loop.yield %t : i32
  }
  return %r#1 : i32
}
