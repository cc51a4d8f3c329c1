// RUN: mlr-opt --allow-unregistered-dialect %s | FileCheck %s

// CHECK: #[[MOD:map[0-9]*]] = affine_map<(d0) -> (d0 mod 3)>
// CHECK: #[[SET:set[0-9]*]] = affine_set<(d0)[s0] : (d0 >= 0, -d0 + s0 >= 0)>
// CHECK: #[[DISTINCT:distinct[0-9]*]] = distinct[1]<#[[MOD]]>
// CHECK: !tuple = tuple<{{.*}}, tensor<2xf32, #[[MOD]]>>
#m = affine_map<(d0) -> (d0 mod 3)>
!alias = tensor<2xf32, #m>
// CHECK: w = [#[[DISTINCT]], #{{.*}}], x = distinct[2]<>, y = #[[DISTINCT]], z = distinct[2]<>
"a.b"() {x = distinct[7]<>, y = distinct[3]<#m>, z = distinct[7]<>, w = [distinct[3]<#m>, distinct[9]<"s">]} : () -> ()
// CHECK: s = #[[SET]], t = !tuple
"a.c"() {s = affine_set<(d0)[s0] : (d0 >= 0, d0 <= s0)>, t = tuple<i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,!alias>} : () -> ()
