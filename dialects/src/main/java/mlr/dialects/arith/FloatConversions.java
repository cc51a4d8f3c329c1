package mlr.dialects.arith;

import java.util.List;
import mlr.dialects.elementwise.CastOp;
import mlr.dialects.elementwise.CastOp.Widths;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.Integers;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;

/** Conversions from and to floating point. */
public final class FloatConversions {
  private static final TypeConstraint INTEGER = Types.INTEGER_NOT_INDEX_LIKE;
  private static final TypeConstraint FLOAT = Types.FLOAT_LIKE;

  private FloatConversions() {}

  /** {@code arith.extf}. */
  public static final class ExtFOp extends CastOp {
    public static final OpDefinition<ExtFOp> DEFINITION =
        CastOp.start("arith.extf", ExtFOp.class, ExtFOp::new, FLOAT, FLOAT, Widths.WIDER, FloatKernels::convert)
        .summary("cast from floating-point to wider floating-point").description("The same number in a wider format; exact.")
        .canonicalize(ArithEquations.at("arith.extf")).build();

    ExtFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.truncf}. */
  public static final class TruncFOp extends CastOp {
    public static final OpDefinition<TruncFOp> DEFINITION =
        CastOp.start("arith.truncf", TruncFOp.class, TruncFOp::new, FLOAT, FLOAT, Widths.NARROWER, FloatKernels::convert)
        .summary("cast from floating-point to narrower floating-point").description("The nearest number of a narrower format, ties to even.")
        // trunc(ext(x)) = x
        .fold((op, _) -> op.in().definingOp().filter(inner -> inner instanceof ExtFOp && inner.operand(0).type().equals(op.result().type()))
            .flatMap(inner -> Constants.existing(inner.operand(0))))
        .build();

    TruncFOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.sitofp}. */
  public static final class SIToFPOp extends CastOp {
    public static final OpDefinition<SIToFPOp> DEFINITION = CastOp.start("arith.sitofp", SIToFPOp.class, SIToFPOp::new, INTEGER, FLOAT, Widths.ANY,
        (from, to) -> FloatKernels.fromSigned(Integers.width(from), to))
        .summary("cast from signed integer to floating-point").description("The nearest number to the signed integer, ties to even.").build();

    SIToFPOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.uitofp}. */
  public static final class UIToFPOp extends CastOp {
    public static final OpDefinition<UIToFPOp> DEFINITION = CastOp.start("arith.uitofp", UIToFPOp.class, UIToFPOp::new, INTEGER, FLOAT, Widths.ANY,
        (from, to) -> FloatKernels.fromUnsigned(Integers.width(from), to))
        .summary("cast from unsigned integer to floating-point").description("The nearest number to the unsigned integer, ties to even.").build();

    UIToFPOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.fptosi}. */
  public static final class FPToSIOp extends CastOp {
    public static final OpDefinition<FPToSIOp> DEFINITION = CastOp.start("arith.fptosi", FPToSIOp.class, FPToSIOp::new, FLOAT, INTEGER, Widths.ANY,
        (from, to) -> FloatKernels.toSigned(from, Integers.width(to)))
        .summary("cast from floating-point to signed integer")
        .description("Rounded toward zero; poison for NaN and where that does not fit the result's signed range.").build();

    FPToSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.fptoui}. */
  public static final class FPToUIOp extends CastOp {
    public static final OpDefinition<FPToUIOp> DEFINITION = CastOp.start("arith.fptoui", FPToUIOp.class, FPToUIOp::new, FLOAT, INTEGER, Widths.ANY,
        (from, to) -> FloatKernels.toUnsigned(from, Integers.width(to)))
        .summary("cast from floating-point to unsigned integer")
        .description("Rounded toward zero; poison for NaN and where that does not fit the result's unsigned range.").build();

    FPToUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.bitcast}. */
  public static final class BitcastOp extends CastOp {
    private static final TypeConstraint BITS = Types.elementwise("signless-integer-or-float-like", Types.SCALAR);
    public static final OpDefinition<BitcastOp> DEFINITION =
        CastOp.start("arith.bitcast", BitcastOp.class, BitcastOp::new, BITS, BITS, Widths.EQUAL, FloatKernels::bitcast)
        .summary("bitcast between values of equal bit width").description("The same bits read as another type of the same width.")
        // bitcast(bitcast(x)) = x where the types come back to where they were
        .fold((op, _) -> op.in().type().equals(op.result().type()) ? Constants.existing(op.in())
            : op.in().definingOp().filter(inner -> inner instanceof BitcastOp && inner.operand(0).type().equals(op.result().type()))
                .flatMap(inner -> Constants.existing(inner.operand(0))))
        .build();

    BitcastOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(ExtFOp.DEFINITION, TruncFOp.DEFINITION, SIToFPOp.DEFINITION, UIToFPOp.DEFINITION, FPToSIOp.DEFINITION,
      FPToUIOp.DEFINITION, BitcastOp.DEFINITION);
  }
}
