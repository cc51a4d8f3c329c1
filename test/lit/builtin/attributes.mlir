// RUN: mlr-opt --allow-unregistered-dialect --mlir-elide-elementsattrs-if-larger=1 %s -o %t && mlir-opt --allow-unregistered-dialect --mlir-elide-elementsattrs-if-larger=1 %s | diff - %t
// RUN: mlr-opt --allow-unregistered-dialect --mlir-print-local-scope %s | FileCheck %s

// Every builtin attribute, and attributes of dialects that nobody knows.

// CHECK: {t = 18446744073709551616 : i128}
"t.t"() {t = 18446744073709551616 : i128} : () -> ()
// CHECK: {t = 340282366920938463463374607431768211455 : ui128}
"t.t"() {t = 340282366920938463463374607431768211455 : ui128} : () -> ()
// CHECK: {t = -1 : i8}
"t.t"() {t = 0xFF : i8} : () -> ()
// CHECK: {t = 0.100000000000000005551 : f80}
"t.t"() {t = 0.1 : f80} : () -> ()
// CHECK: {t = 1.500000e+00 : f128}
"t.t"() {t = 1.5 : f128} : () -> ()
// CHECK: {t = 0x7F : f8E4M3FN}
"t.t"() {t = 500.0 : f8E4M3FN} : () -> ()
// CHECK: {t = 0x7FFF8000000000000000 : f80}
"t.t"() {t = 0x7FFF8000000000000000 : f80} : () -> ()
// CHECK: {t = "text" : !foo.t}
"t.t"() {t = "text" : !foo.t} : () -> ()
// CHECK: {t = "\00\FF\0A\09\\\22"}
"t.t"() {t = "\00\FF\n\t\\\""} : () -> ()
// CHECK: {t = dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f32>>}
"t.t"() {t = dense<(1.0, 2.0)> : tensor<2xcomplex<f32>>} : () -> ()
// CHECK: {t = dense<["a", "b"]> : tensor<2x!foo.str>}
"t.t"() {t = dense<["a", "b"]> : tensor<2x!foo.str>} : () -> ()
// CHECK: {t = dense<[1, 36893488147419103231]> : tensor<2xi128>}
"t.t"() {t = dense<[1, 36893488147419103231]> : tensor<2xi128>} : () -> ()
// CHECK: {t = dense<true> : vector<9xi1>}
"t.t"() {t = dense<"0xFF01"> : vector<9xi1>} : () -> ()
// CHECK: {t = dense<> : tensor<0xi32>}
"t.t"() {t = dense<[]> : tensor<0xi32>} : () -> ()
// CHECK: {t = sparse<{{\[\[}}0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>}
"t.t"() {t = sparse<[[0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>} : () -> ()
// CHECK: {t = sparse<> : tensor<3x4xi32>}
"t.t"() {t = sparse<> : tensor<3x4xi32>} : () -> ()
// CHECK: {t = dense_resource<key> : tensor<2xi32>}
"t.t"() {t = dense_resource<key> : tensor<2xi32>} : () -> ()
// CHECK: {t = array<i128: 3, -1>}
"t.t"() {t = array<i128: 3, -1>} : () -> ()
// CHECK: {t = array<f8E4M3FN: 1.015630e-01>}
"t.t"() {t = array<f8E4M3FN: 0.1>} : () -> ()
// CHECK: {t = array<i1: true, false>}
"t.t"() {t = array<i1: true, false>} : () -> ()
// CHECK: {t = array<f64>}
"t.t"() {t = array<f64>} : () -> ()
// CHECK: {t = @f::@g::@"h i"}
"t.t"() {t = @f::@g::@"h i"} : () -> ()
// CHECK: {t = #foo<"bar"> : i32}
"t.t"() {t = #foo<"bar"> : i32} : () -> ()
// CHECK: {t = #foo.bar<1, 2>}
"t.t"() {t = #foo<bar<1, 2>>} : () -> ()
// CHECK: {t = #foo.bar<{{[{]}}[(<>)]}>}
"t.t"() {t = #foo.bar<{[(<>)]}>} : () -> ()
// CHECK: {t = affine_map<(d0, d1)[s0] -> ((d0 + d1) * s0, d1, -d0 + 3, d0 mod 3, d0 * 2 + d1 floordiv 4)>}
"t.t"() {t = affine_map<(a, b)[c] -> ((a + b) * c, b + a * 0, 3 - a, a - (a floordiv 3) * 3, (a * 8 + b) floordiv 4)>} : () -> ()
// CHECK: {t = affine_set<(d0)[s0] : (d0 >= 0, -d0 + s0 >= 0, d0 - 3 == 0)>}
"t.t"() {t = affine_set<(i)[n] : (i >= 0, i <= n, i == 3)>} : () -> ()
// CHECK: {t = distinct[0]<>}
"t.t"() {t = distinct[4]<>} : () -> ()
// CHECK: {t = strided<[?, 1], offset: ?>}
"t.t"() {t = strided<[?, 1], offset: ?>} : () -> ()
// CHECK: {t = loc(unknown)}
"t.t"() {t = loc(unknown)} : () -> ()
// CHECK: {t = {a, "b c" = [unit, i32, true]}}
"t.t"() {t = {a, "b c" = [unit, i32, true]}} : () -> ()
