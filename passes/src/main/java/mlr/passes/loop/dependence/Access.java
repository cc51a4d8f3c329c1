package mlr.passes.loop.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.memref.CopyOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Effect;
import mlr.ir.types.VectorType;

/**
 * Something that reads or writes memory.
 *
 * @param indices where, if it is one place; empty when it may be any in the memref
 */
public record Access(Operation op, Value memref, Optional<List<LinearForm>> indices, boolean writes) {
  /**
   * All accesses of operations and of what is nested in them; empty when one of them may do something else besides, or may not
   * end.
   */
  public static Optional<List<Access>> in(List<Operation> operations) {
    var all = new ArrayList<Access>();
    return operations.stream().allMatch(op -> collect(op, all)) ? Optional.of(all) : Optional.empty();
  }

  private static boolean collect(Operation op, List<Access> all) {
    switch (op) {
      case LoadOp load -> all.add(element(op, load.memref(), load.indices(), op.result(), false));
      case StoreOp store -> all.add(element(op, store.memref(), store.indices(), store.value(), true));
      case mlr.dialects.vector.LoadOp load -> all.add(element(op, load.base(), load.indices(), op.result(), false));
      case mlr.dialects.vector.StoreOp store -> all.add(element(op, store.base(), store.indices(), store.value(), true));
      case CopyOp copy -> {
        all.add(new Access(op, copy.operand(0), Optional.empty(), false));
        all.add(new Access(op, copy.operand(1), Optional.empty(), true));
      }
      case ForOp _, IfOp _ -> {
        return op.regions().stream().flatMap(region -> region.blocks().stream()).flatMap(block -> block.operations().stream())
            .allMatch(inner -> collect(inner, all));
      }
      default -> {
        return op.regions().isEmpty() && Effects.of(op).filter(effects -> effects.isEmpty() || effects.equals(java.util.Set.of(Effect.ALLOCATE))).isPresent();
      }
    }
    return true;
  }

  private static Access element(Operation op, Value memref, List<Value> indices, Value value, boolean writes) {
    boolean single = !(value.type() instanceof VectorType);
    return new Access(op, memref, single ? Optional.of(indices.stream().map(LinearForm::of).toList()) : Optional.empty(), writes);
  }
}
