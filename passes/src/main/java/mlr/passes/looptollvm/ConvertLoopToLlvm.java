package mlr.passes.looptollvm;

import java.util.ArrayList;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.conversion.Conversion;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionTarget;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;

/**
 * Turns loops, memory and arithmetic into the llvm dialect: loops into blocks, memrefs into bare pointers, index into an
 * integer of the pointer width. Nothing else is left.
 *
 * <pre>{@code
 * func.func @f(%m: memref<4xf32>, %i: index) -> f32 {       llvm.func @f(%m: !llvm.ptr, %i: i64) -> f32 {
 *   %x = memref.load %m[%i] : memref<4xf32>            ->     %p = llvm.getelementptr inbounds %m[%i] : (!llvm.ptr, i64) -> !llvm.ptr, f32
 *   return %x : f32                                           %x = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> f32
 * }                                                           llvm.return %x : f32
 *                                                           }
 * }</pre>
 *
 * Elementary functions and remainders have to be expanded before (expand-math).
 *
 * @param indexBits width of index: 32 or 64
 */
public record ConvertLoopToLlvm(int indexBits) implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("convert-loop-to-llvm")
      .summary("turn loops, memory and arithmetic into the llvm dialect")
      .option("index-bitwidth", PassOption.Kind.INTEGER, "64", "width of the integer that index becomes, that of the target's pointers: 32 or 64")
      .creates(options -> new ConvertLoopToLlvm(Math.toIntExact(options.integer("index-bitwidth"))));

  public ConvertLoopToLlvm {
    if (indexBits != 32 && indexBits != 64) {
      throw new IllegalArgumentException("index-bitwidth is " + indexBits + ", not 32 or 64");
    }
  }

  @Override
  public void run(Operation module, PassContext context) {
    var registry = context.registry();
    var types = new LlvmTypes(indexBits);
    var patterns = new ArrayList<ConversionPattern>(ElementwisePatterns.all(registry));
    patterns.addAll(new ArithmeticPatterns(registry).all());
    patterns.addAll(new MemoryPatterns(registry, types).all());
    patterns.addAll(new VectorPatterns(registry, types).all());
    patterns.addAll(new FunctionPatterns(registry, types, new FunctionAttributes(NodeInterface.all(module))).all());
    patterns.addAll(new ControlFlowPatterns(registry).all());
    patterns.addAll(StructuredPatterns.all());
    var target = new ConversionTarget().legalDialects("llvm").legalOps(ModuleOp.DEFINITION);
    Conversion.applyFull(module, target, patterns, types.converter(), context.diagnostics(), context.listener());
  }
}
