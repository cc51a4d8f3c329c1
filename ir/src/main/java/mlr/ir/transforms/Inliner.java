package mlr.ir.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mlr.ir.Block;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.interfaces.ReturnInterface;

/** Puts copies of callables' bodies in the place of calls. */
public final class Inliner {
  /** On a call or a callable: it stays as it is. */
  private static final String NO_INLINE = "no_inline";

  private Inliner() {}

  /**
   * Whether {@link #inlineCall} can take the place of {@code call}: there is a body, the types of arguments and results agree, and
   * several blocks go only where several blocks may stand.
   */
  public static boolean canInline(CallInterface call, CallableInterface callee) {
    var body = callee.callableRegion();
    if (!(call instanceof Operation op) || body.isEmpty() || op.hasAttribute(NO_INLINE) || ((Operation) callee).hasAttribute(NO_INLINE)
        || !types(body.entry().arguments()).equals(types(call.arguments()))) {
      return false;
    }
    boolean single = body.blocks().size() == 1;
    return (single ? body.entry().terminator().filter(Inliner::returns).isPresent() : maySplit(op))
        && returns(body).allMatch(end -> types(end.operands()).equals(op.resultTypes()) && (single || end instanceof ReturnInterface));
  }

  private static List<?> types(List<? extends Value> values) {
    return values.stream().map(Value::type).toList();
  }

  private static Stream<Operation> returns(Region body) {
    return body.blocks().stream().flatMap(block -> block.terminator().stream()).filter(Inliner::returns);
  }

  private static boolean returns(Operation op) {
    return op.definition().hasTrait(Trait.RETURN_LIKE);
  }

  private static boolean maySplit(Operation call) {
    var region = call.parentRegion();
    return region.filter(DominanceInfo::hasSsaDominance).flatMap(Region::parentOp).filter(parent -> !parent.definition().hasTrait(Trait.SINGLE_BLOCK)).isPresent();
  }

  /** Replaces {@code call} by a copy of the body of {@code callee}; {@link #canInline} must hold. Copied operations say where they were called from. */
  public static void inlineCall(CallInterface call, CallableInterface callee) {
    var op = (Operation) call;
    var copy = new Region();
    new IrMapping().copyInto(callee.callableRegion(), copy);
    for (int i = 0; i < call.arguments().size(); i++) {
      copy.entry().argument(i).replaceAllUsesWith(call.arguments().get(i));
    }
    copy.blocks().forEach(block -> block.arguments().forEach(argument -> argument.setLocation(calledFrom(op, argument.location()))));
    copy.blocks().forEach(block -> block.forEach(inner -> inner.walk(nested -> nested.setLocation(calledFrom(op, nested.location())))));
    if (copy.blocks().size() == 1) {
      var end = copy.entry().terminator().orElseThrow();
      op.replaceAllUsesWith(end.operands());
      end.erase();
      copy.entry().forEach(inner -> inner.moveBefore(op));
    } else {
      splice(copy, op);
    }
    op.erase();
  }

  private static Location calledFrom(Operation call, Location callee) {
    return new Location.CallSite(callee, call.location());
  }

  /** Puts several blocks between what stands before and behind a call; what they return become arguments of the block behind. */
  private static void splice(Region copy, Operation call) {
    var block = call.block().orElseThrow();
    var region = block.region().orElseThrow();
    int at = region.indexOf(block) + 1;
    var continuation = region.insertBlock(at, new Block());
    call.nextInBlock().ifPresent(next -> block.splitInto(next, continuation));
    var results = new ArrayList<Value>();
    call.results().forEach(result -> results.add(continuation.addArgument(result.type(), call.location())));
    call.replaceAllUsesWith(results);
    for (var end : returns(copy).toList()) {
      OpBuilder.before(end).create(((ReturnInterface) end).toBranch(continuation));
      end.erase();
    }
    copy.entry().forEach(inner -> inner.moveBefore(call));
    for (var inner : copy.blocks().subList(1, copy.blocks().size()).reversed().stream().toList()) {
      copy.removeBlock(inner);
      region.insertBlock(at, inner);
    }
  }
}
