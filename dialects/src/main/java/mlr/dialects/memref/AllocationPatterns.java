package mlr.dialects.memref;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** The canonical forms of allocations. */
final class AllocationPatterns {
  private AllocationPatterns() {}

  static <T extends Operation> List<RewritePattern> of(Class<T> kind, String name) {
    return List.of(RewritePattern.on(kind, name, "memory that is not read", AllocationPatterns::eraseUnread),
        RewritePattern.on(kind, name, "constant extents", AllocationPatterns::fixExtents));
  }

  /** Memory that is only written to and freed goes, with what does that. */
  private static boolean eraseUnread(Operation allocation, PatternRewriter rewriter) {
    var memory = allocation.result();
    var users = memory.users();
    boolean unread = users.stream().allMatch(user -> user instanceof DeallocOp || user instanceof StoreOp store && store.value() != memory);
    if (unread) {
      users.forEach(rewriter::eraseOp);
      rewriter.eraseOp(allocation);
    }
    return unread;
  }

  /** {@code alloc(%c4) : memref<?xf32>} is {@code alloc() : memref<4xf32>}, cast to a type that does not say so. */
  private static boolean fixExtents(Operation allocation, PatternRewriter rewriter) {
    var type = (MemRefType) allocation.result().type();
    var sizes = AllocationFormat.dynamicSizes(allocation);
    var shape = new ArrayList<>(type.shape());
    List<Value> open = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) == ShapedType.DYNAMIC) {
        var size = sizes.get(next++);
        var known = Constants.integer(ConstantOp.valueOf(size)).filter(extent -> extent >= 0);
        if (known.isPresent()) {
          shape.set(i, known.get());
        } else {
          open.add(size);
        }
      }
    }
    if (open.size() == sizes.size() || type.layout().isPresent()) {
      return false;
    }
    var state = OperationState.of(allocation.definition(), allocation.location()).operands(open).operands(allocation.operands(sizes.size(), allocation.operandCount()))
        .result(type.with(shape, type.element())).attributes(allocation.attributes())
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(open.size(), allocation.operandCount() - sizes.size()));
    var fixed = rewriter.create(state).result();
    rewriter.replaceOp(allocation, rewriter.create(CastOp.DEFINITION, allocation.location(), List.of(fixed), List.of(type)).result());
    return true;
  }
}
