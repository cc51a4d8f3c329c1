package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.ArgumentRanges;
import mlr.ir.interfaces.ConditionallySpeculatable;
import mlr.ir.interfaces.LoopLikeInterface;
import mlr.ir.interfaces.PromotableRegions;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.interfaces.RegionEdge;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** {@code loop.for}: a counted loop. */
public final class ForOp extends Operation implements ArgumentRanges, ConditionallySpeculatable, LoopLikeInterface, PromotableRegions, RegionBranchInterface {
  private static final OpSpec<ForOp> SPEC = OpDefinition.named("loop.for", ForOp.class, ForOp::new);
  private static final OperandHandle LOWER = SPEC.operand("lowerBound", Types.INTEGER_OR_INDEX);
  private static final OperandHandle UPPER = SPEC.operand("upperBound", Types.INTEGER_OR_INDEX);
  private static final OperandHandle STEP = SPEC.operand("step", Types.INTEGER_OR_INDEX);
  private static final OperandHandle INITS = SPEC.variadicOperand("initArgs", Types.ANY);
  private static final RegionHandle BODY = SPEC.region("region");

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<ForOp> DEFINITION = SPEC.summary("for operation")
      .description("""
          Runs the body for the induction variable lower bound, lower bound + step, … as long as it is below the upper bound (signed). The body's
          further arguments are the carried values, at first `initArgs`, then what the iteration before yielded; the last ones are the
          results. It is undefined behaviour when the step is not positive, and when the sum of an induction variable that the body was run for and
          the step leaves the type: a lowering may add and compare at the width of the type, as upstream's of `scf.for` does.""")
      .traits(Trait.RECURSIVE_EFFECTS, Trait.SINGLE_BLOCK).assembly(new Syntax()).verify(ForOp::check).canonicalize(() -> ForPatterns.ALL).build();

  ForOp(OperationState state) {
    super(state);
  }

  public Value lowerBound() {
    return LOWER.in(this);
  }

  public Value upperBound() {
    return UPPER.in(this);
  }

  public Value step() {
    return STEP.in(this);
  }

  public List<Value> initialValues() {
    return INITS.all(this);
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  public BlockArgument inductionVariable() {
    return body().argument(0);
  }

  /** The carried values inside the body. */
  public List<BlockArgument> carriedArguments() {
    return body().arguments().subList(1, body().arguments().size());
  }

  public YieldOp yield() {
    return (YieldOp) body().last().orElseThrow();
  }

  /** What makes a loop whose body has its arguments and no operation yet; {@link #body} is filled, ending in a yield, after creation. */
  public static OperationState of(Value lower, Value upper, Value step, List<? extends Value> initial, Location location) {
    var state = OperationState.of(DEFINITION, location).operands(lower, upper, step).operands(initial).results(CarriedValues.types(initial));
    var block = state.addRegion().addBlock();
    block.addArgument(lower.type(), location);
    initial.forEach(value -> block.addArgument(value.type(), location));
    return state;
  }

  @Override
  public List<Region> loopRegions() {
    return regions();
  }

  /** Where the bounds and a positive step are constants, and the loop ends: a poison one would be undefined behaviour. */
  @Override
  public boolean isSpeculatable() {
    return ConstantBounds.of(this).isPresent();
  }

  /** The body is skipped or entered with the initial values, and left or entered again with what it yields. */
  @Override
  public List<RegionEdge> edges(Function<Value, Optional<Attribute>> constants) {
    var lower = Constants.integer(constants.apply(lowerBound()));
    var upper = Constants.integer(constants.apply(upperBound()));
    boolean known = lower.isPresent() && upper.isPresent();
    var edges = new ArrayList<RegionEdge>();
    var initial = opOperands().subList(3, operandCount());
    if (!known || lower.get() < upper.get()) {
      edges.add(new RegionEdge(Optional.empty(), Optional.of(region(0)), initial, carriedArguments()));
    }
    if (!known || lower.get() >= upper.get()) {
      edges.add(new RegionEdge(Optional.empty(), Optional.empty(), initial, results()));
    }
    edges.add(new RegionEdge(Optional.of(region(0)), Optional.of(region(0)), this.yield().opOperands(), carriedArguments()));
    edges.add(new RegionEdge(Optional.of(region(0)), Optional.empty(), this.yield().opOperands(), results()));
    return edges;
  }

  @Override
  public Carried carry(Value initial) {
    var entry = body().addArgument(initial.type(), initial.location());
    var loop = CarriedValues.withResult(this, CarriedValues.append(operands(), initial), initial.type());
    return new Carried(loop.results().getLast(), List.of(entry));
  }

  /** The counter is at least the lower bound and below the upper one: outside of that the body is not run. */
  @Override
  public Optional<IntegerRange> argumentRange(BlockArgument argument, List<IntegerRange> operands) {
    var lower = operands.get(0);
    var upper = operands.get(1);
    return argument != inductionVariable() || argument.type().equals(IntegerType.I1) ? Optional.empty()
        : Optional.of(lower.isEmpty() || upper.isEmpty() || lower.min() >= upper.max() ? IntegerRange.EMPTY : new IntegerRange(lower.min(), upper.max() - 1));
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = lowerBound().type();
    if (!upperBound().type().equals(type) || !step().type().equals(type)) {
      diagnostics.opError(this, "failed to verify that all of {lowerBound, upperBound, step} have same type");
      return;
    }
    var carried = resultTypes();
    if (!hasArguments(type, carried)) {
      var expected = new ArrayList<Type>(List.of(type));
      expected.addAll(carried);
      diagnostics.opError(this, "expects the body to have arguments of types " + expected);
    } else if (!Value.haveTypes(initialValues(), carried)) {
      diagnostics.opError(this, "initial values of types " + CarriedValues.types(initialValues()) + " do not match results of types " + carried);
    } else {
      CarriedValues.checkYield(this, body(), carried, diagnostics);
    }
  }

  private boolean hasArguments(Type counter, List<Type> carried) {
    if (BODY.in(this).isEmpty() || body().argumentCount() != 1 + carried.size() || !inductionVariable().type().equals(counter)) {
      return false;
    }
    for (int i = 0; i < carried.size(); i++) {
      if (!body().argument(1 + i).type().equals(carried.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code %i = %lb to %ub step %s iter_args(%a = %init) -> (T) : i32 {…}}; the type of the bounds is left out when index. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var where = parser.location();
      var variable = parser.parseOperand();
      parser.parsePunctuation("=");
      var lower = parser.parseOperand();
      parser.parseKeyword("to");
      var upper = parser.parseOperand();
      parser.parseKeyword("step");
      var step = parser.parseOperand();
      var bindings = CarriedValues.Bindings.NONE;
      if (parser.parseOptionalKeyword("iter_args")) {
        bindings = CarriedValues.parse(parser);
        state.results(parser.parseOptionalArrowTypeList());
      }
      var type = parser.parseOptionalPunctuation(":") ? parser.parseType() : IndexType.INDEX;
      parser.resolveOperand(lower, type, state);
      parser.resolveOperand(upper, type, state);
      parser.resolveOperand(step, type, state);
      var arguments = new ArrayList<OpParser.Argument>(1 + bindings.inner().size());
      arguments.add(new OpParser.Argument(variable, type, where));
      bindings.addArguments(state.resultTypes(), arguments, parser);
      parser.resolveOperands(bindings.initial(), state.resultTypes(), state);
      parser.parseRegion(state.addRegion(), arguments, YieldOp.DEFINITION);
      parser.parseOptionalAttributeDictionary(state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var loop = (ForOp) op;
      printer.print(" ").printOperand(loop.inductionVariable()).print(" = ").printOperand(loop.lowerBound()).print(" to ")
          .printOperand(loop.upperBound())
          .print(" step ").printOperand(loop.step());
      if (loop.resultCount() > 0) {
        printer.print(" iter_args");
        CarriedValues.print(loop.body(), 1, loop, 3, printer);
        printer.print(" -> (").printTypes(loop.resultTypes()).print(")");
      }
      if (!loop.lowerBound().type().equals(IndexType.INDEX)) {
        printer.print(" : ").printType(loop.lowerBound().type());
      }
      printer.print(" ").printRegion(op.region(0), false, loop.resultCount() > 0).printOptionalAttributeDictionary(op, List.of());
    }

    @Override
    public String syntax() {
      return "induction-variable `=` $lowerBound `to` $upperBound `step` $step (`iter_args` `(` bindings `)` `->` `(` types `)`)? (`:` "
          + "type)? $region attr-dict";
    }
  }
}
