package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.ConditionallySpeculatable;
import mlr.ir.interfaces.PromotableRegions;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.interfaces.RegionEdge;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** {@code loop.if}: runs one of two regions. */
public final class IfOp extends Operation implements ConditionallySpeculatable, PromotableRegions, RegionBranchInterface {
  private static final OpSpec<IfOp> SPEC = OpDefinition.named("loop.if", IfOp.class, IfOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  private static final RegionHandle THEN = SPEC.region("thenRegion");
  private static final RegionHandle ELSE = SPEC.region("elseRegion");

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<IfOp> DEFINITION = SPEC.summary("if-then-else operation")
      .description("Runs the first region where the condition is 1, else the second, which may be left out when there are no results. What "
          + "the region yields are the results.")
      .traits(Trait.RECURSIVE_EFFECTS, Trait.SINGLE_BLOCK).assembly(new Syntax()).verify(IfOp::check).canonicalize(() -> IfPatterns.ALL).build();

  IfOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public Region thenRegion() {
    return THEN.in(this);
  }

  /** Empty when there is nothing to do otherwise. */
  public Region elseRegion() {
    return ELSE.in(this);
  }

  /**
   * What makes a conditional with empty blocks, to be filled and ended with yields after creation; without {@code withElse} the
   * second region stays empty.
   */
  public static OperationState of(Value condition, List<? extends Type> results, boolean withElse, Location location) {
    var state = OperationState.of(DEFINITION, location).operands(condition).results(results);
    state.addRegion().addBlock();
    var otherwise = state.addRegion();
    if (withElse) {
      otherwise.addBlock();
    }
    return state;
  }

  /** Where the condition is a constant: a poison one would be undefined behaviour. */
  @Override
  public boolean isSpeculatable() {
    return ConstantOp.valueOf(condition()).isPresent();
  }

  /** One region is entered, or none where there is no second one; what it yields are the results. */
  @Override
  public List<RegionEdge> edges(Function<Value, Optional<Attribute>> constants) {
    var known = Constants.integer(constants.apply(condition()));
    var edges = new ArrayList<RegionEdge>();
    for (var region : regions()) {
      boolean taken = known.isEmpty() || (known.get() != 0) == (region == thenRegion());
      var target = Optional.of(region).filter(r -> !r.isEmpty());
      if (taken) {
        edges.add(new RegionEdge(Optional.empty(), target, List.of(), List.of()));
      }
      target.ifPresent(r -> edges.add(new RegionEdge(target, Optional.empty(), r.entry().last().orElseThrow().opOperands(), results())));
    }
    return edges;
  }

  @Override
  public Carried carry(Value initial) {
    if (elseRegion().isEmpty()) {
      OpBuilder.atEnd(elseRegion().addBlock()).create(YieldOp.of(List.of(), location()));
    }
    var conditional = CarriedValues.withResult(this, operands(), initial.type());
    return new Carried(conditional.results().getLast(), List.of(initial, initial));
  }

  private void check(DiagnosticEngine diagnostics) {
    if (thenRegion().isEmpty()) {
      diagnostics.opError(this, "expects a then region");
      return;
    }
    if (elseRegion().isEmpty() && resultCount() > 0) {
      diagnostics.opError(this, "must have an else block if defining values");
    }
    for (var region : regions()) {
      if (!region.isEmpty()) {
        if (!region.entry().arguments().isEmpty()) {
          diagnostics.opError(this, "expects regions without arguments");
        }
        CarriedValues.checkYield(this, region.entry(), resultTypes(), diagnostics);
      }
    }
  }

  /** {@code %c -> (T) {…} else {…}}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      parser.resolveOperand(parser.parseOperand(), IntegerType.I1, state);
      state.results(parser.parseOptionalArrowTypeList());
      parser.parseRegion(state.addRegion(), List.of(), YieldOp.DEFINITION);
      var otherwise = state.addRegion();
      if (parser.parseOptionalKeyword("else")) {
        parser.parseRegion(otherwise, List.of(), YieldOp.DEFINITION);
      }
      parser.parseOptionalAttributeDictionary(state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var conditional = (IfOp) op;
      boolean values = op.resultCount() > 0;
      printer.print(" ").printOperand(conditional.condition());
      if (values) {
        printer.print(" -> (").printTypes(op.resultTypes()).print(")");
      }
      printer.print(" ").printRegion(conditional.thenRegion(), false, values);
      if (!conditional.elseRegion().isEmpty()) {
        printer.print(" else ").printRegion(conditional.elseRegion(), false, values);
      }
      printer.printOptionalAttributeDictionary(op, List.of());
    }

    @Override
    public String syntax() {
      return "$condition (`->` `(` types `)`)? $thenRegion (`else` $elseRegion)? attr-dict";
    }
  }
}
