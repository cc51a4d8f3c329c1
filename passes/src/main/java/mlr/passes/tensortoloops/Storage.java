package mlr.passes.tensortoloops;

import mlr.dialects.arith.ConstantOp;
import mlr.ir.BlockArgument;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Value;

/** Where the tensors of a machine or function are kept. */
interface Storage {
  /** The memory that {@code result} is to be computed into; found or made at {@code builder}. */
  Value destination(OpResult result, OpBuilder builder);

  /** Read-only memory with the elements of a constant, made where the constant stands. */
  Value constant(ConstantOp constant);

  /** The memory of a tensor that comes from outside. */
  Value argument(BlockArgument argument);
}
