package mlr.dialects.llvm;

import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.ReturnInterface;

/** {@code llvm.return}: leaves a function, or ends the initialiser of a global. */
public final class ReturnOp extends Operation implements ReturnInterface {
  private static final OpSpec<ReturnOp> SPEC = OpDefinition.named("llvm.return", ReturnOp.class, ReturnOp::new);
  private static final OperandHandle ARG = SPEC.optionalOperand("arg", Compatible.ANY);
  public static final OpDefinition<ReturnOp> DEFINITION = SPEC.summary("return from an LLVM function")
      .description("Leaves the function with its result, if it has one.")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE).effects().assembly("attr-dict ($arg^ `:` type($arg))?").verify(ReturnOp::check).build();

  ReturnOp(OperationState state) {
    super(state);
  }

  /** The function's result. */
  public Optional<Value> value() {
    return ARG.optional(this);
  }

  @Override
  public OperationState toBranch(Block continuation) {
    return Branches.BrOp.of(continuation, operands(), location());
  }

  private void check(DiagnosticEngine diagnostics) {
    if (parentOp().orElse(this) instanceof FuncOp function && !operandTypes().equals(function.functionType().results())) {
      diagnostics.opError(this, "returns " + operandTypes() + " from a function of type '" + function.functionType() + "'").note(function.location(), "the function is here");
    }
  }
}
