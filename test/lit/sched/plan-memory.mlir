// RUN: mlr-opt %s --plan-memory --split-input-file | FileCheck %s

// Values that are not needed at the same time share memory; the last one is computed in the output.

// CHECK-LABEL: sched.machine @chain attributes {scratch_bytes = 64 : i64}
// CHECK:         tensor.matmul {{.*}} {mlr.scratch = 0 : i64}
// CHECK-NEXT:    tensor.matmul {{.*}} {mlr.scratch = 32 : i64}
// CHECK-NEXT:    tensor.matmul {{.*}} {mlr.scratch = 0 : i64}
// CHECK-NEXT:    tensor.matmul %{{[a-z0-9_]*}}, %{{[a-z0-9_]*}} : tensor
// CHECK-NEXT:    sched.output "y", %{{.*}} {mlr.direct = array<i64: 0>}
sched.machine @chain {
  %w = arith.constant dense<1.0> : tensor<8x8xf32>
  %x = sched.input "x" : tensor<8xf32>
  %a = tensor.matmul %w, %x : tensor<8x8xf32>, tensor<8xf32> -> tensor<8xf32>
  %b = tensor.matmul %w, %a : tensor<8x8xf32>, tensor<8xf32> -> tensor<8xf32>
  %c = tensor.matmul %w, %b : tensor<8x8xf32>, tensor<8xf32> -> tensor<8xf32>
  %d = tensor.matmul %w, %c : tensor<8x8xf32>, tensor<8xf32> -> tensor<8xf32>
  sched.output "y", %d : tensor<8xf32>
  sched.end
}

// -----

// Elementwise operations with one user need no memory; others take the place of an operand that is not read again.

// CHECK-LABEL: sched.machine @elementwise attributes {scratch_bytes = 16 : i64}
// CHECK:         tensor.concat {{.*}} {mlr.scratch = 0 : i64}
// CHECK-NEXT:    arith.addf %{{[0-9]*}}, %{{[0-9]*}} : tensor
// CHECK-NEXT:    arith.mulf {{.*}} {mlr.scratch = 0 : i64}
sched.machine @elementwise {
  %w = arith.constant dense<1.0> : tensor<4x4xf32>
  %x = sched.input "x" : tensor<2xf32>
  %y = sched.input "y" : tensor<4xf32>
  %r = tensor.concat dim(0) %x, %x : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  %a = arith.addf %r, %y : tensor<4xf32>
  %b = arith.mulf %a, %y : tensor<4xf32>
  %c = tensor.matmul %w, %b : tensor<4x4xf32>, tensor<4xf32> -> tensor<4xf32>
  sched.output "z", %c : tensor<4xf32>
  sched.end
}

// -----

// A slot is read where it lies, unless it is written before the last reader.

// CHECK-LABEL: sched.machine @slots attributes {scratch_bytes = 16 : i64}
// CHECK:         sched.read %{{[0-9]*}} : !sched.slot
// CHECK:         sched.read %{{[0-9]*}} {mlr.scratch = 0 : i64} : !sched.slot
sched.machine @slots {
  %s = sched.slot "s" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %t = sched.slot "t" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %x = sched.input "x" : tensor<4xf32>
  %a = sched.read %s : !sched.slot<tensor<4xf32>>
  %b = sched.read %t : !sched.slot<tensor<4xf32>>
  sched.output "a", %a : tensor<4xf32>
  sched.write %x, %s : !sched.slot<tensor<4xf32>>
  sched.write %x, %t : !sched.slot<tensor<4xf32>>
  sched.output "b", %b : tensor<4xf32>
  sched.end
}

// -----

// A new value of a slot is computed in the slot only when the old one is not read meanwhile: a matrix product reads it all the time.

// CHECK-LABEL: sched.machine @update
// CHECK:         tensor.matmul {{.*}} {mlr.scratch = 0 : i64}
// CHECK:         sched.write %{{[0-9]*}}, %[[S:[0-9]*]] : !sched.slot
// CHECK:         arith.addf
// CHECK-NEXT:    sched.write %{{[0-9]*}}, %{{[0-9]*}} {mlr.direct = array<i64: 0>} : !sched.slot
sched.machine @update {
  %s = sched.slot "s" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %t = sched.slot "t" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %w = arith.constant dense<1.0> : tensor<4x4xf32>
  %a = sched.read %s : !sched.slot<tensor<4xf32>>
  %b = tensor.matmul %w, %a : tensor<4x4xf32>, tensor<4xf32> -> tensor<4xf32>
  sched.write %b, %s : !sched.slot<tensor<4xf32>>
  %c = sched.read %t : !sched.slot<tensor<4xf32>>
  %d = arith.addf %c, %b : tensor<4xf32>
  sched.write %d, %t : !sched.slot<tensor<4xf32>>
  sched.output "y", %d : tensor<4xf32>
  sched.end
}

// -----

// The value of a guard goes to the slot right away where its branches read the old value element by element.

// CHECK-LABEL: sched.machine @guarded attributes {scratch_bytes = 0 : i64}
// CHECK:         sched.write %{{[0-9]*}}, %{{[0-9]*}} {mlr.direct = array<i64: 0>}
sched.machine @guarded {
  %s = sched.slot "s" = dense<0.0> : tensor<4xf32> : !sched.slot<tensor<4xf32>>
  %c = sched.input "c" : i1
  %x = sched.input "x" : tensor<4xf32>
  %a = sched.read %s : !sched.slot<tensor<4xf32>>
  %r = sched.guard %c -> (tensor<4xf32>) {
    %b = arith.addf %a, %x : tensor<4xf32>
    sched.yield %b : tensor<4xf32>
  } else {
    sched.yield %a : tensor<4xf32>
  }
  sched.write %r, %s : !sched.slot<tensor<4xf32>>
  sched.end
}

// -----

// What a sweep carries lies where its results go; values exchanged in a step wait until all are read.

// CHECK-LABEL: sched.machine @exchange attributes {scratch_bytes = 32 : i64}
// CHECK:         sched.sweep forward
// CHECK:           sched.yield {{.*}} {mlr.scratch = array<i64: 0, 16>}
// CHECK:         sched.output "a", %{{.*}} {mlr.direct = array<i64: 0>}
// CHECK-NEXT:    sched.output "b", %{{.*}} {mlr.direct = array<i64: 0>}
sched.machine @exchange {
  %x = sched.input "x" : tensor<4xf32>
  %y = sched.input "y" : tensor<4xf32>
  %n = arith.constant 3 : index
  %r:2 = sched.sweep forward %i = %n max 3 iter(%a = %x, %b = %y) -> (tensor<4xf32>, tensor<4xf32>) {
    sched.yield %b, %a : tensor<4xf32>, tensor<4xf32>
  }
  sched.output "a", %r#0 : tensor<4xf32>
  sched.output "b", %r#1 : tensor<4xf32>
  sched.end
}

// -----

// A carried value is updated in place; what is outside and read in each step lives until the sweep ends.

// CHECK-LABEL: sched.machine @accumulate attributes {scratch_bytes = 32 : i64}
// CHECK:         tensor.reverse {{.*}} {mlr.scratch = [[R:0|16]] : i64}
// CHECK:         sched.sweep backward {{.*}} attributes {mlr.scratch = [[A:0|16]] : i64}
// CHECK:           sched.yield {{.*}} {mlr.direct = array<i64: 0>}
sched.machine @accumulate {
  %x = sched.input "x" : tensor<4xf32>
  %w = arith.constant dense<2.0> : tensor<4xf32>
  %z = arith.constant dense<0.0> : tensor<4xf32>
  %k = tensor.reverse %x : tensor<4xf32>
  %n = arith.constant 3 : index
  %r = sched.sweep backward %i = %n max 3 iter(%a = %z) -> (tensor<4xf32>) {
    %b = arith.addf %a, %k : tensor<4xf32>
    %e = tensor.extract %b[%i] : tensor<4xf32>
    sched.yield %b : tensor<4xf32>
  }
  %s = arith.addf %r, %w : tensor<4xf32>
  sched.output "y", %s : tensor<4xf32>
  sched.end
}
