package mlr.dialects.reactive;

import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** A bounded stretch of time, or of the leading axis of tensors, in which values may depend on the future. */
public final class SegmentOp extends Operation {
  /** How a segment's length is given. */
  public enum Kind {
    /** A fixed number of instants. */
    EVERY,
    /** Up to the instant where a condition holds, bounded. */
    UNTIL,
    /** The leading axis of tensors, within one instant. */
    OVER;

    /** The keyword in the syntax. */
    public String keyword() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final OpSpec<SegmentOp> SPEC = OpDefinition.named("reactive.segment", SegmentOp.class, SegmentOp::new);
  private static final OperandHandle ELEMENTS = SPEC.variadicOperand("elements", Types.TENSOR);
  private static final OperandHandle CARRIES = SPEC.variadicOperand("carries", Types.ANY);
  static final ResultHandle OUTPUTS = SPEC.variadicResult("outputs", Types.ANY);
  private static final AttributeHandle<StringAttr> KIND =
      SPEC.attribute("kind", StringAttr.class, "every, until or over", k -> List.of("every", "until", "over").contains(k.value()));
  private static final AttributeHandle<IntegerAttr> LENGTH = SPEC.attribute("length", IntegerAttr.class, "instants, or their bound, i64, at least 1", IntegerAttr.of(IntegerType.I64).and(l -> l.value() >= 1));
  private static final AttributeHandle<UnitAttr> RESUME = SPEC.optionalAttribute("resume", UnitAttr.class, "state crosses borders");
  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");
  public static final OpDefinition<SegmentOp> DEFINITION = SPEC.summary("a bounded stretch of time or space")
      .description("""
          `every n` and `until max m` run in time, one step of the body an instant of the enclosing clock; `over n` runs in space,
          one step an element of the leading axis of `elements`, all in one instant. Block arguments: the end flag, the position
          from 1, the element of each tensor, each carry. Memory of the body starts afresh at each first instant unless `resume`.
          A carry is constant within a segment: its operand's value at the first one, then what `reactive.then_yield next` said.
          Values leave only as results: the operands `outs` of the terminator. Source: MLR language, section 3.""")
      .traits(Trait.STATEFUL, Trait.RECURSIVE_EFFECTS, Trait.GRAPH_REGION, Trait.SINGLE_BLOCK, Trait.ATTR_SIZED_OPERAND_SEGMENTS)
      .assembly(new SegmentFormat()).verify(SegmentOp::check).build();

  SegmentOp(OperationState state) {
    super(state);
  }

  public Kind kind() {
    return Kind.valueOf(KIND.in(this).value().toUpperCase(java.util.Locale.ROOT));
  }

  /** Number of instants, for {@code until} the bound. */
  public long length() {
    return LENGTH.in(this).value();
  }

  /** Whether state of the body crosses the borders. */
  public boolean resume() {
    return RESUME.optional(this).isPresent();
  }

  /** The tensors that an {@code over} segment runs along. */
  public List<Value> elements() {
    return ELEMENTS.all(this);
  }

  /** The initial values of the carries. */
  public List<Value> carries() {
    return CARRIES.all(this);
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** True at the last instant. */
  public BlockArgument last() {
    return body().argument(0);
  }

  /** The instant's position, from 1. */
  public BlockArgument position() {
    return body().argument(1);
  }

  /** The block argument of each element tensor. */
  public List<BlockArgument> elementArguments() {
    return body().arguments().subList(2, 2 + elements().size());
  }

  /** The block argument of each carry. */
  public List<BlockArgument> carryArguments() {
    return body().arguments().subList(2 + elements().size(), body().arguments().size());
  }

  /** The then part. */
  public Optional<ThenOp> then() {
    return body().operations().stream().filter(ThenOp.class::isInstance).map(ThenOp.class::cast).findFirst();
  }

  /** The terminator. */
  public SegmentYieldOp yield() {
    return (SegmentYieldOp) body().last().orElseThrow();
  }

  /** The type of one step's part of a tensor: a slice of its leading axis, a scalar for rank 1. */
  public static Type elementType(Type tensor) {
    var type = (RankedTensorType) tensor;
    return type.rank() == 1 ? type.element() : type.with(type.shape().subList(1, type.rank()), type.element());
  }

  private static void check(SegmentOp op, DiagnosticEngine diagnostics) {
    var expected = new java.util.ArrayList<Type>(List.of(IntegerType.I1, IntegerType.I32));
    op.elements().forEach(t -> expected.add(elementType(t.type())));
    op.carries().forEach(c -> expected.add(c.type()));
    var actual = op.body().arguments().stream().map(Value::type).toList();
    if (!actual.equals(expected)) {
      diagnostics.opError(op, "has block arguments of types " + actual + ", but its header asks for " + expected);
    }
    for (var tensor : op.elements()) {
      if (((RankedTensorType) tensor.type()).shape().getFirst() != op.length()) {
        diagnostics.opError(op, "runs over " + op.length() + " elements, but a tensor of type " + tensor.type() + " has "
            + ((RankedTensorType) tensor.type()).shape().getFirst());
      }
    }
    if (op.kind() != Kind.OVER && !op.elements().isEmpty()) {
      diagnostics.opError(op, "has elements, which only an 'over' segment takes");
    }
    if (!(op.body().last().orElse(null) instanceof SegmentYieldOp end)) {
      diagnostics.opError(op, "must end with reactive.segment_yield");
      return;
    }
    if (end.until().isPresent() != (op.kind() == Kind.UNTIL)) {
      diagnostics.opError(op, op.kind() == Kind.UNTIL ? "of kind until lacks its end condition" : "has an end condition, which only an 'until' segment takes");
    }
    if (!end.outs().stream().map(Value::type).toList().equals(op.resultTypes())) {
      diagnostics.opError(op, "yields " + end.outs().stream().map(Value::type).toList() + " for results " + op.resultTypes());
    }
    if (!op.then().map(ThenOp::isEnded).orElse(true)) {
      // The then part says so itself.
      return;
    }
    int next = op.then().map(t -> t.yield().next().size()).orElse(0);
    if (next != op.carries().size()) {
      diagnostics.opError(op, "has " + op.carries().size() + " carries, but its then part gives " + next + " next values");
    }
  }
}
