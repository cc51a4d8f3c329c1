// Branches go where they end up, blocks that follow one another are one, arguments that nothing reads go. Upstream prints the same, but for the order of constants.

// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect | FileCheck %s
// RUN: mlr-opt %s --canonicalize=region-simplify=disabled --allow-unregistered-dialect | FileCheck %s --check-prefix=KEPT
// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect | sort > %t && mlir-opt %s --canonicalize --allow-unregistered-dialect | sort | diff - %t
// RUN: mlr-opt %s --canonicalize --allow-unregistered-dialect --validate-passes -o %t

// CHECK-LABEL: func.func @straight(
// CHECK:         %[[SUM:.*]] = arith.addi
// CHECK:         return %[[SUM]]
func.func @straight(%a: i32) -> i32 {
  cf.br ^b(%a : i32)
^b(%x: i32):
  %y = arith.addi %x, %x : i32
  cf.br ^c
^c:
  return %y : i32
}

// KEPT-LABEL:  func.func @straight(
// KEPT-NEXT:     arith.addi
// KEPT-NEXT:     return
// KEPT-LABEL:  func.func @pass(
// KEPT-NEXT:     cf.cond_br %{{.*}}, ^bb3(%{{.*}} : i32), ^bb3(%{{.*}} : i32)
// KEPT-NEXT:   ^bb1(%{{.*}}: i32):  // no predecessors
// CHECK-LABEL: func.func @pass(
// CHECK:         %[[S:.*]] = arith.select
// CHECK:         return %[[S]]
func.func @pass(%p: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %p, ^t(%a : i32), ^f(%b: i32)
^t(%x: i32):
  cf.br ^j(%x : i32)
^f(%z: i32):
  cf.br ^j(%z : i32)
^j(%y: i32):
  return %y : i32
}

func.func @same(%p: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %p, ^t(%a : i32), ^t(%b: i32)
^t(%x: i32):
  return %x : i32
}

// CHECK-LABEL: func.func @samejoin(
// CHECK:         cf.cond_br %{{.*}}, ^[[T:.*]](%{{.*}} : i32), ^[[T]](%{{.*}} : i32)
func.func @samejoin(%q: i1, %p: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %q, ^m, ^t(%b : i32)
^m:
  cf.cond_br %p, ^t(%a : i32), ^t(%b: i32)
^t(%x: i32):
  return %x : i32
}

func.func @truth(%p: i1) -> i1 {
  cf.cond_br %p, ^t, ^f
^t:
  "x.y"(%p) : (i1) -> ()
  return %p: i1
^f:
  "x.z"(%p) : (i1) -> ()
  return %p: i1
}

// CHECK-LABEL: func.func @again(
// CHECK:         cf.cond_br
// CHECK:         "x.a"()
// CHECK:         return
func.func @again(%p: i1) -> i32 {
  cf.cond_br %p, ^t, ^f
^t:
  "x.a"() : () -> ()
  cf.cond_br %p, ^t2, ^f2
^t2:
  %c1 = arith.constant 1: i32
  return %c1: i32
^f:
  %c2 = arith.constant 2: i32
  return %c2: i32
^f2:
  %c3 = arith.constant 3: i32
  return %c3: i32
}

// CHECK-LABEL: func.func @loop(
// CHECK:         cf.br ^[[H:.*]](%{{.*}} : i32)
// CHECK:         ^[[H]](%{{.*}}: i32):
func.func @loop(%p: i1, %a: i32) {
  cf.br ^h(%a, %a : i32, i32)
^h(%x: i32, %y: i32):
  "x.a"(%x) : (i32) -> ()
  cf.cond_br %p, ^h(%x, %y : i32, i32), ^e
^e:
  return
}

// CHECK-LABEL: func.func @selfloop(
// CHECK:         cf.br ^[[H:.*]]
// CHECK:         ^[[H]]:
// CHECK:         cf.br ^[[H]]
func.func @selfloop() {
  cf.br ^h
^h:
  cf.br ^h
}

func.func @assert(%a: i1) {
  %true = arith.constant true
  cf.assert %true, "no"
  cf.assert %a, "no"
  return
}

// CHECK-LABEL: func.func @sw(
// CHECK:         default: ^[[D:.*]](%{{.*}} : i32),
// CHECK:         2: ^[[D]](%{{.*}} : i32)
func.func @sw(%a: i32, %x: i32, %p : i1) -> i32 {
  cf.switch %a : i32, [default: ^d(%x: i32), 1: ^d(%x: i32), 2: ^e]
^d(%v: i32):
  return %v : i32
^e:
  %c = arith.constant 7 : i32
  cf.switch %c: i32, [default: ^g, 7: ^f]
^f:
  cf.br ^d(%c: i32)
^g:
  cf.switch %a: i32, [default: ^d(%c: i32)]
}

func.func @dup(%p: i1) -> i32 {
  cf.cond_br %p, ^t, ^f
^t:
  %c1 = arith.constant 1: i32
  "x.a"() : () -> ()
  return %c1: i32
^f:
  %c2 = arith.constant 1: i32
  "x.a"() : () -> ()
  return %c2: i32
}

func.func @deadarg(%p: i1, %a: i32) {
  cf.cond_br %p, ^t(%a: i32), ^f
^t(%x : i32):
  "x.a"() : () -> ()
  return 
^f:
  "x.b"() : () -> ()
  cf.br ^t(%a: i32)
}

// A counter that nothing reads.
// CHECK-LABEL: func.func @counter(
// CHECK-NOT:     arith.addi
// CHECK:         "x.a"() : () -> ()
func.func @counter(%p: i1) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  cf.br ^h(%c0 : i32)
^h(%i: i32):
  "x.a"() : () -> ()
  %next = arith.addi %i, %c1 : i32
  cf.cond_br %p, ^h(%next : i32), ^e
^e:
  return
}

// What a block on the way gets is used behind it, too.
// CHECK-LABEL: func.func @used_behind(
// CHECK:         cf.br ^[[M:.*]](%{{.*}} : i32)
func.func @used_behind(%p: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %p, ^t, ^m(%a : i32)
^t:
  "x.a"() : () -> ()
  cf.br ^m(%b : i32)
^m(%x: i32):
  cf.br ^e
^e:
  cf.cond_br %p, ^f, ^g
^f:
  "x.b"() : () -> ()
  return %x : i32
^g:
  cf.br ^e
}
