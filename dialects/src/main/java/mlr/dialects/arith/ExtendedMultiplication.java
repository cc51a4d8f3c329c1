package mlr.dialects.arith;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.interfaces.AsmNames;
import mlr.ir.types.ShapedType;

/** Products of twice the width, in two results: the low half, then the high half. */
public final class ExtendedMultiplication {
  private ExtendedMultiplication() {}

  /** The results are called by their halves. */
  private interface LowAndHigh extends AsmNames {
    @Override
    default void nameResults(BiConsumer<Value, String> names) {
      var op = (Operation) this;
      names.accept(op.result(0), "low");
      names.accept(op.result(1), "high");
    }
  }

  /** {@code arith.mulsi_extended}. */
  public static final class MulSIExtendedOp extends Operation implements LowAndHigh {
    public static final OpDefinition<MulSIExtendedOp> DEFINITION =
        define("mulsi_extended", MulSIExtendedOp.class, MulSIExtendedOp::new, IntegerKernels::multiplyHighSigned)
        .summary("extended signed integer multiplication")
        .description("The signed product of twice the width: `low` its low half, `high` its high half.").build();

    MulSIExtendedOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.mului_extended}. */
  public static final class MulUIExtendedOp extends Operation implements LowAndHigh {
    public static final OpDefinition<MulUIExtendedOp> DEFINITION =
        define("mului_extended", MulUIExtendedOp.class, MulUIExtendedOp::new, IntegerKernels::multiplyHighUnsigned)
        .summary("extended unsigned integer multiplication")
        .description("The unsigned product of twice the width: `low` its low half, `high` its high half.").build();

    MulUIExtendedOp(OperationState state) {
      super(state);
    }
  }

  private static <T extends Operation> OpDefinition.Builder<T> define(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel.LongBinary> high) {
    var spec = OpDefinition.named("arith." + mnemonic, kind, factory);
    spec.operand("lhs", Types.INTEGER_LIKE);
    spec.operand("rhs", Types.INTEGER_LIKE);
    spec.result("low", Types.INTEGER_LIKE);
    spec.result("high", Types.INTEGER_LIKE);
    return spec.traits(Trait.PURE, Trait.COMMUTATIVE, Trait.SAME_OPERANDS_AND_RESULT_TYPE).assembly("$lhs `,` $rhs attr-dict `:` type($lhs)")
        .eval(op -> {
          Value lhs = op.operand(0);
          var kernel = high.apply(Integers.width(lhs.type()));
          return (Kernel.General) arguments -> arguments[0] == Poison.POISON || arguments[1] == Poison.POISON
              ? new Object[] {Poison.POISON, Poison.POISON}
              : new Object[] {map(lhs.type(), (a, b) -> a * b, arguments), map(lhs.type(), kernel, arguments)};
        });
  }

  private static Object map(Type type, Kernel.LongBinary kernel, Object[] arguments) {
    if (!(arguments[0] instanceof TensorValue left)) {
      return IntegerAttr.wrap(type, kernel.apply((Long) arguments[0], (Long) arguments[1]));
    }
    var right = (TensorValue) arguments[1];
    var all = new Object[left.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = IntegerAttr.wrap(((ShapedType) type).element(), kernel.apply((Long) left.get(i), (Long) right.get(i)));
    }
    return RuntimeValues.tensor((ShapedType) type, all);
  }
}
