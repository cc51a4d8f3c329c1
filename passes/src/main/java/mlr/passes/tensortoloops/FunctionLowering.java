package mlr.passes.tensortoloops;

import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.dialects.memref.AllocaOp;
import mlr.dialects.tensor.Buffers.FromBufferOp;
import mlr.dialects.tensor.Buffers.ToBufferOp;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.passes.tensor.TensorFusion;

/** Lowers a function, which keeps its signature: each stored tensor has memory of its own on the stack. */
final class FunctionLowering extends RegionLowering {
  /** What goes to the function's start in the end. */
  private final Block prologue = new Block();

  private FunctionLowering(FuncOp function, LoweringOptions options) {
    super(function, options);
  }

  static void lower(FuncOp function, LoweringOptions options) {
    var lowering = new FunctionLowering(function, options);
    function.body().blocks().forEach(lowering::lower);
    lowering.finish();
    var first = function.body().entry().first().orElseThrow();
    lowering.prologue.operations().forEach(op -> op.moveBefore(first));
  }

  @Override
  public Value destination(OpResult result, OpBuilder builder) {
    return OpBuilder.atEnd(prologue).create(AllocaOp.of(TensorMemory.type(result), result.location())).result();
  }

  @Override
  public Value constant(ConstantOp constant) {
    return toBuffer(constant.result(), OpBuilder.after(constant));
  }

  @Override
  public Value argument(BlockArgument argument) {
    return toBuffer(argument, OpBuilder.atEnd(prologue));
  }

  private static Value toBuffer(Value tensor, OpBuilder builder) {
    return builder.create(ToBufferOp.DEFINITION, tensor.location(), List.of(tensor), List.of(TensorMemory.type(tensor))).result();
  }

  /** Passes tensors on to callers and callees as values. */
  @Override
  void lowerOwn(Operation op, OpBuilder builder) {
    if (op instanceof CallOp || op instanceof ReturnOp) {
      op.opOperands().stream().filter(use -> isComputed(use.get())).forEach(use ->
          use.set(builder.create(FromBufferOp.DEFINITION, op.location(), List.of(memory.get(use.get())), List.of(use.get().type())).result()));
      op.results().stream().filter(TensorFusion::isTensor).forEach(result -> memory.put(result, toBuffer(result, OpBuilder.after(op))));
    } else {
      op.regions().forEach(region -> region.blocks().forEach(this::lower));
    }
  }

  private static boolean isComputed(Value value) {
    return TensorFusion.isTensor(value) && value.definingOp().filter(op -> !(op instanceof ConstantOp) && !(op instanceof CallOp)).isPresent();
  }
}
