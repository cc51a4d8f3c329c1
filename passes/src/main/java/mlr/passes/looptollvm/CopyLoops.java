package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.dialects.memref.CopyOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;

/** Turns copies of memory that is not contiguous into loops over its elements. */
final class CopyLoops {
  private CopyLoops() {}

  static MatchResult replace(CopyOp copy, List<Long> extents, ConversionRewriter rewriter) {
    var made = new Block();
    copyElements(copy, extents, new ArrayList<>(), OpBuilder.atEnd(made));
    for (var op : made.operations()) {
      op.moveBefore(copy);
      rewriter.created(op);
    }
    rewriter.eraseOp(copy);
    return MatchResult.applied();
  }

  private static void copyElements(CopyOp copy, List<Long> extents, List<Value> indices, OpBuilder builder) {
    var location = copy.location();
    if (indices.size() == extents.size()) {
      var load = OperationState.of(LoadOp.DEFINITION, location).operand(copy.source()).operands(indices);
      builder.create(OperationState.of(StoreOp.DEFINITION, location).operands(builder.create(load).result(), copy.target()).operands(indices));
      return;
    }
    var loop = (ForOp) builder.create(ForOp.of(index(0, location, builder), index(extents.get(indices.size()), location, builder), index(1, location, builder), List.of(), location));
    indices.add(loop.inductionVariable());
    var body = OpBuilder.atEnd(loop.body());
    copyElements(copy, extents, indices, body);
    body.create(YieldOp.of(List.of(), location));
  }

  private static Value index(long value, Location location, OpBuilder builder) {
    return builder.create(ConstantOp.index(value, location)).result();
  }
}
