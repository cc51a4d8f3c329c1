package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;

import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.ShapedType;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** Comparisons and selection. */
public final class Comparison {
  private Comparison() {}

  static List<OpDefinition<?>> all() {
    return List.of(ICmpOp.DEFINITION, FCmpOp.DEFINITION, SelectOp.DEFINITION);
  }

  private static Type boolLike(Type type) {
    return type instanceof VectorType vector ? VectorType.of(IntegerType.I1, vector.shape()) : IntegerType.I1;
  }

  /** {@code llvm.icmp}. */
  public static final class ICmpOp extends Operation {
    private static final TypeConstraint COMPARABLE = Compatible.INTEGER_LIKE.or(Memory.POINTER);
    private static final OpSpec<ICmpOp> SPEC = OpDefinition.named("llvm.icmp", ICmpOp.class, ICmpOp::new);
    private static final AttributeHandle<IntegerAttr> PREDICATE =
        SPEC.attribute("predicate", IntegerAttr.class, "predicate number, 0 (eq) to 9 (uge)", IntegerAttr.of(IntegerType.I64).and(IntegerPredicate::isNumber));

    static {
      SPEC.operand("lhs", COMPARABLE);
      SPEC.operand("rhs", COMPARABLE);
      SPEC.result("res", Compatible.BOOL_LIKE);
    }

    public static final OpDefinition<ICmpOp> DEFINITION = SPEC.summary("integer comparison")
        .description("Whether the predicate holds; of pointers into one allocation the unsigned order is known, of others only whether they are equal.")
        .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_TYPE_OPERANDS).assembly(new PredicateFormat(false))
        .infer(state -> List.of(boolLike(state.operands().getFirst().type()))).eval(ICmpOp::comparison).build();

    ICmpOp(OperationState state) {
      super(state);
    }

    public IntegerPredicate predicate() {
      return IntegerPredicate.at(PREDICATE.in(this).value());
    }

    public Value lhs() {
      return operand(0);
    }

    public Value rhs() {
      return operand(1);
    }

    /** What makes a comparison. */
    public static OperationState of(IntegerPredicate predicate, Value lhs, Value rhs, Location location) {
      return OperationState.of(DEFINITION, location).attributes(predicate.attributes()).operands(lhs, rhs);
    }

    private Kernel comparison() {
      if (!(lhs().type() instanceof PointerType)) {
        return IntegerKernels.compare(predicate(), Integers.width(lhs().type()));
      }
      return Kernel.General.strict(a -> comparison((PointerValue) a[0], (PointerValue) a[1]));
    }

    // Where memory lies is not known: only the order of places in one allocation is, which does not go round the end of memory.
    private Object comparison(PointerValue a, PointerValue b) {
      boolean signed = switch (predicate()) {
        case SLT, SLE, SGT, SGE -> true;
        default -> false;
      };
      if (a.equals(b)) {
        return predicate().test(0, 0, Long.SIZE) ? 1L : 0L;
      }
      if (predicate() == IntegerPredicate.EQ || predicate() == IntegerPredicate.NE) {
        return predicate() == IntegerPredicate.NE ? 1L : 0L;
      }
      return signed || !a.isInOneAllocation(b) ? Poison.POISON : predicate().test(a.offset(), b.offset(), Long.SIZE) ? 1L : 0L;
    }
  }

  /** {@code llvm.fcmp}. */
  public static final class FCmpOp extends Operation {
    private static final OpSpec<FCmpOp> SPEC = FloatArithmetic.withFlags(OpDefinition.named("llvm.fcmp", FCmpOp.class, FCmpOp::new));
    private static final AttributeHandle<IntegerAttr> PREDICATE =
        SPEC.attribute("predicate", IntegerAttr.class, "predicate number, 0 (_false) to 15 (_true)", IntegerAttr.of(IntegerType.I64).and(FloatPredicate::isNumber));

    static {
      SPEC.operand("lhs", Compatible.FLOAT_LIKE);
      SPEC.operand("rhs", Compatible.FLOAT_LIKE);
      SPEC.result("res", Compatible.BOOL_LIKE);
    }

    public static final OpDefinition<FCmpOp> DEFINITION = SPEC.summary("floating-point comparison")
        .description("Whether the predicate holds; predicates as in `arith.cmpf`.")
        .traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_TYPE_OPERANDS).assembly(new PredicateFormat(true))
        .infer(state -> List.of(boolLike(state.operands().getFirst().type()))).eval(op -> FloatKernels.compare(op.predicate(), op.lhs().type()))
        .build();

    FCmpOp(OperationState state) {
      super(state);
    }

    public FloatPredicate predicate() {
      return FloatPredicate.at(PREDICATE.in(this).value());
    }

    public Value lhs() {
      return operand(0);
    }

    public Value rhs() {
      return operand(1);
    }

    /** What makes a comparison. */
    public static OperationState of(FloatPredicate predicate, Value lhs, Value rhs, Location location) {
      return OperationState.of(DEFINITION, location).attribute(PREDICATE.name(), IntegerAttr.i64(predicate.ordinal())).operands(lhs, rhs);
    }
  }

  /** {@code llvm.select}. */
  public static final class SelectOp extends Operation {
    private static final OpSpec<SelectOp> SPEC =
        FloatArithmetic.withFlags(OpDefinition.named("llvm.select", SelectOp.class, SelectOp::new));
    private static final OperandHandle CONDITION = SPEC.operand("condition", Compatible.BOOL_LIKE);
    private static final OperandHandle TRUE_VALUE = SPEC.operand("trueValue", Compatible.ANY);
    private static final OperandHandle FALSE_VALUE = SPEC.operand("falseValue", Compatible.ANY);

    static {
      SPEC.result("res", Compatible.ANY);
    }

    public static final OpDefinition<SelectOp> DEFINITION = SPEC.summary("selection")
        .description("One of two values by a condition, lane by lane where that is a vector.")
        .traits(Trait.PURE).typesMatchWith("trueValue", "falseValue", type -> type).typesMatchWith("trueValue", "res", type -> type)
        .assembly("$condition `,` $trueValue `,` $falseValue attr-dict `:` type($condition) `,` type($trueValue)")
        .infer(state -> List.of(state.operands().get(1).type())).eval(_ -> (Kernel.Lanes) mlr.dialects.arith.SelectOp::select).verify(SelectOp::check).build();

    SelectOp(OperationState state) {
      super(state);
    }

    private void check(DiagnosticEngine diagnostics) {
      if (condition().type() instanceof ShapedType lanes && !(trueValue().type() instanceof ShapedType values && values.shape().equals(lanes.shape()))) {
        diagnostics.opError(this, "expected the values to be vectors of as many lanes as the condition '" + lanes + "', but got '" + trueValue().type() + "'");
      }
    }

    public Value condition() {
      return CONDITION.in(this);
    }

    public Value trueValue() {
      return TRUE_VALUE.in(this);
    }

    public Value falseValue() {
      return FALSE_VALUE.in(this);
    }
  }

  /** The number of a predicate's keyword; that of the constant predicates starts with an underscore. */
  static Optional<Integer> predicateNumber(String keyword, boolean floating) {
    var plain = keyword.startsWith("_") ? keyword.substring(1) : keyword;
    return floating ? FloatPredicate.of(plain).map(Enum::ordinal) : IntegerPredicate.of(plain).map(Enum::ordinal);
  }

  /** The keyword of a predicate number. */
  static String predicateKeyword(int number, boolean floating) {
    if (!floating) {
      return IntegerPredicate.at(number).keyword();
    }
    var predicate = FloatPredicate.at(number);
    return (predicate == FloatPredicate.TRUE || predicate == FloatPredicate.FALSE ? "_" : "") + predicate.keyword();
  }

  /** Whether flags are the default. */
  static boolean hasDefaultFlags(Operation op) {
    return FlagsAttr.of(op, "fastmathFlags", FlagsAttr.Kind.FASTMATH).isEmpty();
  }
}
