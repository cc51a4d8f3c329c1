// Besides text, the binary form and programs of MLR are read, as by mlr-opt.

// RUN: mlr-opt %s --emit-bytecode -o %t.pb
// RUN: mlr-reduce %t.pb --test=%S/Inputs/has-muli.sh | FileCheck %s
// RUN: mlr-opt %s | mlr-reduce --test=%S/Inputs/has-muli.sh | FileCheck %s
// RUN: mlr-reduce %S/Inputs/counter.mlr --test=%S/Inputs/has-xori.sh | FileCheck %s --check-prefix=NODE
// RUN: not mlr-reduce %S/Inputs/broken.mlr --test=%S/Inputs/has-muli.sh 2>&1 | FileCheck %s --check-prefix=BROKEN

// CHECK:      module {
// CHECK-NEXT:   func.func @f(%arg0: i32) {
// CHECK-NEXT:     %0 = arith.muli %arg0, %arg0 : i32
// CHECK-NEXT:     return

// NODE:     reactive.node @counter
// NODE-NOT: arith.addi
// NODE:     arith.xori

// BROKEN: broken.mlr:3:{{[0-9]+}}: error[syntax]:
func.func @f(%x: i32) -> i32 {
  %0 = arith.addi %x, %x : i32
  %1 = arith.muli %0, %x : i32
  return %1 : i32
}
