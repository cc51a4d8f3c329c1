package mlr.dialects.func;

import java.util.List;
import java.util.Optional;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.CallInterface;

/** {@code func.call}: a direct call. */
public final class CallOp extends Operation implements CallInterface {
  private static final OpSpec<CallOp> SPEC = OpDefinition.named("func.call", CallOp.class, CallOp::new);
  private static final AttributeHandle<SymbolRefAttr> CALLEE =
      SPEC.attribute("callee", SymbolRefAttr.class, "flat symbol reference", s -> s.nested().isEmpty());
  private static final OperandHandle OPERANDS = SPEC.variadicOperand("operands", Types.ANY);

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<CallOp> DEFINITION = SPEC.summary("call operation")
      .description("Calls the function of that name in the nearest symbol table; operands and results are those of its type.")
      .assembly("$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)").verify(CallOp::check).build();

  CallOp(OperationState state) {
    super(state);
  }

  @Override
  public SymbolRefAttr callee() {
    return CALLEE.in(this);
  }

  @Override
  public List<Value> arguments() {
    return OPERANDS.all(this);
  }

  /** What makes a call. */
  public static OperationState of(String callee, List<? extends Value> arguments, List<? extends Type> results, Location location) {
    return OperationState.of(DEFINITION, location).attribute(CALLEE.name(), new SymbolRefAttr(callee)).operands(arguments).results(results);
  }

  private void check(DiagnosticEngine diagnostics) {
    var target = SymbolTable.lookupNearest(this, callee().root());
    if (target.isPresent() && target.get() instanceof FuncOp function) {
      FuncTypes.checkCall(this, function.functionType(), arguments(), callee().toString(), Optional.of(function), diagnostics);
    } else if (SymbolTable.nearest(this).isPresent()) {
      diagnostics.opError(this, "'" + callee().root() + "' does not reference a valid function" + SymbolTable.suggestion(this, callee().root()));
    }
  }
}
