package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.types.FunctionType;

/** A node: a synchronous program whose body is a graph of equations. */
public final class NodeOp extends Operation implements CallableInterface {
  private static final OpSpec<NodeOp> SPEC = OpDefinition.named("reactive.node", NodeOp.class, NodeOp::new);
  private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "string");
  private static final AttributeHandle<TypeAttr> TYPE = SPEC.attribute("function_type", TypeAttr.class, "type of the node's inputs and outputs");
  private static final AttributeHandle<StringAttr> VISIBILITY = SPEC.optionalAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, StringAttr.class, "string");
  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");
  public static final OpDefinition<NodeOp> DEFINITION = SPEC.summary("a synchronous node")
      .description("""
          Inputs are block arguments, outputs the operands of `reactive.return`; each is a stream of its type. The order of
          operations means nothing and values may be used before they are defined. Clocks and source types of the ports stand
          in the module's `mlr.interface`. Source: Lustre's `node`.""")
      .traits(Trait.ISOLATED_FROM_ABOVE, Trait.SYMBOL, Trait.GRAPH_REGION, Trait.SINGLE_BLOCK)
      .assembly(new NodeFormat()).verify(NodeOp::check).build();

  NodeOp(OperationState state) {
    super(state);
  }

  /** The state of a node with an empty body block whose arguments have the input types. */
  public static OperationState state(mlr.ir.Location location, String name, FunctionType type) {
    var state = OperationState.of(DEFINITION, location).attribute(NAME.name(), new StringAttr(name)).attribute(TYPE.name(), new TypeAttr(type));
    var block = state.addRegion().addBlock();
    type.inputs().forEach(input -> block.addArgument(input, location));
    return state;
  }

  public String symbol() {
    return NAME.in(this).value();
  }

  public FunctionType functionType() {
    return (FunctionType) TYPE.in(this).value();
  }

  /** Whether other modules can't see this node. */
  public boolean isPrivate() {
    return VISIBILITY.optional(this).filter(v -> v.value().equals("private")).isPresent();
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** The operands of the terminator: the output streams. */
  public List<mlr.ir.Value> outputs() {
    return body().last().orElseThrow().operands();
  }

  @Override
  public Region callableRegion() {
    return BODY.in(this);
  }

  private static void check(NodeOp op, DiagnosticEngine diagnostics) {
    if (!(TYPE.in(op).value() instanceof FunctionType type)) {
      diagnostics.opError(op, "requires a function type, but got " + TYPE.in(op));
      return;
    }
    var inputs = op.body().arguments().stream().map(mlr.ir.Value::type).toList();
    if (!inputs.equals(type.inputs())) {
      diagnostics.opError(op, "has block arguments of types " + inputs + ", but its signature says " + type.inputs());
    }
    if (op.body().last().filter(last -> last instanceof ReturnOp).isEmpty()) {
      diagnostics.opError(op, "must end with reactive.return");
    } else if (!op.outputs().stream().map(mlr.ir.Value::type).toList().equals(type.results())) {
      diagnostics.error(op.body().last().orElseThrow().location(), "'reactive.return' op returns "
          + op.outputs().stream().map(mlr.ir.Value::type).toList() + ", but '" + op.symbol() + "' is declared with results " + type.results())
          .note(op.location(), "the signature is here");
    }
  }
}
