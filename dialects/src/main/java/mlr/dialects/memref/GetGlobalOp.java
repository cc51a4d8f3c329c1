package mlr.dialects.memref;

import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.MemRefType;

/** {@code memref.get_global}: the memory of a global. */
public final class GetGlobalOp extends Operation {
  private static final OpSpec<GetGlobalOp> SPEC = OpDefinition.named("memref.get_global", GetGlobalOp.class, GetGlobalOp::new);
  private static final AttributeHandle<SymbolRefAttr> NAME =
      SPEC.attribute("name", SymbolRefAttr.class, "flat symbol reference", s -> s.nested().isEmpty());

  static {
    SPEC.result("result", Types.MEMREF);
  }

  public static final OpDefinition<GetGlobalOp> DEFINITION = SPEC.summary("get the memref pointing to a global variable")
      .description("The memory of the `memref.global` of that name, whose type the result has.")
      .traits(Trait.PURE).assembly("$name `:` type($result) attr-dict").verify(GetGlobalOp::check).build();

  GetGlobalOp(OperationState state) {
    super(state);
  }

  /** The global's name. */
  public SymbolRefAttr global() {
    return NAME.in(this);
  }

  /** What makes such an operation. */
  public static OperationState of(String global, MemRefType type, Location location) {
    return OperationState.of(DEFINITION, location).attribute(NAME.name(), new SymbolRefAttr(global)).result(type);
  }

  private void check(DiagnosticEngine diagnostics) {
    var target = SymbolTable.lookupNearest(this, global().root());
    if (target.isEmpty() || !(target.get() instanceof GlobalOp global)) {
      diagnostics.opError(this, "'" + global().root() + "' does not reference a valid global memref" + SymbolTable.suggestion(this, global().root()));
    } else if (!global.type().equals(result().type())) {
      diagnostics.opError(this, "result type '" + result()
          .type() + "' does not match type '" + global.type() + "' of the global memref @" + global.symbol());
    }
  }
}
