package mlr.dialects.arith;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.interfaces.AsmNames;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Sums and products that do not fit the type of their operands, in two results: the low part, then what goes beyond it. */
public final class ExtendedArithmetic {
  private ExtendedArithmetic() {}

  /** {@code arith.addui_extended}. */
  public static final class AddUIExtendedOp extends Operation implements AsmNames {
    public static final OpDefinition<AddUIExtendedOp> DEFINITION = define("addui_extended", AddUIExtendedOp.class, AddUIExtendedOp::new, "sum",
        "overflow", Types.BOOL_LIKE, AddUIExtendedOp::overflowType, Long::sum, IntegerKernels::carry)
        .summary("extended unsigned integer addition")
        .description("The sum modulo 2^width, and whether the unsigned sum is more than that.")
        .assembly("$lhs `,` $rhs attr-dict `:` type($sum) `,` type($overflow)").typesMatchWith("sum", "lhs", type -> type)
        .typesMatchWith("sum", "rhs", type -> type).typesMatchWith("sum", "overflow", AddUIExtendedOp::overflowType)
        // x + 0 = x, and no carry
        .canonicalize(neutral("arith.addui_extended", 0, (op, rewriter) -> zero(op.result(1).type(), op, rewriter)))
        .build();

    AddUIExtendedOp(OperationState state) {
      super(state);
    }

    private static Type overflowType(Type type) {
      return type instanceof ShapedType shaped ? shaped.with(shaped.shape(), IntegerType.I1) : IntegerType.I1;
    }

    @Override
    public void nameResults(BiConsumer<Value, String> names) {
      names.accept(result(0), "sum");
      names.accept(result(1), "overflow");
    }
  }

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
        product("mulsi_extended", MulSIExtendedOp.class, MulSIExtendedOp::new, IntegerKernels::multiplyHighSigned)
        .summary("extended signed integer multiplication")
        .description("The signed product of twice the width: `low` its low half, `high` its high half.")
        // x * 1 = x, with its sign above
        .canonicalize(neutral("arith.mulsi_extended", 1, MulSIExtendedOp::sign)).build();

    MulSIExtendedOp(OperationState state) {
      super(state);
    }

    private static Value sign(Operation op, PatternRewriter rewriter) {
      var x = op.operand(0);
      var negative = rewriter.create(CmpIOp.of(IntegerPredicate.SLT, x, zero(x.type(), op, rewriter), op.location())).result();
      // Index is no type that one extends to; the cast to it repeats the sign, too.
      var extension = ShapedType.elementOrSelf(x.type()) instanceof IndexType ? IntegerConversions.IndexCastOp.DEFINITION : IntegerConversions.ExtSIOp.DEFINITION;
      return rewriter.create(extension, op.location(), List.of(negative), List.of(x.type())).result();
    }
  }

  /** {@code arith.mului_extended}. */
  public static final class MulUIExtendedOp extends Operation implements LowAndHigh {
    public static final OpDefinition<MulUIExtendedOp> DEFINITION =
        product("mului_extended", MulUIExtendedOp.class, MulUIExtendedOp::new, IntegerKernels::multiplyHighUnsigned)
        .summary("extended unsigned integer multiplication")
        .description("The unsigned product of twice the width: `low` its low half, `high` its high half.")
        // x * 1 = x, and nothing above
        .canonicalize(neutral("arith.mului_extended", 1, (op, rewriter) -> zero(op.result(1).type(), op, rewriter))).build();

    MulUIExtendedOp(OperationState state) {
      super(state);
    }
  }

  private static <T extends Operation> OpSpec<T> product(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel.LongBinary> high) {
    var name = "arith." + mnemonic;
    return define(mnemonic, kind, factory, "low", "high", Types.INTEGER_LIKE, type -> type, (a, b) -> a * b, high).traits(Trait.SAME_OPERANDS_AND_RESULT_TYPE)
        .assembly("$lhs `,` $rhs attr-dict `:` type($lhs)")
        // the low half alone is the product
        .canonicalize(RewritePattern.on(Operation.class, name, name + " for its low half", (op, rewriter) -> {
          boolean applies = op.result(1).isUnused();
          if (applies) {
            var product = rewriter.create(IntegerArithmetic.MulIOp.DEFINITION, op.location(), op.operand(0), op.operand(1)).result();
            rewriter.replaceOp(op, List.of(product, product));
          }
          return applies;
        }))
        // x * 0 = 0, in both halves
        .canonicalize(RewritePattern.on(Operation.class, name, name + " by 0", (op, rewriter) -> {
          boolean applies = Constants.isInteger(ConstantOp.valueOf(op.operand(1)), 0);
          if (applies) {
            rewriter.replaceOp(op, List.of(op.operand(1), op.operand(1)));
          }
          return applies;
        }));
  }

  private static <T extends Operation> OpSpec<T> define(String mnemonic, Class<T> kind, Function<OperationState, T> factory, String first,
      String second, TypeConstraint secondTypes, Function<Type, Type> secondType, Kernel.LongBinary low, IntFunction<Kernel.LongBinary> high) {
    var spec = OpDefinition.named("arith." + mnemonic, kind, factory);
    spec.operand("lhs", Types.INTEGER_LIKE);
    spec.operand("rhs", Types.INTEGER_LIKE);
    spec.result(first, Types.INTEGER_LIKE);
    spec.result(second, secondTypes);
    return spec.traits(Trait.PURE, Trait.COMMUTATIVE)
        .infer(state -> List.of(state.operands().getFirst().type(), secondType.apply(state.operands().getFirst().type())))
        .eval(op -> {
          var type = op.operand(0).type();
          var kernel = high.apply(Integers.width(type));
          return (Kernel.General) arguments -> arguments[0] == Poison.POISON || arguments[1] == Poison.POISON
              ? new Object[] {Poison.POISON, Poison.POISON}
              : new Object[] {map(type, low, arguments), map(secondType.apply(type), kernel, arguments)};
        });
  }

  /** Where the right operand is {@code neutral}, the first result is the left one, and the second is {@code rest}. An i1 of value 1 is -1 to signed readers. */
  private static RewritePattern neutral(String name, long neutral, BiFunction<Operation, PatternRewriter, Value> rest) {
    return RewritePattern.on(Operation.class, name, name + " by " + neutral, (op, rewriter) -> {
      boolean applies = Constants.isInteger(ConstantOp.valueOf(op.operand(1)), neutral) && Integers.width(op.operand(1).type()) > 1;
      if (applies) {
        rewriter.replaceOp(op, List.of(op.operand(0), rest.apply(op, rewriter)));
      }
      return applies;
    });
  }

  private static Value zero(Type type, Operation op, PatternRewriter rewriter) {
    return rewriter.create(ConstantOp.integer(type, 0, op.location())).result();
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
