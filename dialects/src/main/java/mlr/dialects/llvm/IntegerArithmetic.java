package mlr.dialects.llvm;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.eval.Kernel;

/** Integer instructions with two operands of one type. */
public final class IntegerArithmetic {
  private static final String OVERFLOW = "overflowFlags";
  private static final String SYNTAX = "$lhs `,` $rhs attr-dict `:` type($result)";

  private IntegerArithmetic() {}

  static List<OpDefinition<?>> all() {
    return List.of(AddOp.DEFINITION, SubOp.DEFINITION, MulOp.DEFINITION, ShlOp.DEFINITION, UDivOp.DEFINITION, SDivOp.DEFINITION, URemOp.DEFINITION,
        SRemOp.DEFINITION, AndOp.DEFINITION, OrOp.DEFINITION, XOrOp.DEFINITION, LShrOp.DEFINITION, AShrOp.DEFINITION);
  }

  private static <T extends BinaryOp> OpSpec<T> wrapping(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      BiFunction<Integer, FlagsAttr, Kernel> kernel) {
    var spec = BinaryOp.start("llvm." + mnemonic, kind, factory, Compatible.INTEGER_LIKE,
        (op, type) -> kernel.apply(Integers.width(type), FlagsAttr.of(op, OVERFLOW, FlagsAttr.Kind.OVERFLOW)));
    return FlagsAttr.declare(spec, LlvmDialect.NAMESPACE, FlagsAttr.Kind.OVERFLOW, OVERFLOW, SYNTAX).traits(Trait.PURE);
  }

  private static <T extends BinaryOp> OpSpec<T> plain(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      IntFunction<Kernel> kernel) {
    return BinaryOp.start("llvm." + mnemonic, kind, factory, Compatible.INTEGER_LIKE, (_, type) -> kernel.apply(Integers.width(type)))
        .assembly("$lhs `,` $rhs ` ` attr-dict `:` type($result)");
  }

  /** {@code llvm.add}. */
  public static final class AddOp extends BinaryOp {
    public static final OpDefinition<AddOp> DEFINITION = wrapping("add", AddOp.class, AddOp::new, IntegerKernels::add)
        .summary("integer addition").description("The sum modulo 2^width; poison on the overflows that the flags rule out.").traits(Trait.COMMUTATIVE)
        .build();

    AddOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.sub}. */
  public static final class SubOp extends BinaryOp {
    public static final OpDefinition<SubOp> DEFINITION = wrapping("sub", SubOp.class, SubOp::new, IntegerKernels::subtract)
        .summary("integer subtraction").description("The difference modulo 2^width; poison on the overflows that the flags rule out.").build();

    SubOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.mul}. */
  public static final class MulOp extends BinaryOp {
    public static final OpDefinition<MulOp> DEFINITION = wrapping("mul", MulOp.class, MulOp::new, IntegerKernels::multiply)
        .summary("integer multiplication").description("The product modulo 2^width; poison on the overflows that the flags rule out.")
        .traits(Trait.COMMUTATIVE).build();

    MulOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.shl}. */
  public static final class ShlOp extends BinaryOp {
    public static final OpDefinition<ShlOp> DEFINITION = wrapping("shl", ShlOp.class, ShlOp::new, IntegerKernels::shiftLeft)
        .summary("left shift").description("Shifted left, zeros coming in; poison for amounts of the width or more.").build();

    ShlOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.udiv}. */
  public static final class UDivOp extends BinaryOp {
    public static final OpDefinition<UDivOp> DEFINITION = plain("udiv", UDivOp.class, UDivOp::new, IntegerKernels::divideUnsigned)
        .summary("unsigned division").description("The unsigned quotient; undefined for a zero divisor.").build();

    UDivOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.sdiv}. */
  public static final class SDivOp extends BinaryOp {
    public static final OpDefinition<SDivOp> DEFINITION = plain("sdiv", SDivOp.class, SDivOp::new, IntegerKernels::divideSigned)
        .summary("signed division").description("The quotient rounded toward zero; undefined for a zero divisor and on overflow.").build();

    SDivOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.urem}. */
  public static final class URemOp extends BinaryOp {
    public static final OpDefinition<URemOp> DEFINITION = plain("urem", URemOp.class, URemOp::new, IntegerKernels::remainderUnsigned)
        .summary("unsigned remainder").description("The unsigned remainder; undefined for a zero divisor.").build();

    URemOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.srem}. */
  public static final class SRemOp extends BinaryOp {
    public static final OpDefinition<SRemOp> DEFINITION = plain("srem", SRemOp.class, SRemOp::new, IntegerKernels::remainderSigned)
        .summary("signed remainder").description("The remainder with the sign of the dividend; undefined for a zero divisor and on overflow.")
        .build();

    SRemOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.and}. */
  public static final class AndOp extends BinaryOp {
    public static final OpDefinition<AndOp> DEFINITION = plain("and", AndOp.class, AndOp::new, _ -> (Kernel.LongBinary) (a, b) -> a & b)
        .summary("bitwise and").description("The bitwise and.").traits(Trait.PURE, Trait.COMMUTATIVE).build();

    AndOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.or}. */
  public static final class OrOp extends BinaryOp {
    public static final OpDefinition<OrOp> DEFINITION = plain("or", OrOp.class, OrOp::new, _ -> (Kernel.LongBinary) (a, b) -> a | b)
        .summary("bitwise or").description("The bitwise or.").traits(Trait.PURE, Trait.COMMUTATIVE).build();

    OrOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.xor}. */
  public static final class XOrOp extends BinaryOp {
    public static final OpDefinition<XOrOp> DEFINITION = plain("xor", XOrOp.class, XOrOp::new, _ -> (Kernel.LongBinary) (a, b) -> a ^ b)
        .summary("bitwise exclusive or").description("The bitwise exclusive or.").traits(Trait.PURE, Trait.COMMUTATIVE).build();

    XOrOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.lshr}. */
  public static final class LShrOp extends BinaryOp {
    public static final OpDefinition<LShrOp> DEFINITION = plain("lshr", LShrOp.class, LShrOp::new, IntegerKernels::shiftRightUnsigned)
        .summary("logical right shift").description("Shifted right, zeros coming in; poison for amounts of the width or more.").traits(Trait.PURE)
        .build();

    LShrOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.ashr}. */
  public static final class AShrOp extends BinaryOp {
    public static final OpDefinition<AShrOp> DEFINITION = plain("ashr", AShrOp.class, AShrOp::new, IntegerKernels::shiftRightSigned)
        .summary("arithmetic right shift").description("Shifted right, the sign coming in; poison for amounts of the width or more.")
        .traits(Trait.PURE).build();

    AShrOp(OperationState state) {
      super(state);
    }
  }
}
