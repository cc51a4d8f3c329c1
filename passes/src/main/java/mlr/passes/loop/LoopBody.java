package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.loop.ForOp;
import mlr.ir.IrMapping;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.interfaces.LoopLikeInterface;

/** What passes on loops ask of bodies. */
final class LoopBody {
  private LoopBody() {}

  /** Copies the operations of one iteration; returns what it yields. */
  static List<Value> copy(ForOp loop, Value variable, List<? extends Value> carried, OpBuilder builder) {
    var mapping = new IrMapping().map(loop.inductionVariable(), variable).map(loop.carriedArguments(), carried);
    for (var op : operations(loop)) {
      builder.insert(mapping.copy(op));
    }
    return loop.yield().values().stream().map(mapping::get).toList();
  }

  /** The operations of an iteration without the yield. */
  static List<Operation> operations(ForOp loop) {
    var all = loop.body().operations();
    return all.subList(0, all.size() - 1);
  }

  /** Number of operations in a body, nested ones counted. */
  static int size(ForOp loop) {
    return loop.collect(Operation.class).size();
  }

  /** The counted loops below {@code root} that hold no other loop. */
  static List<ForOp> innermost(Operation root) {
    var all = new ArrayList<ForOp>();
    root.walk(op -> {
      if (op instanceof ForOp loop && loop.collect(LoopLikeInterface.class).size() == 1) {
        all.add(loop);
      }
    });
    return all;
  }
}
