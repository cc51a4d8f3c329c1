// RUN: mlr-opt --allow-unregistered-dialect --mlir-print-debuginfo %s | FileCheck %s
// RUN: mlr-opt --allow-unregistered-dialect --mlir-print-debuginfo --mlir-print-local-scope %s | FileCheck %s --check-prefix=LOCAL

// All kinds of locations, aliases defined before and behind their use. Aliases that block arguments need stand first, the others last.

// CHECK-DAG: #[[A:loc[0-9]*]] = loc("a.mlir":1:2)
// CHECK-DAG: #[[ADD_ONE:map[0-9]*]] = affine_map<(d0) -> (d0 + 1)>
// CHECK: func.func @f(%arg0: i32 loc("x"(#{{.*}})), %arg1: f32 loc("named"(#[[A]])))
// CHECK: ^bb0(%arg2: i32 loc("later"(#[[NAMED:loc[0-9]*]])), %arg3: i32 loc("b.mlir":9:9)):
// CHECK: return {{.*}} loc(#[[UNKNOWN:loc[0-9]*]])
// CHECK: } loc(#[[A]])
// CHECK-DAG: #[[UNKNOWN]] = loc(unknown)
// CHECK-DAG: loc(callsite(#{{.*}} at #{{.*}}))
// CHECK-DAG: loc(fused<"meta">[#{{.*}}, #[[NAMED]]])
// CHECK-DAG: loc(fused<#[[ADD_ONE]]>[#{{.*}}, #{{.*}}])

// LOCAL-NOT: #loc
// LOCAL: func.func @f(%arg0: i32 loc("x"("a.mlir":3:4)), %arg1: f32 loc("named"("a.mlir":1:2)))
// LOCAL: loc(callsite("callee"("b":1:1) at "c":2:2))
// LOCAL: loc(fused<"meta">["a", "named"("a.mlir":1:2)])

#map = affine_map<(d0) -> (d0 + 1)>
#l0 = loc("a.mlir":1:2)
#l1 = loc("named"(#l0))
module @m attributes {foo.loc = loc("attr":1:1)} {
  func.func @f(%x: i32 loc("x"("a.mlir":3:4)), %y: f32 loc(#l1)) -> i32 {
    %0 = arith.addi %x, %x : i32 loc(callsite("callee"("b":1:1) at "c":2:2))
    %1 = "foo.op"(%0) ({
    ^bb0(%a: i32 loc(#fwd), %b: i32 loc("b.mlir":9:9)):
      "foo.br"(%a)[^bb1] : (i32) -> () loc(#fwd)
    ^bb1(%c: tensor<2xf32, #map>):
      "foo.ret"() : () -> () loc(fused<"meta">["a", #l1, unknown])
    }) {m = #map, s = affine_set<(d0) : (d0 >= 0)>} : (i32) -> i32 loc(fused<#map>["a":1:1, "b":2:2])
    return %1 : i32 loc(unknown)
  } loc("f"("a.mlir":3:1))
  func.func private @g(i32, memref<2xf32, affine_map<(d0) -> (d0 * 2 + 1)>>)
} loc(#l0)
#fwd = loc("later"(#l1))
