// RUN: mlr-opt %s --expand-math --split-input-file | FileCheck %s --check-prefixes=CHECK,FULL
// RUN: mlr-opt %s --expand-math=lacks=fma-f64,sqrt-f32,rounding-f32 --split-input-file | FileCheck %s --check-prefixes=CHECK,BARE

// What the target has an instruction for stays; for the rest the module gets a function.

// CHECK-LABEL: func.func @instructions
// CHECK:         math.fma %{{.*}} : f32
// FULL:          math.floor %{{.*}} : f32
// FULL:          math.sqrt %{{.*}} : f32
// FULL:          math.fma %{{.*}} : f64
// BARE:          call @mlr_floorf(%{{.*}}) : (f32) -> f32
// BARE:          call @mlr_sqrtf(%{{.*}}) : (f32) -> f32
// BARE:          call @mlr_fma(%{{.*}}) : (f64, f64, f64) -> f64
// FULL-NOT:    func.func private
// BARE:        func.func private @mlr_floorf
// BARE:        func.func private @mlr_sqrtf
// BARE:        func.func private @mlr_fma
func.func @instructions(%a: f32, %b: f64) -> (f32, f64) {
  %0 = math.fma %a, %a, %a : f32
  %1 = math.floor %0 : f32
  %2 = math.sqrt %1 : f32
  %3 = math.fma %b, %b, %b : f64
  return %2, %3 : f32, f64
}

// -----

// No target has an instruction for the remainder. A function is there once, with what it calls.

// CHECK-LABEL: func.func @remainder
// CHECK-COUNT-2: call @mlr_fmodf(%{{.*}}, %{{.*}}) : (f32, f32) -> f32
// CHECK:       func.func private @mlr_fmodf
// CHECK:         call @mlr_normalizef
// CHECK:       func.func private @mlr_normalizef
// CHECK-NOT:   @mlr_fmodf(%
func.func @remainder(%a: f32, %b: f32) -> f32 {
  %0 = arith.remf %a, %b : f32
  %1 = arith.remf %0, %b : f32
  return %1 : f32
}

// -----

// A function of scalars is called for each lane.

// CHECK-LABEL: func.func @lanes
// CHECK:         %[[A:.*]] = vector.extract %{{.*}}[0] : f32 from vector<2xf32>
// CHECK:         %[[X:.*]] = call @mlr_fmodf(%[[A]], %{{.*}}) : (f32, f32) -> f32
// CHECK:         %[[V:.*]] = vector.insert %[[X]], %{{[a-z0-9_]+ ?}}[0] : f32 into vector<2xf32>
// CHECK:         vector.extract %{{.*}}[1] : f32 from vector<2xf32>
// CHECK:         vector.insert %{{.*}}, %[[V]]{{ ?}}[1] : f32 into vector<2xf32>
func.func @lanes(%a: vector<2xf32>, %b: vector<2xf32>) -> vector<2xf32> {
  %0 = arith.remf %a, %b : vector<2xf32>
  return %0 : vector<2xf32>
}
