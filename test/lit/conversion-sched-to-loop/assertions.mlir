// RUN: mlr-opt %s --convert-sched-to-loop | FileCheck %s --check-prefixes=CHECK,FAST
// RUN: mlr-opt %s --convert-sched-to-loop=checked=true | FileCheck %s --check-prefixes=CHECK,CHECKED

// CHECK-LABEL:   func.func @claims_step
// CHECK:           %[[C:.*]] = memref.load
// CHECKED-NEXT:    cf.assert %[[C]], "c always holds"
// FAST-NOT:        assert
// CHECK-NEXT:      return
sched.machine @claims {
  %c = sched.input "c" : i1
  sched.assert %c, "c always holds"
  sched.end
}
