package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import mlr.dialects.elementwise.CastOp;
import mlr.dialects.elementwise.CastOp.Widths;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.elementwise.RangeArithmetic;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.types.IndexType;

/** Conversions between integers of different widths, and index. */
public final class IntegerConversions {
  private static final TypeConstraint INDEX_LIKE = Types.elementwise("signless-integer-like or index", Types.INTEGER_OR_INDEX);

  private IntegerConversions() {}

  /** {@code arith.extsi}. */
  public static final class ExtSIOp extends CastOp {
    public static final OpDefinition<ExtSIOp> DEFINITION = define("extsi", ExtSIOp.class, ExtSIOp::new, Widths.WIDER, IntegerConversions::signed)
        .ranges(RangeArithmetic.SIGNED)
        .summary("integer sign extension").description("The same signed number in a wider type.").build();

    ExtSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.extui}. */
  public static final class ExtUIOp extends CastOp {
    public static final OpDefinition<ExtUIOp> DEFINITION = define("extui", ExtUIOp.class, ExtUIOp::new, Widths.WIDER, IntegerConversions::unsigned)
        .ranges(RangeArithmetic.UNSIGNED)
        .summary("integer zero extension").description("The same unsigned number in a wider type.").build();

    ExtUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.trunci}. */
  public static final class TruncIOp extends CastOp {
    public static final OpDefinition<TruncIOp> DEFINITION =
        define("trunci", TruncIOp.class, TruncIOp::new, Widths.NARROWER, (_, _) -> (Kernel.LongUnary) a -> a)
        .summary("integer truncation")
        .description("The low bits: the number modulo 2^width of the result.")
        .fold(IntegerConversions::truncationOfExtension).ranges(RangeArithmetic.TRUNCATE).build();

    TruncIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.index_cast}. */
  public static final class IndexCastOp extends CastOp {
    public static final OpDefinition<IndexCastOp> DEFINITION = index("index_cast", IndexCastOp.class, IndexCastOp::new, IntegerConversions::signed)
        .ranges(RangeArithmetic.SIGNED)
        .summary("cast between index and integer").description("Sign-extended to a wider type, truncated to a narrower.").build();

    IndexCastOp(OperationState state) {
      super(state);
    }
  }

  /** {@code arith.index_castui}. */
  public static final class IndexCastUIOp extends CastOp {
    public static final OpDefinition<IndexCastUIOp> DEFINITION =
        index("index_castui", IndexCastUIOp.class, IndexCastUIOp::new, IntegerConversions::unsigned)
        .ranges(RangeArithmetic.UNSIGNED)
        .summary("unsigned cast between index and integer").description("Zero-extended to a wider type, truncated to a narrower.").build();

    IndexCastUIOp(OperationState state) {
      super(state);
    }
  }

  /** The operations of this family. */
  static List<OpDefinition<?>> all() {
    return List.of(ExtSIOp.DEFINITION, ExtUIOp.DEFINITION, TruncIOp.DEFINITION, IndexCastOp.DEFINITION, IndexCastUIOp.DEFINITION);
  }

  private static <T extends CastOp> OpSpec<T> define(String mnemonic, Class<T> kind, Function<OperationState, T> factory, Widths widths,
      BiFunction<Type, Type, Kernel> kernel) {
    return CastOp.start("arith." + mnemonic, kind, factory, Types.INTEGER_NOT_INDEX_LIKE, Types.INTEGER_NOT_INDEX_LIKE, widths, kernel)
        .canonicalize(ArithEquations.at("arith." + mnemonic));
  }

  private static <T extends CastOp> OpSpec<T> index(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      BiFunction<Type, Type, Kernel> kernel) {
    return CastOp.start("arith." + mnemonic, kind, factory, INDEX_LIKE, INDEX_LIKE, Widths.ANY, kernel).verify(IntegerConversions::exactlyOneIndex)
        .canonicalize(ArithEquations.at("arith." + mnemonic));
  }

  private static void exactlyOneIndex(CastOp op, DiagnosticEngine diagnostics) {
    if (op.sourceElement() instanceof IndexType == op.targetElement() instanceof IndexType) {
      diagnostics.opError(op, "operand type '" + op.in().type() + "' and result type '" + op.result().type() + "' are cast incompatible");
    }
  }

  private static Kernel signed(Type from, Type to) {
    int width = Integers.width(from);
    return (Kernel.LongUnary) a -> Integers.signed(a, width);
  }

  private static Kernel unsigned(Type from, Type to) {
    int width = Integers.width(from);
    return (Kernel.LongUnary) a -> Integers.unsigned(a, width);
  }

  // trunc(ext(x)) = x where the types come back to where they were
  private static Optional<FoldResult> truncationOfExtension(TruncIOp op, List<Optional<Attribute>> constants) {
    return op.in().definingOp().filter(inner -> (inner instanceof ExtSIOp || inner instanceof ExtUIOp) && inner.operand(0).type()
        .equals(op.result().type()))
        .flatMap(inner -> Constants.existing(inner.operand(0)));
  }
}
