package mlr.dialects.sched;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Location;
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
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** Actions that happen only where a clock is present. */
public final class GuardOp extends Operation {
  private static final OpSpec<GuardOp> SPEC = OpDefinition.named("sched.guard", GuardOp.class, GuardOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.I1);
  private static final RegionHandle THEN = SPEC.regionOfOneBlock("then");
  private static final RegionHandle ELSE = SPEC.region("else");

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<GuardOp> DEFINITION = SPEC.summary("actions under a clock")
      .description("""
          Runs the first region where `condition` is true, else the second, which may be empty. Results are what the region that
          ran yields; where the second is empty and the condition false they are unspecified (the interpreter gives zeros) and
          nobody may observe them.""")
      .traits(Trait.SINGLE_BLOCK, Trait.RECURSIVE_EFFECTS).assembly(new Format()).verify(GuardOp::check).build();

  GuardOp(OperationState state) {
    super(state);
  }

  /** The state of a guard with an empty first block, and an empty second one if {@code withElse}. */
  public static OperationState state(Location location, Value condition, List<Type> results, boolean withElse) {
    var state = OperationState.of(DEFINITION, location).operand(condition).results(results);
    state.addRegion().addBlock();
    var otherwise = state.addRegion();
    if (withElse) {
      otherwise.addBlock();
    }
    return state;
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public Block thenBlock() {
    return THEN.in(this).entry();
  }

  public Region elseRegion() {
    return ELSE.in(this);
  }

  public Optional<Block> elseBlock() {
    return elseRegion().isEmpty() ? Optional.empty() : Optional.of(elseRegion().entry());
  }

  private static void check(GuardOp op, DiagnosticEngine diagnostics) {
    var blocks = new ArrayList<>(List.of(op.thenBlock()));
    op.elseBlock().ifPresent(blocks::add);
    for (var block : blocks) {
      if (!(block.last().orElse(null) instanceof YieldOp end)) {
        diagnostics.opError(op, "has a region that does not end with sched.yield");
      } else if (!end.values().stream().map(Value::type).toList().equals(op.resultTypes())) {
        diagnostics.opError(op, "yields " + end.values().stream().map(Value::type).toList() + " for results " + op.resultTypes());
      }
    }
  }

  /** {@code %r = sched.guard %c -> (f32) {…} else {…}}. */
  private static final class Format implements AssemblyFormat {
    @Override
    public String syntax() {
      return "$condition (`->` `(` type($results) `)`)? $then (`else` $else)? attr-dict";
    }

    @Override
    public void parse(OpParser parser, OperationState state) {
      parser.resolveOperand(parser.parseOperand(), IntegerType.I1, state);
      if (parser.parseOptionalPunctuation("->")) {
        parser.parsePunctuation("(");
        state.results(parser.parseTypeList());
        parser.parsePunctuation(")");
      }
      parser.parseRegion(state.addRegion(), List.of());
      var otherwise = state.addRegion();
      if (parser.parseOptionalKeyword("else")) {
        parser.parseRegion(otherwise, List.of());
      }
      parser.parseOptionalAttributeDictionary(state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var guard = (GuardOp) op;
      printer.print(" ").printOperand(guard.condition());
      if (op.resultCount() > 0) {
        printer.print(" -> (").printTypes(op.resultTypes()).print(")");
      }
      printer.print(" ").printRegion(op.region(0), false, true);
      if (guard.elseBlock().isPresent()) {
        printer.print(" else ").printRegion(op.region(1), false, true);
      }
      printer.printOptionalAttributeDictionary(op, List.of());
    }
  }
}
