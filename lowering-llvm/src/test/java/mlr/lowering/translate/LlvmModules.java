package mlr.lowering.translate;

import mlr.dialects.AllDialects;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;

/** Modules of the llvm dialect to test with. */
public final class LlvmModules {
  /** One use of everything that the lowering makes. */
  static final String EVERYTHING = """
      llvm.mlir.global internal constant @table(dense<[[1.5, -2.0], [3.0, 4.0]]> : tensor<2x2xf32>) {addr_space = 0 : i32, alignment = 4 : i64} : !llvm.array<2 x array<2 x f32>>
      llvm.mlir.global internal constant @flags(dense<[1, 0, 1]> : tensor<3xi8>) {addr_space = 0 : i32, alignment = 1 : i64} : !llvm.array<3 x i8>
      llvm.mlir.global internal @count(7 : i32) {addr_space = 0 : i32, alignment = 4 : i64} : i32
      llvm.func @extern(i1 {llvm.zeroext}, i8 {llvm.signext}) -> (i16 {llvm.signext}) attributes {passthrough = ["nounwind"]}
      llvm.func internal @inner(%a: i32, %b: f32) -> !llvm.struct<(i32, f32)> attributes {passthrough = ["nounwind", "noinline"]} {
        %0 = llvm.mlir.poison : !llvm.struct<(i32, f32)>
        %1 = llvm.insertvalue %a, %0[0] : !llvm.struct<(i32, f32)>
        %2 = llvm.insertvalue %b, %1[1] : !llvm.struct<(i32, f32)>
        llvm.return %2 : !llvm.struct<(i32, f32)>
      }
      llvm.func @integers(%a: i32, %b: i32, %p: !llvm.ptr {llvm.noalias, llvm.align = 4 : i64, llvm.dereferenceable = 64 : i64}) attributes {passthrough = ["nounwind"]} {
        %0 = llvm.add %a, %b overflow<nsw> : i32
        %1 = llvm.sub %0, %b : i32
        %2 = llvm.mul %1, %a overflow<nsw, nuw> : i32
        %3 = llvm.sdiv %2, %b : i32
        %4 = llvm.udiv %3, %a : i32
        %5 = llvm.srem %4, %b : i32
        %6 = llvm.urem %5, %a : i32
        %7 = llvm.and %6, %b : i32
        %8 = llvm.or %7, %a : i32
        %9 = llvm.xor %8, %b : i32
        %10 = llvm.shl %9, %a : i32
        %11 = llvm.ashr %10, %b : i32
        %12 = llvm.lshr %11, %a : i32
        %13 = llvm.intr.smax(%12, %a) : (i32, i32) -> i32
        %14 = llvm.intr.umin(%13, %b) : (i32, i32) -> i32
        %15 = "llvm.intr.ctlz"(%14) <{is_zero_poison = false}> : (i32) -> i32
        %16 = "llvm.intr.abs"(%15) <{is_int_min_poison = false}> : (i32) -> i32
        %17 = llvm.intr.ctpop(%16) : (i32) -> i32
        %18 = llvm.icmp "ult" %17, %a : i32
        %19 = llvm.select %18, %17, %a : i1, i32
        %20 = llvm.sext %19 : i32 to i64
        %21 = llvm.trunc %20 : i64 to i8
        %22 = llvm.call @extern(%18, %21) : (i1, i8) -> i16
        %23 = llvm.zext %22 : i16 to i32
        llvm.store %23, %p {alignment = 4 : i64} : i32, !llvm.ptr
        %c = llvm.mlir.addressof @count : !llvm.ptr
        %24 = llvm.load %c {alignment = 4 : i64} : !llvm.ptr -> i32
        llvm.store %24, %c {alignment = 4 : i64} : i32, !llvm.ptr
        llvm.switch %24 : i32, ^bb1(%23 : i32) [
          3: ^bb1(%24 : i32),
          -4: ^bb2
        ]
      ^bb1(%x: i32):
        llvm.store %x, %p {alignment = 4 : i64} : i32, !llvm.ptr
        llvm.br ^bb2
      ^bb2:
        llvm.return
      }
      llvm.func @floats(%a: f32, %d: f64, %p: !llvm.ptr) -> f32 attributes {passthrough = ["nounwind"]} {
        %one = llvm.mlir.constant(1 : i64) : i64
        %c0 = llvm.mlir.constant(0 : i64) : i64
        %c2 = llvm.mlir.constant(2 : i64) : i64
        %m = llvm.alloca %c2 x f32 {alignment = 4 : i64} : (i64) -> !llvm.ptr
        %0 = llvm.fadd %a, %a : f32
        %1 = llvm.fsub %0, %a : f32
        %2 = llvm.fmul %1, %0 : f32
        %3 = llvm.fdiv %2, %1 : f32
        %4 = llvm.fneg %3 : f32
        %5 = llvm.intr.fabs(%4) : (f32) -> f32
        %6 = llvm.intr.copysign(%5, %a) : (f32, f32) -> f32
        %7 = llvm.fptrunc %d : f64 to f32
        %8 = llvm.fptosi %7 : f32 to i32
        %9 = llvm.uitofp %8 : i32 to f32
        %10 = llvm.bitcast %9 : f32 to i32
        %11 = llvm.call @inner(%10, %9) : (i32, f32) -> !llvm.struct<(i32, f32)>
        %12 = llvm.extractvalue %11[1] : !llvm.struct<(i32, f32)>
        %13 = llvm.fcmp "ule" %12, %6 : f32
        %t = llvm.mlir.addressof @table : !llvm.ptr
        %f = llvm.mlir.addressof @flags : !llvm.ptr
        llvm.store %13, %p {alignment = 1 : i64} : i1, !llvm.ptr
        "llvm.intr.memcpy"(%m, %t, %c2) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
        llvm.br ^head(%c0, %12 : i64, f32)
      ^head(%i: i64, %s: f32):
        %more = llvm.icmp "slt" %i, %c2 : i64
        llvm.cond_br %more, ^body, ^end
      ^body:
        %q = llvm.getelementptr inbounds %t[%i] : (!llvm.ptr, i64) -> !llvm.ptr, f32
        %r = llvm.getelementptr inbounds %q[1] : (!llvm.ptr) -> !llvm.ptr, f32
        %x = llvm.load %r {alignment = 4 : i64} : !llvm.ptr -> f32
        %b = llvm.getelementptr %f[%i] : (!llvm.ptr, i64) -> !llvm.ptr, i8
        %go = llvm.load %b {alignment = 1 : i64} : !llvm.ptr -> i1
        %sum = llvm.fadd %s, %x : f32
        %next = llvm.add %i, %one : i64
        llvm.cond_br %go, ^head(%next, %sum : i64, f32), ^head(%next, %s : i64, f32)
      ^end:
        llvm.return %s : f32
      }
      llvm.func @vectors(%p: !llvm.ptr, %a: f32) attributes {passthrough = ["nounwind"]} {
        %i0 = llvm.mlir.constant(0 : i32) : i32
        %i1 = llvm.mlir.constant(1 : i32) : i32
        %k = llvm.mlir.constant(dense<[1.0, 2.0, 3.0, 4.0]> : vector<4xf32>) : vector<4xf32>
        %0 = llvm.mlir.poison : vector<4xf32>
        %1 = llvm.insertelement %a, %0[%i0 : i32] : vector<4xf32>
        %2 = llvm.shufflevector %1, %0 [0, 0, 0, 0] : vector<4xf32>
        %3 = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> vector<4xf32>
        %4 = llvm.fmul %3, %2 : vector<4xf32>
        %5 = llvm.fadd %4, %k : vector<4xf32>
        %6 = llvm.extractelement %5[%i1 : i32] : vector<4xf32>
        %7 = llvm.insertelement %6, %5[%i0 : i32] : vector<4xf32>
        llvm.store %7, %p {alignment = 4 : i64} : vector<4xf32>, !llvm.ptr
        llvm.return
      }
      """;

  private LlvmModules() {}

  /** The verified module that a text describes. */
  public static ModuleOp parse(String text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> failure(diagnostics));
    if (!Verifier.verify(module, diagnostics)) {
      throw failure(diagnostics);
    }
    return module;
  }

  private static AssertionError failure(DiagnosticEngine diagnostics) {
    return new AssertionError(diagnostics.all().stream().map(found -> found.location() + ": " + found.message()).toList().toString());
  }
}
