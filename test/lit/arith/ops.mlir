// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// The predicate may stand in quotes.

// CHECK-LABEL: func.func @quoted_predicates
func.func @quoted_predicates(%a: i32, %x: f32) {
  // CHECK: arith.cmpi slt, %arg0, %arg0 : i32
  %0 = arith.cmpi "slt", %a, %a : i32
  // CHECK: arith.cmpf oeq, %arg1, %arg1 : f32
  %1 = arith.cmpf "oeq", %x, %x : f32
  return
}

// CHECK-LABEL: func.func @constants
func.func @constants() {
  // CHECK: arith.constant 42 : i32
  %0 = arith.constant 42 : i32
  // CHECK: arith.constant true
  %1 = arith.constant true
  // CHECK: arith.constant 1.500000e+00 : f32
  %2 = arith.constant 1.5 : f32
  // CHECK: arith.constant -3 : index
  %3 = arith.constant -3 : index
  // CHECK: arith.constant dense<[1.000000e+00, 2.000000e+00]> : vector<2xf32>
  %4 = arith.constant dense<[1.0, 2.0]> : vector<2xf32>
  // CHECK: arith.constant dense<0> : tensor<2x3xi8>
  %5 = arith.constant dense<0> : tensor<2x3xi8>
  // CHECK: arith.constant 0x7FC00000 : f32
  %6 = arith.constant 0x7FC00000 : f32
  return
}

// CHECK-LABEL: func.func @integers
func.func @integers(%a: i32, %b: i32, %v: vector<4xi16>, %t: tensor<2x?xi8>, %i: index) {
  // CHECK: arith.addi %{{.*}}, %{{.*}} : i32
  %0 = arith.addi %a, %b : i32
  // CHECK: arith.addi %{{.*}}, %{{.*}} overflow<nsw, nuw> : i32
  %1 = arith.addi %a, %b overflow<nuw, nsw> : i32
  // CHECK: arith.subi %{{.*}}, %{{.*}} overflow<nsw> : i32
  %2 = arith.subi %a, %b overflow<nsw> : i32
  // CHECK: arith.muli %{{.*}}, %{{.*}} : vector<4xi16>
  %3 = arith.muli %v, %v : vector<4xi16>
  // CHECK: arith.divsi %{{.*}}, %{{.*}} : i32
  %4 = arith.divsi %a, %b : i32
  // CHECK: arith.divui
  %5 = arith.divui %a, %b : i32
  // CHECK: arith.remsi
  %6 = arith.remsi %a, %b : i32
  // CHECK: arith.remui
  %7 = arith.remui %a, %b : i32
  // CHECK: arith.ceildivsi
  %8 = arith.ceildivsi %i, %i : index
  // CHECK: arith.ceildivui
  %9 = arith.ceildivui %i, %i : index
  // CHECK: arith.floordivsi
  %10 = arith.floordivsi %i, %i : index
  // CHECK: arith.andi %{{.*}}, %{{.*}} : tensor<2x?xi8>
  %11 = arith.andi %t, %t : tensor<2x?xi8>
  // CHECK: arith.ori
  %12 = arith.ori %a, %b : i32
  // CHECK: arith.xori
  %13 = arith.xori %a, %b : i32
  // CHECK: arith.shli %{{.*}}, %{{.*}} overflow<nuw> : i32
  %14 = arith.shli %a, %b overflow<nuw> : i32
  // CHECK: arith.shrsi
  %15 = arith.shrsi %a, %b : i32
  // CHECK: arith.shrui
  %16 = arith.shrui %a, %b : i32
  // CHECK: arith.minsi
  %17 = arith.minsi %a, %b : i32
  // CHECK: arith.maxsi
  %18 = arith.maxsi %a, %b : i32
  // CHECK: arith.minui
  %19 = arith.minui %a, %b : i32
  // CHECK: arith.maxui
  %20 = arith.maxui %a, %b : i32
  // CHECK: %sum, %overflow = arith.addui_extended %{{.*}}, %{{.*}} : i32, i1
  %sum, %overflow = arith.addui_extended %a, %b : i32, i1
  // CHECK: %sum_0, %overflow_1 = arith.addui_extended %{{.*}}, %{{.*}} : vector<4xi16>, vector<4xi1>
  %sums:2 = arith.addui_extended %v, %v : vector<4xi16>, vector<4xi1>
  // CHECK: = arith.mulsi_extended %{{.*}}, %{{.*}} : i32
  %21:2 = arith.mulsi_extended %a, %b : i32
  // CHECK: = arith.mului_extended %{{.*}}, %{{.*}} : i32
  %22:2 = arith.mului_extended %a, %b : i32
  return
}

// CHECK-LABEL: func.func @floats
func.func @floats(%a: f32, %b: f32, %v: vector<4xf64>) {
  // CHECK: arith.addf %{{.*}}, %{{.*}} : f32
  %0 = arith.addf %a, %b : f32
  // CHECK: arith.addf %{{.*}}, %{{.*}} fastmath<reassoc,nnan> : f32
  %1 = arith.addf %a, %b fastmath<reassoc,nnan> : f32
  // CHECK: arith.subf %{{.*}}, %{{.*}} : vector<4xf64>
  %2 = arith.subf %v, %v : vector<4xf64>
  // CHECK: arith.mulf
  %3 = arith.mulf %a, %b : f32
  // CHECK: arith.divf
  %4 = arith.divf %a, %b : f32
  // CHECK: arith.remf
  %5 = arith.remf %a, %b : f32
  // CHECK: arith.negf %{{.*}} : f32
  %6 = arith.negf %a : f32
  // CHECK: arith.negf %{{.*}} fastmath<fast> : f32
  %7 = arith.negf %a fastmath<fast> : f32
  // CHECK: arith.minimumf
  %8 = arith.minimumf %a, %b : f32
  // CHECK: arith.maximumf
  %9 = arith.maximumf %a, %b : f32
  // CHECK: arith.minnumf
  %10 = arith.minnumf %a, %b : f32
  // CHECK: arith.maxnumf
  %11 = arith.maxnumf %a, %b : f32
  return
}

// CHECK-LABEL: func.func @comparisons
func.func @comparisons(%a: i32, %x: f32, %v: vector<4xf32>, %c: i1, %m: vector<4xi1>, %p: memref<2xf32>) {
  // CHECK: arith.cmpi slt, %{{.*}}, %{{.*}} : i32
  %0 = arith.cmpi slt, %a, %a : i32
  // CHECK: arith.cmpi uge, %{{.*}}, %{{.*}} : i32
  %1 = arith.cmpi uge, %a, %a : i32
  // CHECK: arith.cmpf olt, %{{.*}}, %{{.*}} : f32
  %2 = arith.cmpf olt, %x, %x : f32
  // CHECK: arith.cmpf une, %{{.*}}, %{{.*}} fastmath<nnan> : vector<4xf32>
  %3 = arith.cmpf une, %v, %v fastmath<nnan> : vector<4xf32>
  // CHECK: arith.select %{{.*}}, %{{.*}}, %{{.*}} : f32
  %4 = arith.select %c, %x, %x : f32
  // CHECK: arith.select %{{.*}}, %{{.*}}, %{{.*}} : vector<4xi1>, vector<4xf32>
  %5 = arith.select %m, %v, %v : vector<4xi1>, vector<4xf32>
  // CHECK: arith.select %{{.*}}, %{{.*}}, %{{.*}} : memref<2xf32>
  %6 = arith.select %c, %p, %p : memref<2xf32>
  return
}

// CHECK-LABEL: func.func @conversions
func.func @conversions(%a: i8, %b: i64, %i: index, %x: f32, %v: vector<4xi32>) {
  // CHECK: arith.extsi %{{.*}} : i8 to i32
  %0 = arith.extsi %a : i8 to i32
  // CHECK: arith.extui %{{.*}} : i8 to i32
  %1 = arith.extui %a : i8 to i32
  // CHECK: arith.trunci %{{.*}} : i64 to i16
  %2 = arith.trunci %b : i64 to i16
  // CHECK: arith.extf %{{.*}} : f32 to f64
  %3 = arith.extf %x : f32 to f64
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %4 = arith.truncf %x : f32 to bf16
  // CHECK: arith.sitofp %{{.*}} : vector<4xi32> to vector<4xf32>
  %5 = arith.sitofp %v : vector<4xi32> to vector<4xf32>
  // CHECK: arith.uitofp %{{.*}} : i8 to f16
  %6 = arith.uitofp %a : i8 to f16
  // CHECK: arith.fptosi %{{.*}} : f32 to i8
  %7 = arith.fptosi %x : f32 to i8
  // CHECK: arith.fptoui %{{.*}} : f32 to i32
  %8 = arith.fptoui %x : f32 to i32
  // CHECK: arith.bitcast %{{.*}} : vector<4xi32> to vector<4xf32>
  %9 = arith.bitcast %v : vector<4xi32> to vector<4xf32>
  // CHECK: arith.index_cast %{{.*}} : index to i64
  %10 = arith.index_cast %i : index to i64
  // CHECK: arith.index_castui %{{.*}} : i8 to index
  %11 = arith.index_castui %a : i8 to index
  return
}
