package mlr.dialects.cf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.OperandSegments;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** {@code cf.switch}: goes to the block of the case that a flag is equal to. */
public final class SwitchOp extends Operation implements BranchInterface {
  private static final OpSpec<SwitchOp> SPEC = OpDefinition.named("cf.switch", SwitchOp.class, SwitchOp::new);
  private static final TypeConstraint ANY_INTEGER = new TypeConstraint("integer", type -> type instanceof IntegerType);
  private static final OperandHandle FLAG = SPEC.operand("flag", ANY_INTEGER);
  private static final OperandHandle DEFAULT_OPERANDS = SPEC.variadicOperand("defaultOperands", Types.ANY);
  private static final OperandHandle CASE_OPERANDS = SPEC.variadicOperand("caseOperands", Types.ANY);
  private static final AttributeHandle<DenseElementsAttr> CASE_VALUES =
      SPEC.optionalAttribute("case_values", DenseElementsAttr.class, "a number of the flag's type for each case");
  private static final AttributeHandle<DenseArrayAttr> CASE_SEGMENTS =
      SPEC.attribute("case_operand_segments", DenseArrayAttr.class, "number of operands of each case", DenseArrayAttr.of(IntegerType.I32));
  private static final OperandSegments CASES = new OperandSegments(CASE_OPERANDS, CASE_SEGMENTS);
  public static final OpDefinition<SwitchOp> DEFINITION = SPEC.summary("switch operation")
      .description("Goes to the block of the case whose number the flag is, or to the default block; operands become the block's arguments.")
      .successors(-1).traits(Trait.TERMINATOR, Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects().assembly(new SwitchFormat()).verify(SwitchOp::check)
      .canonicalize(() -> SwitchPatterns.ALL).build();

  SwitchOp(OperationState state) {
    super(state);
  }

  /** What makes a switch: the block for a value of none of the cases, then for each case its number, its block and what that gets. */
  public static OperationState of(Value flag, Target whenNone, List<Long> numbers, List<Target> cases, Location location) {
    var state = OperationState.of(DEFINITION, location).operand(flag).operands(whenNone.values()).successor(whenNone.block());
    for (var target : cases) {
      state.operands(target.values()).successor(target.block());
    }
    if (!numbers.isEmpty()) {
      state.attribute(CASE_VALUES.name(), DenseElementsAttr.ofBits(VectorType.of(flag.type(), numbers.size()), numbers.stream().mapToLong(Long::longValue).toArray()));
    }
    return state.attribute(CASE_SEGMENTS.name(), DenseArrayAttr.i32(cases.stream().mapToInt(target -> target.values().size()).toArray()))
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, whenNone.values().size(), cases.stream().mapToInt(target -> target.values().size()).sum()));
  }

  /** Where a switch leads to, and what the block there gets. */
  public record Target(Block block, List<Value> values) {}

  /** Where a successor leads to. */
  public Target target(int successor) {
    return new Target(successor(successor), successorOperands(successor));
  }

  public Value flag() {
    return FLAG.in(this);
  }

  /** The numbers of the cases, sign-extended; case i goes to successor i + 1. */
  public List<Long> caseValues() {
    return CASE_VALUES.optional(this).map(values -> Arrays.stream(values.allBits()).boxed().toList()).orElse(List.of());
  }

  /** The successor for a value of the flag: 0 for the default. */
  public int successorFor(long value) {
    int width = Integers.width(flag().type());
    var cases = caseValues();
    for (int i = 0; i < cases.size(); i++) {
      if (Integers.unsigned(cases.get(i), width) == Integers.unsigned(value, width)) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public List<Value> successorOperands(int successor) {
    return successor == 0 ? DEFAULT_OPERANDS.all(this) : CASES.in(this, successor - 1);
  }

  @Override
  public void setSuccessorOperands(int successor, List<? extends Value> values) {
    if (successor == 0) {
      DEFAULT_OPERANDS.set(this, values);
    } else {
      CASES.set(this, successor - 1, values);
    }
  }

  @Override
  public Optional<Integer> successorFor(Function<Value, Optional<Attribute>> constants) {
    return Constants.integer(constants.apply(flag())).map(this::successorFor);
  }

  private void check(DiagnosticEngine diagnostics) {
    int cases = CASE_SEGMENTS.in(this).values().size();
    if (successors().size() != cases + 1 || caseValues().size() != cases) {
      diagnostics.opError(this, "has " + caseValues().size() + " case values, " + cases + " case operand segments and " + successors()
          .size() + " successors, of which the first is the default");
    } else if (CASE_VALUES.optional(this).filter(values -> !values.type().element().equals(flag().type())).isPresent()) {
      diagnostics.opError(this, "'flag' type ('" + flag().type() + "') should match case value type ('" + CASE_VALUES.in(this).type().element() + "')");
    } else if (CASE_SEGMENTS.in(this).values().stream().mapToLong(Long::longValue).sum() != CASE_OPERANDS.all(this).size()) {
      diagnostics.opError(this, "has " + CASE_OPERANDS.all(this).size() + " case operands, but case operand segments " + CASE_SEGMENTS.in(this).values());
    }
  }
}
