// RUN: mlr-opt %s --convert-loop-to-llvm --split-input-file | FileCheck %s

// A loop tests at its head; what it carries becomes block arguments.

// CHECK-LABEL: llvm.func @sum
// CHECK-SAME:    (%[[N:.*]]: i64, %[[X:.*]]: f32) -> f32
// CHECK:         %[[ZERO:.*]] = llvm.mlir.constant(0 : i64) : i64
// CHECK:         %[[ONE:.*]] = llvm.mlir.constant(1 : i64) : i64
// CHECK:         llvm.br ^[[HEAD:.*]](%[[ZERO]], %[[X]] : i64, f32)
// CHECK:       ^[[HEAD]](%[[I:.*]]: i64, %[[A:.*]]: f32):
// CHECK:         %[[MORE:.*]] = llvm.icmp "slt" %[[I]], %[[N]] : i64
// CHECK:         llvm.cond_br %[[MORE]], ^[[BODY:.*]], ^[[END:.*]](%[[A]] : f32)
// CHECK:       ^[[BODY]]:
// CHECK:         %[[B:.*]] = llvm.fadd %[[A]], %[[X]] : f32
// CHECK:         %[[NEXT:.*]] = llvm.add %[[I]], %[[ONE]] : i64
// CHECK:         llvm.br ^[[HEAD]](%[[NEXT]], %[[B]] : i64, f32)
// CHECK:       ^[[END]](%[[R:.*]]: f32):
// CHECK:         llvm.return %[[R]] : f32
func.func @sum(%n: index, %x: f32) -> f32 {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %r = loop.for %i = %zero to %n step %one iter_args(%a = %x) -> (f32) {
    %b = arith.addf %a, %x : f32
    loop.yield %b : f32
  }
  return %r : f32
}

// -----

// CHECK-LABEL: llvm.func @choose
// CHECK-SAME:    (%[[C:.*]]: i1, %[[A:.*]]: i32, %[[B:.*]]: i32) -> i32
// CHECK:         llvm.cond_br %[[C]], ^[[THEN:.*]], ^[[ELSE:.*]]
// CHECK:       ^[[THEN]]:
// CHECK:         llvm.br ^[[END:.*]](%[[A]] : i32)
// CHECK:       ^[[ELSE]]:
// CHECK:         llvm.br ^[[END]](%[[B]] : i32)
// CHECK:       ^[[END]](%[[R:.*]]: i32):
// CHECK:         llvm.return %[[R]] : i32
func.func @choose(%c: i1, %a: i32, %b: i32) -> i32 {
  %r = loop.if %c -> (i32) {
    loop.yield %a : i32
  } else {
    loop.yield %b : i32
  }
  return %r : i32
}

// -----

// Without an else the false edge leads behind the conditional.

// CHECK-LABEL: llvm.func @when
// CHECK:         llvm.cond_br %{{.*}}, ^[[THEN:.*]], ^[[END:.*]]
// CHECK:       ^[[THEN]]:
// CHECK:         llvm.store
// CHECK:         llvm.br ^[[END]]
// CHECK:       ^[[END]]:
// CHECK:         llvm.return
func.func @when(%c: i1, %m: memref<i32>, %a: i32) {
  loop.if %c {
    memref.store %a, %m[] : memref<i32>
  }
  return
}

// -----

// CHECK-LABEL: llvm.func @collatz
// CHECK:         llvm.br ^[[BEFORE:.*]](%{{.*}}, %{{.*}} : i32, i32)
// CHECK:       ^[[BEFORE]](%[[N:.*]]: i32, %[[STEPS:.*]]: i32):
// CHECK:         %[[MORE:.*]] = llvm.icmp "ne" %[[N]], %{{.*}} : i32
// CHECK:         llvm.cond_br %[[MORE]], ^[[AFTER:.*]](%[[N]], %[[STEPS]] : i32, i32), ^[[END:.*]](%[[N]], %[[STEPS]] : i32, i32)
// CHECK:       ^[[AFTER]](%{{.*}}: i32, %{{.*}}: i32):
// CHECK:         llvm.cond_br
// CHECK:         llvm.br ^[[BEFORE]]
// CHECK:       ^[[END]](%{{.*}}: i32, %[[RESULT:.*]]: i32):
// CHECK:         llvm.return %[[RESULT]] : i32
func.func @collatz(%start: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %r:2 = loop.while (%n = %start, %steps = %zero) : (i32, i32) -> (i32, i32) {
    %more = arith.cmpi ne, %n, %one : i32
    loop.condition(%more) %n, %steps : i32, i32
  } do {
  ^bb0(%n: i32, %steps: i32):
    %next_steps = arith.addi %steps, %one : i32
    %bit = arith.andi %n, %one : i32
    %odd = arith.cmpi eq, %bit, %one : i32
    %next = loop.if %odd -> (i32) {
      %triple = arith.muli %n, %three : i32
      %up = arith.addi %triple, %one : i32
      loop.yield %up : i32
    } else {
      %half = arith.shrui %n, %one : i32
      loop.yield %half : i32
    }
    loop.yield %next, %next_steps : i32, i32
  }
  return %r#1 : i32
}

// -----

// CHECK-LABEL: llvm.func @switch
// CHECK:         llvm.switch %{{.*}} : i32, ^[[DEFAULT:.*]](%{{.*}} : i32) [
// CHECK-NEXT:      3: ^[[CASE:.*]](%{{.*}} : i32)
// CHECK-NEXT:    ]
func.func @switch(%flag: i32, %a: i32, %b: i32) -> i32 {
  cf.switch %flag : i32, [
    default: ^bb1(%a : i32),
    3: ^bb2(%b : i32)
  ]
^bb1(%x: i32):
  return %x : i32
^bb2(%y: i32):
  %z = arith.addi %y, %y : i32
  return %z : i32
}

// -----

// An assertion that fails stops the program; nothing of a library is needed.

// CHECK-LABEL: llvm.func @claim
// CHECK-SAME:    (%[[C:.*]]: i1, %[[A:.*]]: i32) -> i32
// CHECK:         llvm.cond_br %[[C]], ^[[REST:.*]], ^[[FAILED:.*]]
// CHECK:       ^[[REST]]:
// CHECK:         llvm.return %[[A]] : i32
// CHECK:       ^[[FAILED]]:
// CHECK:         "llvm.intr.trap"() : () -> ()
// CHECK:         llvm.unreachable
func.func @claim(%c: i1, %a: i32) -> i32 {
  cf.assert %c, "a is in range"
  return %a : i32
}
