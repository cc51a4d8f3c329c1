// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK-LABEL: func.func @functions
func.func @functions(%x: f32, %y: f64, %v: vector<4xf32>, %t: tensor<2x3xf32>, %i: i32, %w: vector<4xi32>) {
  // CHECK: math.exp %{{.*}} : f32
  %0 = math.exp %x : f32
  // CHECK: math.exp2 %{{.*}} : f64
  %1 = math.exp2 %y : f64
  // CHECK: math.expm1 %{{.*}} : vector<4xf32>
  %2 = math.expm1 %v : vector<4xf32>
  // CHECK: math.log %{{.*}} : tensor<2x3xf32>
  %3 = math.log %t : tensor<2x3xf32>
  // CHECK: math.log2 %{{.*}} fastmath<afn> : f32
  %4 = math.log2 %x fastmath<afn> : f32
  // CHECK: math.log10
  %5 = math.log10 %x : f32
  // CHECK: math.log1p
  %6 = math.log1p %x : f32
  // CHECK: math.powf %{{.*}}, %{{.*}} : f32
  %7 = math.powf %x, %x : f32
  // CHECK: math.fpowi %{{.*}}, %{{.*}} : vector<4xf32>, vector<4xi32>
  %8 = math.fpowi %v, %w : vector<4xf32>, vector<4xi32>
  // CHECK: math.erf
  %9 = math.erf %x : f32
  // CHECK: math.sin
  %10 = math.sin %x : f32
  // CHECK: math.cos
  %11 = math.cos %x : f32
  // CHECK: math.tan
  %12 = math.tan %x : f32
  // CHECK: math.asin
  %13 = math.asin %x : f32
  // CHECK: math.acos
  %14 = math.acos %x : f32
  // CHECK: math.atan
  %15 = math.atan %x : f32
  // CHECK: math.atan2 %{{.*}}, %{{.*}} : f32
  %16 = math.atan2 %x, %x : f32
  // CHECK: math.sinh
  %17 = math.sinh %x : f32
  // CHECK: math.cosh
  %18 = math.cosh %x : f32
  // CHECK: math.tanh
  %19 = math.tanh %x : f32
  // CHECK: math.sqrt
  %20 = math.sqrt %x : f32
  // CHECK: math.rsqrt
  %21 = math.rsqrt %x : f32
  // CHECK: math.floor
  %22 = math.floor %x : f32
  // CHECK: math.ceil
  %23 = math.ceil %x : f32
  // CHECK: math.trunc
  %24 = math.trunc %x : f32
  // CHECK: math.round
  %25 = math.round %x : f32
  // CHECK: math.roundeven
  %26 = math.roundeven %x : f32
  // CHECK: math.absf
  %27 = math.absf %x : f32
  // CHECK: math.copysign %{{.*}}, %{{.*}} : f32
  %28 = math.copysign %x, %x : f32
  // CHECK: math.fma %{{.*}}, %{{.*}}, %{{.*}} : vector<4xf32>
  %29 = math.fma %v, %v, %v : vector<4xf32>
  // CHECK: math.absi %{{.*}} : i32
  %30 = math.absi %i : i32
  // CHECK: math.ctlz
  %31 = math.ctlz %i : i32
  // CHECK: math.cttz
  %32 = math.cttz %i : i32
  // CHECK: math.ctpop
  %33 = math.ctpop %i : i32
  // CHECK: math.cbrt %{{.*}} : f32
  %34 = math.cbrt %x : f32
  // CHECK: math.asinh %{{.*}} fastmath<nnan> : f64
  %35 = math.asinh %y fastmath<nnan> : f64
  // CHECK: math.acosh %{{.*}} : tensor<2x3xf32>
  %36 = math.acosh %t : tensor<2x3xf32>
  // CHECK: math.atanh %{{.*}} : vector<4xf32>
  %37 = math.atanh %v : vector<4xf32>
  // CHECK: math.ipowi %{{.*}}, %{{.*}} : vector<4xi32>
  %38 = math.ipowi %w, %w : vector<4xi32>
  return
}
