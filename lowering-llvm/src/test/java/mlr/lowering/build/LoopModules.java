package mlr.lowering.build;

import java.util.List;
import mlr.dialects.AllDialects;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.PassContext;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;
import mlr.lowering.target.Target;
import mlr.passes.looptollvm.ConvertLoopToLlvm;
import mlr.passes.math.ExpandMath;
import mlr.passes.math.TargetLacks;

/** Modules at the level of loops, lowered for a target. */
final class LoopModules {
  /** A node that adds the elements of x, weighted, to its state while go holds. */
  static final String ACCUMULATOR = """
      module attributes {
        mlr.interface = {acc = {
          inputs = [{name = "x", type = "f32[4]", ssa = tensor<4xf32>, clock = ".", offset = 0 : i64}, {name = "go", type = "bool", ssa = i1, clock = ".", offset = 16 : i64}],
          outputs = [{name = "y", type = "f32", ssa = f32, clock = ".", offset = 0 : i64}, {name = "odd", type = "bool", ssa = i1, clock = ".", offset = 4 : i64}],
          exported, state_bytes = 8 : i64, slot_bytes = 8 : i64, buffer_bytes = 0 : i64, scratch_bytes = 0 : i64, in_bytes = 20 : i64, out_bytes = 8 : i64, constants_bytes = 16 : i64}},
        mlr.memory = {acc = {slots = [{owner = "sum", type = f32, offset = 0 : i64, bytes = 4 : i64}, {owner = "parity", type = i1, offset = 4 : i64, bytes = 1 : i64}],
          buffers = [], scratch = {offset = 8 : i64, bytes = 0 : i64}}},
        mlr.latency = {acc = {y = 3 : i64}}} {
        memref.global "private" constant @acc_c0 : memref<4xf32> = dense<[1.0, 0.5, 0.25, -3.0]>
        func.func @acc_reset(%state: memref<8xi8>) {
          %c0 = arith.constant 0 : index
          %c4 = arith.constant 4 : index
          %zero = arith.constant 0.0 : f32
          %false = arith.constant false
          %sum = memref.view %state[%c0][] : memref<8xi8> to memref<f32>
          %parity = memref.view %state[%c4][] : memref<8xi8> to memref<i1>
          memref.store %zero, %sum[] : memref<f32>
          memref.store %false, %parity[] : memref<i1>
          return
        }
        func.func @acc_step(%state: memref<8xi8>, %in: memref<20xi8>, %out: memref<8xi8>) {
          %c0 = arith.constant 0 : index
          %c1 = arith.constant 1 : index
          %c4 = arith.constant 4 : index
          %c16 = arith.constant 16 : index
          %true = arith.constant true
          %sum = memref.view %state[%c0][] : memref<8xi8> to memref<f32>
          %parity = memref.view %state[%c4][] : memref<8xi8> to memref<i1>
          %x = memref.view %in[%c0][] : memref<20xi8> to memref<4xf32>
          %go = memref.view %in[%c16][] : memref<20xi8> to memref<i1>
          %y = memref.view %out[%c0][] : memref<8xi8> to memref<f32>
          %odd = memref.view %out[%c4][] : memref<8xi8> to memref<i1>
          %w = memref.get_global @acc_c0 : memref<4xf32>
          %g = memref.load %go[] : memref<i1>
          loop.if %g {
            %old = memref.load %sum[] : memref<f32>
            %new = loop.for %i = %c0 to %c4 step %c1 iter_args(%s = %old) -> (f32) {
              %a = memref.load %x[%i] : memref<4xf32>
              %b = memref.load %w[%i] : memref<4xf32>
              %next = math.fma %a, %b, %s : f32
              loop.yield %next : f32
            }
            memref.store %new, %sum[] : memref<f32>
            %p = memref.load %parity[] : memref<i1>
            %q = arith.xori %p, %true : i1
            memref.store %q, %parity[] : memref<i1>
          }
          %result = memref.load %sum[] : memref<f32>
          %root = math.floor %result : f32
          memref.store %root, %y[] : memref<f32>
          %flag = memref.load %parity[] : memref<i1>
          memref.store %flag, %odd[] : memref<i1>
          return
        }
      }
      """;

  private LoopModules() {}

  /** The module that a text describes, at the level of llvm for a target. */
  static ModuleOp lowered(String text, Target target) {
    return lowered(text, TargetLowering.lacks(target), target.pointerBits());
  }

  /** The module that a text describes, for a host that lacks all that can be made up for. */
  static ModuleOp softwareLowered(String text) {
    return lowered(text, TargetLacks.KNOWN, Long.SIZE);
  }

  private static ModuleOp lowered(String text, List<String> lacks, int pointerBits) {
    var diagnostics = new DiagnosticEngine();
    var registry = AllDialects.registry();
    var module = IrParser.parse(new SourceFile("test.mlir", text), registry, ParserOptions.DEFAULT, diagnostics).orElseThrow(() -> failure(diagnostics));
    var context = new PassContext(registry, diagnostics);
    new ExpandMath(TargetLacks.of(lacks)).run(module, context);
    new ConvertLoopToLlvm(pointerBits).run(module, context);
    if (diagnostics.hasErrors() || !Verifier.verify(module, diagnostics)) {
      throw failure(diagnostics);
    }
    return module;
  }

  private static AssertionError failure(DiagnosticEngine diagnostics) {
    return new AssertionError(diagnostics.all().stream().map(found -> found.location() + ": " + found.message()).toList().toString());
  }
}
