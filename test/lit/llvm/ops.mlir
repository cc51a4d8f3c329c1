// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

// CHECK: llvm.mlir.global internal constant @table(dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>) {{.*}}alignment = 16 : i64} : !llvm.array<2 x f32>
llvm.mlir.global internal constant @table(dense<[1.0, 2.0]> : tensor<2xf32>) {alignment = 16 : i64} : !llvm.array<2 x f32>
// CHECK: llvm.mlir.global external @state(){{.*}} : !llvm.struct<(i32, f32)>
llvm.mlir.global external @state() : !llvm.struct<(i32, f32)>
// CHECK: llvm.mlir.global internal @pair(){{.*}} : !llvm.struct<(i32, ptr)> {
llvm.mlir.global internal @pair() : !llvm.struct<(i32, ptr)> {
  %0 = llvm.mlir.undef : !llvm.struct<(i32, ptr)>
  %1 = llvm.mlir.constant(7 : i32) : i32
  %2 = llvm.insertvalue %1, %0[0] : !llvm.struct<(i32, ptr)>
  llvm.return %2 : !llvm.struct<(i32, ptr)>
}
// CHECK: llvm.mlir.global internal constant @text("ok\00")
llvm.mlir.global internal constant @text("ok\00") {addr_space = 0 : i32}

// CHECK: llvm.func @external(f32, !llvm.ptr) -> f64
llvm.func @external(f32, !llvm.ptr) -> f64
// CHECK: llvm.func @printf(!llvm.ptr, ...) -> i32
llvm.func @printf(!llvm.ptr, ...) -> i32

// CHECK-LABEL: llvm.func internal @calls(
// CHECK-SAME: %{{.*}}: f32, %{{.*}}: !llvm.ptr {llvm.noalias}) attributes {noinline} {
llvm.func internal @calls(%a: f32, %p: !llvm.ptr {llvm.noalias}) attributes {noinline} {
  // CHECK: llvm.call @external(%{{.*}}, %{{.*}}) : (f32, !llvm.ptr) -> f64
  %0 = llvm.call @external(%a, %p) : (f32, !llvm.ptr) -> f64
  // CHECK: llvm.call @printf(%{{.*}}, %{{.*}}) vararg(!llvm.func<i32 (ptr, ...)>) : (!llvm.ptr, f64) -> i32
  %1 = llvm.call @printf(%p, %0) vararg(!llvm.func<i32 (ptr, ...)>) : (!llvm.ptr, f64) -> i32
  // CHECK: llvm.call %{{.*}}(%{{.*}}) : !llvm.ptr, (f32) -> ()
  llvm.call %p(%a) : !llvm.ptr, (f32) -> ()
  // CHECK: llvm.return
  llvm.return
}

// CHECK-LABEL: llvm.func @branches
llvm.func @branches(%c: i1, %a: i32) -> i32 {
  // CHECK: llvm.cond_br %{{.*}}, ^[[B1:bb[0-9]+]](%{{.*}} : i32), ^[[B2:bb[0-9]+]]
  llvm.cond_br %c, ^one(%a : i32), ^two
^one(%x: i32):
  // CHECK: llvm.switch %{{.*}} : i32, ^[[B2]] [
  // CHECK-NEXT: 3: ^[[B3:bb[0-9]+]](%{{.*}} : i32),
  // CHECK-NEXT: 4: ^[[B2]]
  // CHECK-NEXT: ]
  llvm.switch %x : i32, ^two [
    3: ^three(%x : i32),
    4: ^two
  ]
^two:
  // CHECK: llvm.br ^[[B3]](%{{.*}} : i32)
  llvm.br ^three(%a : i32)
^three(%y: i32):
  // CHECK: llvm.return %{{.*}} : i32
  llvm.return %y : i32
^dead:
  // CHECK: llvm.unreachable
  llvm.unreachable
}

// CHECK-LABEL: llvm.func @memory
llvm.func @memory(%n: i32, %i: i64, %p: !llvm.ptr) {
  // CHECK: llvm.alloca %{{.*}} x f32 : (i32) -> !llvm.ptr
  %0 = llvm.alloca %n x f32 : (i32) -> !llvm.ptr
  // CHECK: llvm.alloca %{{.*}} x !llvm.struct<(i32, f32)> {alignment = 8 : i64} : (i32) -> !llvm.ptr
  %1 = llvm.alloca %n x !llvm.struct<(i32, f32)> {alignment = 8 : i64} : (i32) -> !llvm.ptr
  // CHECK: llvm.load %{{.*}} : !llvm.ptr -> f32
  %2 = llvm.load %0 : !llvm.ptr -> f32
  // CHECK: llvm.load volatile %{{.*}} {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
  %3 = llvm.load volatile %0 {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
  // CHECK: llvm.store %{{.*}}, %{{.*}} : f32, !llvm.ptr
  llvm.store %2, %0 : f32, !llvm.ptr
  // CHECK: llvm.getelementptr %{{.*}}[%{{.*}}] : (!llvm.ptr, i64) -> !llvm.ptr, f32
  %4 = llvm.getelementptr %0[%i] : (!llvm.ptr, i64) -> !llvm.ptr, f32
  // CHECK: llvm.getelementptr inbounds %{{.*}}[%{{.*}}, 1, 3] : (!llvm.ptr, i64) -> !llvm.ptr, !llvm.struct<(i32, array<4 x f32>)>
  %5 = llvm.getelementptr inbounds %1[%i, 1, 3] : (!llvm.ptr, i64) -> !llvm.ptr, !llvm.struct<(i32, array<4 x f32>)>
  // CHECK: llvm.mlir.addressof @table : !llvm.ptr
  %6 = llvm.mlir.addressof @table : !llvm.ptr
  // CHECK: "llvm.intr.memcpy"(%{{.*}}, %{{.*}}, %{{.*}}) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i32) -> ()
  "llvm.intr.memcpy"(%0, %6, %n) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i32) -> ()
  // CHECK: "llvm.intr.memmove"(%{{.*}}, %{{.*}}, %{{.*}}) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i32) -> ()
  "llvm.intr.memmove"(%0, %6, %n) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i32) -> ()
  %7 = llvm.mlir.constant(0 : i8) : i8
  // CHECK: "llvm.intr.memset"(%{{.*}}, %{{.*}}, %{{.*}}) <{isVolatile = false}> : (!llvm.ptr, i8, i32) -> ()
  "llvm.intr.memset"(%0, %7, %n) <{isVolatile = false}> : (!llvm.ptr, i8, i32) -> ()
  // CHECK: llvm.ptrtoint %{{.*}} : !llvm.ptr to i64
  %8 = llvm.ptrtoint %0 : !llvm.ptr to i64
  // CHECK: llvm.inttoptr %{{.*}} : i64 to !llvm.ptr
  %9 = llvm.inttoptr %8 : i64 to !llvm.ptr
  llvm.return
}

// CHECK-LABEL: llvm.func @arithmetic
llvm.func @arithmetic(%a: i32, %x: f32, %v: vector<4xf32>, %c: i1, %m: vector<4xi1>, %p: !llvm.ptr) {
  // CHECK: llvm.mlir.constant(dense<1.000000e+00> : vector<4xf32>) : vector<4xf32>
  %k = llvm.mlir.constant(dense<1.0> : vector<4xf32>) : vector<4xf32>
  // CHECK: llvm.mlir.constant(1.500000e+00 : f32) : f32
  %l = llvm.mlir.constant(1.5 : f32) : f32
  // CHECK: llvm.mlir.constant(true) : i1
  %t = llvm.mlir.constant(true) : i1
  // CHECK: llvm.mlir.zero : !llvm.ptr
  %z = llvm.mlir.zero : !llvm.ptr
  // CHECK: llvm.mlir.poison : vector<4xf32>
  %q = llvm.mlir.poison : vector<4xf32>
  // CHECK: llvm.add %{{.*}}, %{{.*}} : i32
  %0 = llvm.add %a, %a : i32
  // CHECK: llvm.add %{{.*}}, %{{.*}} overflow<nsw, nuw> : i32
  %1 = llvm.add %a, %a overflow<nsw, nuw> : i32
  // CHECK: llvm.sub
  %2 = llvm.sub %a, %a : i32
  // CHECK: llvm.mul
  %3 = llvm.mul %a, %a : i32
  // CHECK: llvm.udiv
  %4 = llvm.udiv %a, %a : i32
  // CHECK: llvm.sdiv
  %5 = llvm.sdiv %a, %a : i32
  // CHECK: llvm.urem
  %6 = llvm.urem %a, %a : i32
  // CHECK: llvm.srem
  %7 = llvm.srem %a, %a : i32
  // CHECK: llvm.and
  %8 = llvm.and %a, %a : i32
  // CHECK: llvm.or
  %9 = llvm.or %a, %a : i32
  // CHECK: llvm.xor
  %10 = llvm.xor %a, %a : i32
  // CHECK: llvm.shl
  %11 = llvm.shl %a, %a : i32
  // CHECK: llvm.lshr
  %12 = llvm.lshr %a, %a : i32
  // CHECK: llvm.ashr
  %13 = llvm.ashr %a, %a : i32
  // CHECK: llvm.icmp "slt" %{{.*}}, %{{.*}} : i32
  %14 = llvm.icmp "slt" %a, %a : i32
  // CHECK: llvm.icmp "eq" %{{.*}}, %{{.*}} : !llvm.ptr
  %15 = llvm.icmp "eq" %p, %z : !llvm.ptr
  // CHECK: llvm.fcmp "olt" %{{.*}}, %{{.*}} : vector<4xf32>
  %16 = llvm.fcmp "olt" %v, %v : vector<4xf32>
  // CHECK: llvm.fcmp "_true" %{{.*}}, %{{.*}} {fastmathFlags = #llvm.fastmath<nnan>} : f32
  %17 = llvm.fcmp "_true" %x, %x {fastmathFlags = #llvm.fastmath<nnan>} : f32
  // CHECK: llvm.select %{{.*}}, %{{.*}}, %{{.*}} : vector<4xi1>, vector<4xf32>
  %18 = llvm.select %m, %v, %v : vector<4xi1>, vector<4xf32>
  // CHECK: llvm.fadd %{{.*}}, %{{.*}} : f32
  %19 = llvm.fadd %x, %x : f32
  // CHECK: llvm.fsub %{{.*}}, %{{.*}} {fastmathFlags = #llvm.fastmath<contract>} : f32
  %20 = llvm.fsub %x, %x {fastmathFlags = #llvm.fastmath<contract>} : f32
  // CHECK: llvm.fmul
  %21 = llvm.fmul %v, %v : vector<4xf32>
  // CHECK: llvm.fdiv
  %22 = llvm.fdiv %x, %x : f32
  // CHECK: llvm.frem
  %23 = llvm.frem %x, %x : f32
  // CHECK: llvm.fneg %{{.*}} : f32
  %24 = llvm.fneg %x : f32
  // CHECK: llvm.sext %{{.*}} : i32 to i64
  %25 = llvm.sext %a : i32 to i64
  // CHECK: llvm.zext %{{.*}} : i1 to i8
  %26 = llvm.zext %c : i1 to i8
  // CHECK: llvm.trunc %{{.*}} : i32 to i8
  %27 = llvm.trunc %a : i32 to i8
  // CHECK: llvm.fpext %{{.*}} : f32 to f64
  %28 = llvm.fpext %x : f32 to f64
  // CHECK: llvm.fptrunc %{{.*}} : f32 to f16
  %29 = llvm.fptrunc %x : f32 to f16
  // CHECK: llvm.sitofp %{{.*}} : i32 to f32
  %30 = llvm.sitofp %a : i32 to f32
  // CHECK: llvm.uitofp %{{.*}} : i32 to f32
  %31 = llvm.uitofp %a : i32 to f32
  // CHECK: llvm.fptosi %{{.*}} : f32 to i32
  %32 = llvm.fptosi %x : f32 to i32
  // CHECK: llvm.fptoui %{{.*}} : f32 to i32
  %33 = llvm.fptoui %x : f32 to i32
  // CHECK: llvm.bitcast %{{.*}} : f32 to i32
  %34 = llvm.bitcast %x : f32 to i32
  // CHECK: llvm.extractelement %{{.*}}[%{{.*}} : i32] : vector<4xf32>
  %35 = llvm.extractelement %v[%a : i32] : vector<4xf32>
  // CHECK: llvm.insertelement %{{.*}}, %{{.*}}[%{{.*}} : i32] : vector<4xf32>
  %36 = llvm.insertelement %x, %v[%a : i32] : vector<4xf32>
  // CHECK: llvm.shufflevector %{{.*}}, %{{.*}} [0, 0, 5, 7] : vector<4xf32>
  %37 = llvm.shufflevector %v, %q [0, 0, 5, 7] : vector<4xf32>
  %38 = llvm.mlir.undef : !llvm.struct<(f32, array<2 x i32>)>
  // CHECK: llvm.insertvalue %{{.*}}, %{{.*}}[1, 0] : !llvm.struct<(f32, array<2 x i32>)>
  %39 = llvm.insertvalue %a, %38[1, 0] : !llvm.struct<(f32, array<2 x i32>)>
  // CHECK: llvm.extractvalue %{{.*}}[1] : !llvm.struct<(f32, array<2 x i32>)>
  %40 = llvm.extractvalue %39[1] : !llvm.struct<(f32, array<2 x i32>)>
  llvm.return
}

// CHECK-LABEL: llvm.func @intrinsics
llvm.func @intrinsics(%x: f32, %v: vector<4xf32>, %a: i32) {
  // CHECK: llvm.intr.fma(%{{.*}}, %{{.*}}, %{{.*}}) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
  %0 = llvm.intr.fma(%v, %v, %v) : (vector<4xf32>, vector<4xf32>, vector<4xf32>) -> vector<4xf32>
  // CHECK: llvm.intr.fmuladd(%{{.*}}, %{{.*}}, %{{.*}}) {fastmathFlags = #llvm.fastmath<contract>} : (f32, f32, f32) -> f32
  %muladd = llvm.intr.fmuladd(%x, %x, %x) {fastmathFlags = #llvm.fastmath<contract>} : (f32, f32, f32) -> f32
  // CHECK: llvm.intr.sqrt(%{{.*}}) : (f32) -> f32
  %1 = llvm.intr.sqrt(%x) : (f32) -> f32
  // CHECK: llvm.intr.fabs(%{{.*}}) {fastmathFlags = #llvm.fastmath<nnan>} : (f32) -> f32
  %2 = llvm.intr.fabs(%x) {fastmathFlags = #llvm.fastmath<nnan>} : (f32) -> f32
  // CHECK: llvm.intr.floor
  %3 = llvm.intr.floor(%x) : (f32) -> f32
  // CHECK: llvm.intr.ceil
  %4 = llvm.intr.ceil(%x) : (f32) -> f32
  // CHECK: llvm.intr.trunc
  %5 = llvm.intr.trunc(%x) : (f32) -> f32
  // CHECK: llvm.intr.round
  %6 = llvm.intr.round(%x) : (f32) -> f32
  // CHECK: llvm.intr.roundeven
  %7 = llvm.intr.roundeven(%x) : (f32) -> f32
  // CHECK: llvm.intr.copysign(%{{.*}}, %{{.*}}) : (f32, f32) -> f32
  %8 = llvm.intr.copysign(%x, %x) : (f32, f32) -> f32
  // CHECK: llvm.intr.minnum
  %9 = llvm.intr.minnum(%x, %x) : (f32, f32) -> f32
  // CHECK: llvm.intr.maxnum
  %10 = llvm.intr.maxnum(%x, %x) : (f32, f32) -> f32
  // CHECK: llvm.intr.minimum
  %11 = llvm.intr.minimum(%x, %x) : (f32, f32) -> f32
  // CHECK: llvm.intr.maximum
  %12 = llvm.intr.maximum(%x, %x) : (f32, f32) -> f32
  // CHECK: llvm.intr.smin(%{{.*}}, %{{.*}}) : (i32, i32) -> i32
  %13 = llvm.intr.smin(%a, %a) : (i32, i32) -> i32
  // CHECK: llvm.intr.smax
  %14 = llvm.intr.smax(%a, %a) : (i32, i32) -> i32
  // CHECK: llvm.intr.umin
  %15 = llvm.intr.umin(%a, %a) : (i32, i32) -> i32
  // CHECK: llvm.intr.umax
  %16 = llvm.intr.umax(%a, %a) : (i32, i32) -> i32
  // CHECK: llvm.intr.ctpop(%{{.*}}) : (i32) -> i32
  %17 = llvm.intr.ctpop(%a) : (i32) -> i32
  // CHECK: "llvm.intr.ctlz"(%{{.*}}) <{is_zero_poison = false}> : (i32) -> i32
  %18 = "llvm.intr.ctlz"(%a) <{is_zero_poison = false}> : (i32) -> i32
  // CHECK: "llvm.intr.cttz"(%{{.*}}) <{is_zero_poison = true}> : (i32) -> i32
  %19 = "llvm.intr.cttz"(%a) <{is_zero_poison = true}> : (i32) -> i32
  // CHECK: "llvm.intr.abs"(%{{.*}}) <{is_int_min_poison = false}> : (i32) -> i32
  %20 = "llvm.intr.abs"(%a) <{is_int_min_poison = false}> : (i32) -> i32
  llvm.return
}
