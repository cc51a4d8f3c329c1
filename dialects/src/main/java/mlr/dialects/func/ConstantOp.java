package mlr.dialects.func;

import java.util.function.BiConsumer;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.AsmNames;

/** {@code func.constant}: a function as a value. */
public final class ConstantOp extends Operation implements AsmNames {
  private static final OpSpec<ConstantOp> SPEC = OpDefinition.named("func.constant", ConstantOp.class, ConstantOp::new);
  private static final AttributeHandle<SymbolRefAttr> VALUE =
      SPEC.attribute("value", SymbolRefAttr.class, "flat symbol reference", s -> s.nested().isEmpty());

  static {
    SPEC.result("result", Types.FUNCTION);
  }

  public static final OpDefinition<ConstantOp> DEFINITION = SPEC.summary("constant")
      .description("The function of that name, of its type, as a value for `func.call_indirect`.")
      .traits(Trait.PURE, Trait.CONSTANT_LIKE).assembly("attr-dict $value `:` type($result)").verify(ConstantOp::check).build();

  ConstantOp(OperationState state) {
    super(state);
  }

  @Override
  public void nameResults(BiConsumer<Value, String> names) {
    names.accept(result(), "f");
  }

  /** The function's name. */
  public SymbolRefAttr value() {
    return VALUE.in(this);
  }

  private void check(DiagnosticEngine diagnostics) {
    var target = SymbolTable.lookupNearest(this, value().root());
    if (target.isEmpty() || !(target.get() instanceof FuncOp function)) {
      diagnostics.opError(this, "reference to undefined function '" + value().root() + "'" + SymbolTable.suggestion(this, value().root()));
    } else if (!function.functionType().equals(result().type())) {
      diagnostics.opError(this, "reference to function with mismatched type").note(function.location(), "the function has type " + function.functionType());
    }
  }
}
