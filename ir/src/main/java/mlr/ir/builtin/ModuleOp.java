package mlr.ir.builtin;

import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;

/** {@code builtin.module}: the top of all IR, a symbol table with one graph region. */
public final class ModuleOp extends Operation {
  private static final OpSpec<ModuleOp> SPEC = OpDefinition.named("builtin.module", ModuleOp.class, ModuleOp::new);
  public static final AttributeHandle<StringAttr> NAME = SPEC.optionalAttribute("sym_name", StringAttr.class, "the module's symbol name");
  public static final AttributeHandle<StringAttr> VISIBILITY = SPEC.optionalAttribute("sym_visibility", StringAttr.class, "public, private or nested");
  public static final RegionHandle BODY = SPEC.region("bodyRegion");
  public static final OpDefinition<ModuleOp> DEFINITION = SPEC.summary("A container of operations at the top level")
      .description("One region with one block, without terminator; its operations may be symbols, and values in it may be used before they are defined.")
      .traits(Trait.ISOLATED_FROM_ABOVE, Trait.SYMBOL_TABLE, Trait.SYMBOL, Trait.GRAPH_REGION, Trait.NO_TERMINATOR, Trait.SINGLE_BLOCK)
      .defaultDialect("builtin")
      .assembly("($sym_name^)? attr-dict-with-keyword $bodyRegion")
      .verify(ModuleOp::check).build();

  private ModuleOp(OperationState state) {
    super(state);
  }

  private void check(DiagnosticEngine diagnostics) {
    if (hasBody() && body().argumentCount() > 0) {
      diagnostics.opError(this, "region should have no arguments");
    }
    attributes().asMap().keySet().stream().filter(name -> name.indexOf('.') < 0 && !name.equals(NAME.name()) && !name.equals(VISIBILITY.name())).findFirst()
        .ifPresent(name -> diagnostics.opError(this, "can only contain attributes with dialect-prefixed names, found: '" + name + "'"));
  }

  /** An empty module without a name. */
  public static ModuleOp create(Location location) {
    var state = OperationState.of(DEFINITION, location);
    state.addRegion().addBlock();
    return DEFINITION.instantiate(state);
  }

  /** Whether there is one region with one block, without which nothing else here works; text in generic form may say otherwise. */
  public boolean hasBody() {
    return regions().size() == 1 && region(0).blocks().size() == 1;
  }

  /** The block that holds the operations. */
  public Block body() {
    return BODY.in(this).entry();
  }

  /** The module's symbol name. */
  public Optional<String> symbolName() {
    return NAME.optional(this).map(StringAttr::value);
  }
}
