// A pass that edits outside its operation is found when that is asked for; one that does not is left in peace.

// RUN: not mlr-opt --load-plugin=%S/Inputs/ReachOut.java --pass-pipeline='builtin.module(func.func(cse,reach-out))' --check-isolation %s 2>&1 | FileCheck %s
// RUN: mlr-opt --load-plugin=%S/Inputs/ReachOut.java --pass-pipeline='builtin.module(func.func(cse,reach-out))' --mlir-disable-threading %s | FileCheck %s --check-prefix=UNCHECKED
// RUN: mlr-opt --pass-pipeline='builtin.module(func.func(cse,canonicalize))' --check-isolation %s | FileCheck %s --check-prefix=GOOD

// CHECK:      mlr-opt: internal error: pass 'reach-out' failed on 'func.func': {{.*}}the pass changed what is outside its operation, from
// CHECK-NEXT: }) : () -> () loc({{.*}}isolation.mlir":[[# @LINE + 10]]:1)
// CHECK-NEXT: to
// CHECK-NEXT: }) {reached} : () -> () loc(

// UNCHECKED: func.func @second() attributes {reached}
// GOOD: func.func @second() {
func.func @first() {
  return
}

func.func @second() {
  return
}
