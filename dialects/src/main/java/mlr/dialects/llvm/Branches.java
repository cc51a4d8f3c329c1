package mlr.dialects.llvm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.dialects.cf.BranchFormat;
import mlr.dialects.cf.ConditionalBranch;
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
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.types.IntegerType;

/** The terminators that choose the next block. */
public final class Branches {
  private Branches() {}

  static List<OpDefinition<?>> all() {
    return List.of(BrOp.DEFINITION, CondBrOp.DEFINITION, SwitchOp.DEFINITION, UnreachableOp.DEFINITION);
  }

  /** {@code llvm.br}. */
  public static final class BrOp extends Operation implements BranchInterface {
    private static final OpSpec<BrOp> SPEC = OpDefinition.named("llvm.br", BrOp.class, BrOp::new);
    private static final OperandHandle OPERANDS = SPEC.variadicOperand("destOperands", Compatible.ANY);
    public static final OpDefinition<BrOp> DEFINITION = SPEC.summary("unconditional branch")
        .description("Goes to the block; the operands become its arguments.")
        .successors(1).traits(Trait.TERMINATOR).effects().assembly(BranchFormat.UNCONDITIONAL).build();

    BrOp(OperationState state) {
      super(state);
    }

    @Override
    public List<Value> successorOperands(int successor) {
      return OPERANDS.all(this);
    }

    @Override
    public void setSuccessorOperands(int successor, List<? extends Value> values) {
      OPERANDS.set(this, values);
    }

    /** What makes a branch. */
    public static OperationState of(Block target, List<? extends Value> arguments, Location location) {
      return OperationState.of(DEFINITION, location).operands(arguments).successor(target);
    }
  }

  /** {@code llvm.cond_br}. */
  public static final class CondBrOp extends ConditionalBranch {
    private static final OpSpec<CondBrOp> SPEC = start("llvm.cond_br", CondBrOp.class, CondBrOp::new, Compatible.ANY);
    private static final AttributeHandle<DenseArrayAttr> WEIGHTS = SPEC.attribute(weights());
    public static final OpDefinition<CondBrOp> DEFINITION = SPEC.summary("conditional branch")
        .assembly(BranchFormat.CONDITIONAL.weighted(WEIGHTS)).verify((op, diagnostics) -> checkWeights(op, WEIGHTS, diagnostics)).build();

    CondBrOp(OperationState state) {
      super(state);
    }

    /** What makes a conditional branch. */
    public static OperationState of(Value condition, Block whenTrue, List<? extends Value> trueArguments, Block whenFalse,
        List<? extends Value> falseArguments, Location location) {
      return state(DEFINITION, condition, whenTrue, trueArguments, whenFalse, falseArguments, location);
    }
  }

  private static AttributeHandle<DenseArrayAttr> weights() {
    return new AttributeHandle<>("branch_weights", DenseArrayAttr.class, false, "how often each successor is taken, in proportion", DenseArrayAttr.of(IntegerType.I32));
  }

  private static void checkWeights(Operation op, AttributeHandle<DenseArrayAttr> weights, DiagnosticEngine diagnostics) {
    int given = weights.optional(op).map(array -> array.values().size()).orElse(op.successorCount());
    if (given != op.successorCount()) {
      diagnostics.opError(op, "expects as many branch weights as successors: " + given + " for " + op.successorCount());
    }
  }

  /** {@code llvm.switch}. */
  public static final class SwitchOp extends Operation implements BranchInterface {
    private static final OpSpec<SwitchOp> SPEC = OpDefinition.named("llvm.switch", SwitchOp.class, SwitchOp::new);
    private static final OperandHandle VALUE = SPEC.operand("value", Types.INTEGER);
    private static final OperandHandle DEFAULT_OPERANDS = SPEC.variadicOperand("defaultOperands", Compatible.ANY);
    private static final OperandHandle CASE_OPERANDS = SPEC.variadicOperand("caseOperands", Compatible.ANY);
    private static final AttributeHandle<DenseElementsAttr> CASE_VALUES =
        SPEC.optionalAttribute("case_values", DenseElementsAttr.class, "a number for each case");
    private static final AttributeHandle<DenseArrayAttr> CASE_SEGMENTS =
        SPEC.attribute("case_operand_segments", DenseArrayAttr.class, "number of operands of each case", DenseArrayAttr.of(IntegerType.I32));
    private static final AttributeHandle<DenseArrayAttr> WEIGHTS = SPEC.attribute(weights());
    private static final OperandSegments CASES = new OperandSegments(CASE_OPERANDS, CASE_SEGMENTS);
    public static final OpDefinition<SwitchOp> DEFINITION = SPEC.summary("switch")
        .description("Goes to the block of the case that the value is equal to, else to the default block.")
        .successors(-1).traits(Trait.TERMINATOR, Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects().assembly(new SwitchFormat()).verify(SwitchOp::check)
        .build();

    SwitchOp(OperationState state) {
      super(state);
    }

    public Value value() {
      return VALUE.in(this);
    }

    /** The numbers of the cases, sign-extended; case i goes to successor i + 1. */
    public List<Long> caseValues() {
      return CASE_VALUES.optional(this).map(values -> Arrays.stream(values.allBits()).boxed().toList()).orElse(List.of());
    }

    /** The successor for a value: 0 for the default. */
    public int successorFor(long value) {
      int width = Integers.width(value().type());
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
      return Constants.integer(constants.apply(value())).map(this::successorFor);
    }

    private void check(DiagnosticEngine diagnostics) {
      checkWeights(this, WEIGHTS, diagnostics);
      if (caseValues().size() + 1 != successors().size() || CASE_SEGMENTS.in(this).values().size() + 1 != successors().size()) {
        diagnostics.opError(this, "expects a case value and a number of case operands for each successor but the first");
      } else if (CASE_VALUES.optional(this).filter(values -> !values.type().element().equals(value().type())).isPresent()) {
        diagnostics.opError(this, "expects case value type to match condition value type '" + value().type() + "'");
      } else if (CASE_SEGMENTS.in(this).values().stream().mapToLong(Long::longValue).sum() != CASE_OPERANDS.all(this).size()) {
        diagnostics.opError(this, "has " + CASE_OPERANDS.all(this).size() + " case operands, but case operand segments " + CASE_SEGMENTS.in(this).values());
      }
    }
  }

  /** {@code llvm.unreachable}. */
  public static final class UnreachableOp extends Operation {
    public static final OpDefinition<UnreachableOp> DEFINITION = OpDefinition.named("llvm.unreachable", UnreachableOp.class, UnreachableOp::new)
        .summary("unreachable").description("Says that control never comes here; executing it is undefined behaviour.").traits(Trait.TERMINATOR)
        .effects().assembly("attr-dict").build();

    UnreachableOp(OperationState state) {
      super(state);
    }
  }
}
