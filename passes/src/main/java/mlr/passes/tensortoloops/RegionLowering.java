package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.tensor.Buffers.FromBufferOp;
import mlr.dialects.tensor.Buffers.ToBufferOp;
import mlr.dialects.tensor.Elements.ExtractOp;
import mlr.dialects.tensor.GenericOp;
import mlr.dialects.tensor.Products.DotOp;
import mlr.dialects.tensor.Reductions.ArgmaxOp;
import mlr.dialects.tensor.Reductions.ArgminOp;
import mlr.dialects.tensor.Reductions.ReduceOp;
import mlr.ir.Block;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.types.RankedTensorType;
import mlr.passes.tensor.TensorFusion;

/**
 * Lowers the operations of a machine or a function in place, in order. What it replaces stays, without effect on what it makes,
 * until {@link #finish}, because fusion was decided on it.
 */
abstract sealed class RegionLowering implements Storage permits MachineLowering, FunctionLowering {
  final TensorFusion fusion;
  final TensorMemory memory;
  final TensorLowering tensors;
  private final ElementLowering elements;
  private final List<Operation> replaced = new ArrayList<>();

  RegionLowering(Operation root, LoweringOptions options) {
    fusion = TensorFusion.of(root);
    memory = new TensorMemory(this);
    elements = new ElementLowering(fusion, memory, options);
    tensors = new TensorLowering(fusion, memory, elements, options);
  }

  /** Lowers an operation that belongs to the level of the machine or function and has to do with tensors. */
  abstract void lowerOwn(Operation op, OpBuilder builder);

  final void lower(Block block) {
    block.operations().forEach(this::lower);
  }

  private void lower(Operation op) {
    var builder = OpBuilder.before(op);
    switch (op) {
      case Operation fused when fusion.isFused(fused) -> replaced.add(fused);
      case Operation view when fusion.isView(view) ->
        define(view, TensorMemory.reshape(memory.get(view.operand(0)), ((RankedTensorType) view.result().type()).shape(), view.location(), builder));
      case ConstantOp constant -> {
        if (TensorFusion.isTensor(constant.result())) {
          replaced.add(constant);
        }
      }
      case ExtractOp extract -> replace(extract, elements.element(extract.tensor(), extract.indices(), extract.location(), builder));
      case DotOp dot -> replace(dot, elements.chain(dot.lhs(), List.of(), dot.rhs(), List.of(), ((RankedTensorType) dot.rhs().type()).shape().getFirst(), dot.location(), builder));
      case ArgmaxOp argmax -> replace(argmax, new ReductionLowering(elements).position(argmax, true, builder));
      case ArgminOp argmin -> replace(argmin, new ReductionLowering(elements).position(argmin, false, builder));
      case ReduceOp reduce when !TensorFusion.isTensor(reduce.result()) -> replace(reduce, new ReductionLowering(elements).value(reduce, builder));
      case FromBufferOp from -> define(from, from.operand(0));
      case ToBufferOp to -> replace(to, memory.get(to.operand(0)));
      case GenericOp generic -> {
        var targets = generic.results().stream().map(result -> memory.define(result, builder)).toList();
        new GenericLowering(generic, elements, tensors).compute(targets, builder);
        replaced.add(generic);
      }
      case Operation tensor when isTensorOperation(tensor) -> {
        tensors.compute(tensor, memory.define(tensor.result(), builder), builder);
        replaced.add(tensor);
      }
      default -> lowerOwn(op, builder);
    }
  }

  private static boolean isTensorOperation(Operation op) {
    return op.resultCount() == 1 && TensorFusion.isTensor(op.result())
        && (op.dialect().equals("tensor") || op.definition().hasTrait(Trait.ELEMENTWISE) || op instanceof SelectOp);
  }

  /** Records that the tensor that {@code op} gives lies in {@code memref}. */
  final void define(Operation op, Value memref) {
    memory.put(op.result(), memref);
    replaced.add(op);
  }

  /** Makes users of {@code op} use {@code value}. */
  final void replace(Operation op, Value value) {
    op.result().replaceAllUsesWith(value);
    replaced.add(op);
  }

  /** Leaves {@code op} to be erased. */
  final void drop(Operation op) {
    replaced.add(op);
  }

  /** Erases everything that was replaced. */
  void finish() {
    for (var op : replaced) {
      if (!(op instanceof ConstantOp)) {
        op.dropAllReferences();
      }
    }
    for (var op : replaced) {
      if (op.isUnused()) {
        op.erase();
      }
    }
  }
}
