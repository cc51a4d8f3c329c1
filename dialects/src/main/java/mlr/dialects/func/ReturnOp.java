package mlr.dialects.func;

import java.util.List;
import mlr.dialects.cf.BranchOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.ReturnInterface;

/** {@code func.return}: leaves a function with its results. */
public final class ReturnOp extends Operation implements ReturnInterface {
  private static final OpSpec<ReturnOp> SPEC = OpDefinition.named("func.return", ReturnOp.class, ReturnOp::new);
  private static final OperandHandle OPERANDS = SPEC.variadicOperand("operands", Types.ANY);
  public static final OpDefinition<ReturnOp> DEFINITION = SPEC.summary("function return operation")
      .description("Leaves the function; the operands are its results, in number and type as its type says.")
      .traits(Trait.TERMINATOR, Trait.RETURN_LIKE).effects().assembly("attr-dict ($operands^ `:` type($operands))?").verify(ReturnOp::check).build();

  ReturnOp(OperationState state) {
    super(state);
  }

  /** The results of the function. */
  public List<Value> values() {
    return OPERANDS.all(this);
  }

  @Override
  public OperationState toBranch(Block continuation) {
    return BranchOp.of(continuation, values(), location());
  }

  private void check(DiagnosticEngine diagnostics) {
    if (!(parentOp().orElse(this) instanceof FuncOp function)) {
      diagnostics.opError(this, "expects parent op 'func.func'");
      return;
    }
    var expected = function.functionType().results();
    var actual = operandTypes();
    if (actual.size() != expected.size()) {
      diagnostics.opError(this, "has " + actual.size() + " operands, but enclosing function (@" + function.symbol() + ") returns " + expected.size())
          .note(function.location(), "@" + function.symbol() + " has type " + function.functionType());
      return;
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!actual.get(i).equals(expected.get(i))) {
        diagnostics.opError(this, "type of return operand " + i + " ('" + actual.get(i) + "') doesn't match function result type ('"
            + expected.get(i) + "') in function @" + function.symbol()).note(function.location(), "@" + function.symbol() + " has type " + function.functionType());
      }
    }
  }
}
