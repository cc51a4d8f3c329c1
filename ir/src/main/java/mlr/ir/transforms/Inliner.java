package mlr.ir.transforms;

import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;

/** Puts copies of callables' bodies in the place of calls. */
public final class Inliner {
  private Inliner() {}

  /**
   * Whether {@link #inlineCall} can take the place of {@code call}: the body is one block that ends by returning, and the types
   * of arguments and results agree.
   */
  public static boolean canInline(CallInterface call, CallableInterface callee) {
    var body = callee.callableRegion();
    if (!(call instanceof Operation op) || body.blocks().size() != 1) {
      return false;
    }
    var block = body.entry();
    return block.terminator().filter(end -> end.definition().hasTrait(Trait.RETURN_LIKE) && end.operands().stream().map(Value::type).toList().equals(op.resultTypes())).isPresent()
        && block.arguments().stream().map(Value::type).toList().equals(call.arguments().stream().map(Value::type).toList());
  }

  /** Replaces {@code call} by a copy of the body of {@code callee}; {@link #canInline} must hold. Copied operations say where they were called from. */
  public static void inlineCall(CallInterface call, CallableInterface callee) {
    var op = (Operation) call;
    var copy = new Region();
    new IrMapping().copyInto(callee.callableRegion(), copy);
    var body = copy.entry();
    for (int i = 0; i < body.arguments().size(); i++) {
      body.argument(i).replaceAllUsesWith(call.arguments().get(i));
    }
    var end = body.terminator().orElseThrow();
    op.replaceAllUsesWith(end.operands());
    end.erase();
    for (var inner : body) {
      inner.walk(nested -> nested.setLocation(new Location.CallSite(nested.location(), op.location())));
      inner.moveBefore(op);
    }
    op.erase();
  }
}
