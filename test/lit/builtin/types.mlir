// RUN: mlr-opt --allow-unregistered-dialect %s | FileCheck %s

// Every builtin type, and types of dialects that nobody knows.

// CHECK: "t.t"() : () -> f8E5M2{{$}}
"t.t"() : () -> f8E5M2
// CHECK: "t.t"() : () -> f8E4M3{{$}}
"t.t"() : () -> f8E4M3
// CHECK: "t.t"() : () -> f8E4M3FN{{$}}
"t.t"() : () -> f8E4M3FN
// CHECK: "t.t"() : () -> f8E5M2FNUZ{{$}}
"t.t"() : () -> f8E5M2FNUZ
// CHECK: "t.t"() : () -> f8E4M3FNUZ{{$}}
"t.t"() : () -> f8E4M3FNUZ
// CHECK: "t.t"() : () -> f8E4M3B11FNUZ{{$}}
"t.t"() : () -> f8E4M3B11FNUZ
// CHECK: "t.t"() : () -> bf16{{$}}
"t.t"() : () -> bf16
// CHECK: "t.t"() : () -> f16{{$}}
"t.t"() : () -> f16
// CHECK: "t.t"() : () -> tf32{{$}}
"t.t"() : () -> tf32
// CHECK: "t.t"() : () -> f32{{$}}
"t.t"() : () -> f32
// CHECK: "t.t"() : () -> f64{{$}}
"t.t"() : () -> f64
// CHECK: "t.t"() : () -> f80{{$}}
"t.t"() : () -> f80
// CHECK: "t.t"() : () -> f128{{$}}
"t.t"() : () -> f128
// CHECK: "t.t"() : () -> none{{$}}
"t.t"() : () -> none
// CHECK: "t.t"() : () -> index{{$}}
"t.t"() : () -> index
// CHECK: "t.t"() : () -> i0{{$}}
"t.t"() : () -> i0
// CHECK: "t.t"() : () -> i1{{$}}
"t.t"() : () -> i1
// CHECK: "t.t"() : () -> si7{{$}}
"t.t"() : () -> si7
// CHECK: "t.t"() : () -> ui128{{$}}
"t.t"() : () -> ui128
// CHECK: "t.t"() : () -> i16777215{{$}}
"t.t"() : () -> i16777215
// CHECK: "t.t"() : () -> complex<bf16>{{$}}
"t.t"() : () -> complex<bf16>
// CHECK: "t.t"() : () -> complex<i3>{{$}}
"t.t"() : () -> complex<i3>
// CHECK: "t.t"() : () -> vector<2x[4]x3xi1>{{$}}
"t.t"() : () -> vector<2x[4]x3xi1>
// CHECK: "t.t"() : () -> tensor<?x0x3xcomplex<f32>>{{$}}
"t.t"() : () -> tensor<?x0x3xcomplex<f32>>
// CHECK: "t.t"() : () -> tensor<*x!foo.t>{{$}}
"t.t"() : () -> tensor<*x!foo.t>
// CHECK: "t.t"() : () -> tensor<2xf32, "enc">{{$}}
"t.t"() : () -> tensor<2xf32, "enc">
// CHECK: "t.t"() : () -> memref<2x?xf32, strided<[?, 1], offset: 3>, 2 : i8>{{$}}
"t.t"() : () -> memref<2x?xf32, strided<[?, 1], offset: 3>, 2 : i8>
// CHECK: "t.t"() : () -> memref<*xmemref<2xi8>, "space">{{$}}
"t.t"() : () -> memref<*xmemref<2xi8>, "space">
// CHECK: "t.t"() : () -> memref<2xf32, {}>{{$}}
"t.t"() : () -> memref<2xf32, {}>
// CHECK: "t.t"() : () -> ((i32, index) -> ()){{$}}
"t.t"() : () -> ((i32, index) -> ())
// CHECK: "t.t"() : () -> tuple<i32, tuple<>>{{$}}
"t.t"() : () -> tuple<i32, tuple<>>
// CHECK: "t.t"() : () -> !foo.t<i32 -> f32>{{$}}
"t.t"() : () -> !foo.t<i32 -> f32>
// CHECK: "t.t"() : () -> !foo<"any text">{{$}}
"t.t"() : () -> !foo<"any text">
// CHECK: "t.t"() : () -> !foo.bar{{$}}
"t.t"() : () -> !foo.bar
// CHECK: "t.t"() : () -> memref<?xvector<2xi8>, #map>
"t.t"() : () -> memref<?xvector<2xi8>, affine_map<(i)[s] -> (i * s)>>
// The default layout and the default memory space are what their absence means.
// CHECK: "t.t"() : () -> memref<4xi8>
"t.t"() : () -> memref<4xi8, affine_map<(i) -> (i)>, 0>
