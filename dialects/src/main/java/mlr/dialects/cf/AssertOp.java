package mlr.dialects.cf;

import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.rewrite.RewritePattern;

/** {@code cf.assert}: stops the program with a message unless a condition holds. */
public final class AssertOp extends Operation {
  private static final OpSpec<AssertOp> SPEC = OpDefinition.named("cf.assert", AssertOp.class, AssertOp::new);
  private static final OperandHandle ARG = SPEC.operand("arg", Types.I1);
  private static final AttributeHandle<StringAttr> MESSAGE = SPEC.attribute("msg", StringAttr.class, "message");
  public static final OpDefinition<AssertOp> DEFINITION = SPEC.summary("assert operation with message attribute")
      .description("Does nothing where the operand is 1; where it is 0 the program stops with the message.")
      .effects(Effect.WRITE).assembly("$arg `,` $msg attr-dict")
      .canonicalize(RewritePattern.on(AssertOp.class, "cf.assert", "what holds", (op, rewriter) -> {
        boolean holds = Constants.isInteger(ConstantOp.valueOf(op.condition()), 1);
        if (holds) {
          rewriter.eraseOp(op);
        }
        return holds;
      })).build();

  AssertOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return ARG.in(this);
  }

  public String message() {
    return MESSAGE.in(this).value();
  }
}
