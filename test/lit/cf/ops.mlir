// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK-LABEL: func.func @branches
func.func @branches(%c: i1, %a: i32, %x: f32) -> i32 {
  // CHECK: cf.br ^[[B1:bb[0-9]+]](%{{.*}}, %{{.*}} : i32, f32)
  cf.br ^head(%a, %x : i32, f32)
^head(%b: i32, %y: f32):
  // CHECK: cf.cond_br %{{.*}}, ^[[B1]](%{{.*}}, %{{.*}} : i32, f32), ^[[B2:bb[0-9]+]]
  cf.cond_br %c, ^head(%b, %y : i32, f32), ^choose
^choose:
  // CHECK: cf.switch %{{.*}} : i32, [
  // CHECK-NEXT: default: ^[[B3:bb[0-9]+]](%{{.*}} : i32),
  // CHECK-NEXT: 1: ^[[B4:bb[0-9]+]],
  // CHECK-NEXT: 4294967289: ^[[B3]](%{{.*}} : i32)
  // CHECK-NEXT: ]
  cf.switch %b : i32, [
    default: ^end(%a : i32),
    1: ^middle,
    -7: ^end(%b : i32)
  ]
^middle:
  // CHECK: cf.assert %{{.*}}, "must hold"
  cf.assert %c, "must hold"
  // CHECK: cf.br ^[[B3]](%{{.*}} : i32)
  cf.br ^end(%b : i32)
^end(%r: i32):
  return %r : i32
}

// CHECK-LABEL: func.func @only_default
func.func @only_default(%a: i32) {
  // CHECK: cf.switch %{{.*}} : i32, [
  // CHECK-NEXT: default: ^bb1
  cf.switch %a : i32, [
    default: ^end
  ]
^end:
  return
}
