package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.LoopLikeInterface;
import mlr.ir.interfaces.PromotableRegions;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.interfaces.RegionEdge;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/** {@code loop.while}: a loop as long as a computed condition holds. */
public final class WhileOp extends Operation implements LoopLikeInterface, PromotableRegions, RegionBranchInterface {
  private static final OpSpec<WhileOp> SPEC = OpDefinition.named("loop.while", WhileOp.class, WhileOp::new);
  private static final OperandHandle INITS = SPEC.variadicOperand("inits", Types.ANY);
  private static final RegionHandle BEFORE = SPEC.region("before");
  private static final RegionHandle AFTER = SPEC.region("after");

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<WhileOp> DEFINITION = SPEC.summary("a generic 'while' loop")
      .description("""
          Runs the first region, at first on `inits`, then on what the second region yielded; its `loop.condition` says whether to go on with
          the second region on the values it hands over, or to end with them as the results.""")
      .traits(Trait.RECURSIVE_EFFECTS, Trait.SINGLE_BLOCK).assembly(new Syntax()).verify(WhileOp::check)
      .canonicalize(() -> WhilePatterns.ALL).build();

  WhileOp(OperationState state) {
    super(state);
  }

  public List<Value> initialValues() {
    return INITS.all(this);
  }

  /** The block that ends in the condition. */
  public Block before() {
    return BEFORE.in(this).entry();
  }

  /** The block that ends in a yield. */
  public Block after() {
    return AFTER.in(this).entry();
  }

  /** The operation that ends the second block. */
  public YieldOp yield() {
    return (YieldOp) after().last().orElseThrow();
  }

  /** The operation that decides whether to go on. */
  public ConditionOp condition() {
    return (ConditionOp) before().last().orElseThrow();
  }

  @Override
  public List<Region> loopRegions() {
    return regions();
  }

  /** The first region is entered with the initial values and with what the second yields; its condition chooses between the second and the results. */
  @Override
  public List<RegionEdge> edges(Function<Value, Optional<Attribute>> constants) {
    var before = Optional.of(region(0));
    var after = Optional.of(region(1));
    var known = Constants.integer(constants.apply(condition().condition()));
    var handed = condition().opOperands().subList(1, condition().operandCount());
    var edges = new ArrayList<RegionEdge>();
    edges.add(new RegionEdge(Optional.empty(), before, opOperands(), before().arguments()));
    if (known.isEmpty() || known.get() != 0) {
      edges.add(new RegionEdge(before, after, handed, after().arguments()));
    }
    if (known.isEmpty() || known.get() == 0) {
      edges.add(new RegionEdge(before, Optional.empty(), handed, results()));
    }
    edges.add(new RegionEdge(after, before, after().last().orElseThrow().opOperands(), before().arguments()));
    return edges;
  }

  @Override
  public Carried carry(Value initial) {
    var entries = List.of(before().addArgument(initial.type(), initial.location()), after().addArgument(initial.type(), initial.location()));
    var loop = CarriedValues.withResult(this, CarriedValues.append(operands(), initial), initial.type());
    return new Carried(loop.results().getLast(), entries);
  }

  private void check(DiagnosticEngine diagnostics) {
    if (BEFORE.in(this).isEmpty() || AFTER.in(this).isEmpty()) {
      diagnostics.opError(this, "expects two regions with a block each");
      return;
    }
    var carried = CarriedValues.types(initialValues());
    if (!CarriedValues.types(before().arguments()).equals(carried)) {
      diagnostics.opError(this, "expects the arguments of the 'before' region to have the types of the initial values, " + carried);
    }
    if (before().last().isEmpty() || !(before().last().get() instanceof ConditionOp condition)) {
      diagnostics.opError(this, "expects the 'before' region to terminate with 'loop.condition'");
    } else if (!CarriedValues.types(condition.arguments()).equals(resultTypes()) || !CarriedValues.types(after().arguments()).equals(resultTypes())) {
      diagnostics.opError(this, "expects 'loop.condition' and the arguments of the 'after' region to have the result types " + resultTypes());
    }
    CarriedValues.checkYield(this, after(), carried, diagnostics);
  }

  /** {@code (%a = %x) : (T) -> U {…} do {^bb0(%b: U): …}}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var bindings = CarriedValues.parse(parser);
      parser.parsePunctuation(":");
      var type = parser.parseFunctionType();
      parser.resolveOperands(bindings.initial(), type.inputs(), state);
      state.results(type.results());
      var arguments = new ArrayList<OpParser.Argument>();
      bindings.addArguments(type.inputs(), arguments, parser);
      parser.parseRegion(state.addRegion(), arguments);
      parser.parseKeyword("do");
      parser.parseRegion(state.addRegion(), List.of());
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var loop = (WhileOp) op;
      printer.print(" ");
      CarriedValues.print(loop.before(), 0, loop, 0, printer);
      printer.print(" : ").printType(new FunctionType(CarriedValues.types(loop.initialValues()), loop.resultTypes())).print(" ");
      printer.printRegion(op.region(0), false, true).print(" do ").printRegion(op.region(1), true, true);
      printer.printOptionalAttributeDictionaryWithKeyword(op, List.of());
    }

    @Override
    public String syntax() {
      return "`(` bindings `)` `:` functional-type $before `do` $after (`attributes` attr-dict)?";
    }
  }
}
