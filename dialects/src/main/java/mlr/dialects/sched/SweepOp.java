package mlr.dialects.sched;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** A pass over the positions of a segment, in the direction of time or against it. */
public final class SweepOp extends Operation {
  private static final OpSpec<SweepOp> SPEC = OpDefinition.named("sched.sweep", SweepOp.class, SweepOp::new);
  private static final OperandHandle COUNT = SPEC.operand("count", Types.INDEX);
  private static final OperandHandle INITIAL = SPEC.variadicOperand("initial", Types.ANY);
  private static final AttributeHandle<StringAttr> DIRECTION =
      SPEC.attribute("direction", StringAttr.class, "forward or backward", d -> List.of("forward", "backward").contains(d.value()));
  private static final AttributeHandle<IntegerAttr> MAX = SPEC.attribute("max", IntegerAttr.class, "bound on the count, i64, at least 1", IntegerAttr.of(IntegerType.I64).and(m -> m.value() >= 1));
  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<SweepOp> DEFINITION = SPEC.summary("a pass over a segment")
      .description("""
          Runs its body for positions 0 to `count` - 1, or from `count` - 1 down to 0; `count` is at most `max`, which bounds the
          time it takes. Values carried from step to step start as `initial`, go on as what `sched.yield` says, and end as the results.""")
      .traits(Trait.SINGLE_BLOCK, Trait.RECURSIVE_EFFECTS).assembly(new Format()).verify(SweepOp::check).build();

  SweepOp(OperationState state) {
    super(state);
  }

  /** The state of a sweep whose block has the position and the carried values as arguments. */
  public static OperationState state(Location location, boolean backward, Value count, long max, List<Value> initial) {
    var types = initial.stream().map(Value::type).toList();
    var state = OperationState.of(DEFINITION, location).operand(count).operands(initial).results(types)
        .attribute("direction", new StringAttr(backward ? "backward" : "forward")).attribute("max", IntegerAttr.i64(max));
    var block = state.addRegion().addBlock();
    block.addArgument(IndexType.INDEX, location);
    types.forEach(type -> block.addArgument(type, location));
    return state;
  }

  public boolean isBackward() {
    return DIRECTION.in(this).value().equals("backward");
  }

  /** The bound on {@link #count}. */
  public long max() {
    return MAX.in(this).value();
  }

  public Value count() {
    return COUNT.in(this);
  }

  /** The carried values before the first step. */
  public List<Value> initial() {
    return INITIAL.all(this);
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** The position, from 0. */
  public BlockArgument position() {
    return body().argument(0);
  }

  /** The carried values within a step. */
  public List<BlockArgument> carried() {
    return body().arguments().subList(1, body().arguments().size());
  }

  private static void check(SweepOp op, DiagnosticEngine diagnostics) {
    var expected = new ArrayList<Type>(List.of(IndexType.INDEX));
    op.initial().forEach(v -> expected.add(v.type()));
    if (!op.body().arguments().stream().map(Value::type).toList().equals(expected)) {
      diagnostics.opError(op, "needs block arguments of types " + expected);
    }
    if (!(op.body().last().orElse(null) instanceof YieldOp end)) {
      diagnostics.opError(op, "must end with sched.yield");
    } else if (!end.values().stream().map(Value::type).toList().equals(op.resultTypes())) {
      diagnostics.opError(op, "yields " + end.values().stream().map(Value::type).toList() + " for results " + op.resultTypes());
    }
  }

  /** {@code %r = sched.sweep backward %i = %n max 49 iter(%a = %a0) -> (f32) {…}}. */
  private static final class Format implements AssemblyFormat {
    @Override
    public String syntax() {
      return "$direction $position `=` $count `max` $max (`iter` `(` carried `=` $initial `)` `->` `(` type($results) `)`)? attr-dict-with-keyword $body";
    }

    @Override
    public void parse(OpParser parser, OperationState state) {
      var direction = parser.parseKeyword();
      state.attribute("direction", new StringAttr(direction));
      var arguments = new ArrayList<OpParser.Argument>();
      var position = parser.parseOperand();
      arguments.add(new OpParser.Argument(position, IndexType.INDEX, position.location()));
      parser.parsePunctuation("=");
      parser.resolveOperand(parser.parseOperand(), IndexType.INDEX, state);
      if (!parser.parseOptionalKeyword("max")) {
        throw parser.error("expected 'max' and the bound of the sweep");
      }
      state.attribute("max", IntegerAttr.i64(parser.parseInteger()));
      if (parser.parseOptionalKeyword("iter")) {
        parseCarried(parser, state, arguments);
      }
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
      parser.parseRegion(state.addRegion(), arguments);
    }

    private static void parseCarried(OpParser parser, OperationState state, List<OpParser.Argument> arguments) {
      var names = new ArrayList<OpParser.UnresolvedOperand>();
      var initial = new ArrayList<OpParser.UnresolvedOperand>();
      parser.parsePunctuation("(");
      do {
        names.add(parser.parseOperand());
        parser.parsePunctuation("=");
        initial.add(parser.parseOperand());
      } while (parser.parseOptionalPunctuation(","));
      parser.parsePunctuation(")");
      parser.parsePunctuation("->");
      parser.parsePunctuation("(");
      var types = parser.parseTypeList();
      parser.parsePunctuation(")");
      parser.resolveOperands(initial, types, state);
      state.results(types);
      for (int i = 0; i < names.size(); i++) {
        arguments.add(new OpParser.Argument(names.get(i), types.get(i), names.get(i).location()));
      }
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var sweep = (SweepOp) op;
      printer.print(sweep.isBackward() ? " backward " : " forward ").printOperand(sweep.position()).print(" = ").printOperand(sweep.count());
      printer.print(" max " + sweep.max());
      if (!sweep.initial().isEmpty()) {
        var separator = " iter(";
        for (int i = 0; i < sweep.initial().size(); i++) {
          printer.print(separator).printOperand(sweep.carried().get(i)).print(" = ").printOperand(sweep.initial().get(i));
          separator = ", ";
        }
        printer.print(") -> (").printTypes(op.resultTypes()).print(")");
      }
      printer.printOptionalAttributeDictionaryWithKeyword(op, List.of("direction", "max"));
      printer.print(" ").printRegion(op.region(0), false, true);
    }
  }
}
