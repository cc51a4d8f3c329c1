package mlr.dialects.llvm;

import java.util.List;
import java.util.function.Function;
import mlr.dialects.elementwise.CastOp;
import mlr.dialects.elementwise.CastOp.Widths;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;

/** Conversions between integers, floating-point numbers and pointers. */
public final class Conversions {
  private static final TypeConstraint INTEGER = Compatible.INTEGER_LIKE;
  private static final TypeConstraint FLOAT = Compatible.FLOAT_LIKE;
  private static final TypeConstraint ANY = new TypeConstraint("LLVM-compatible non-aggregate type", type -> Compatible.ANY.accepts(type) && !(type instanceof ArrayType) && !(type instanceof StructType));

  private Conversions() {}

  static List<OpDefinition<?>> all() {
    return List.of(SExtOp.DEFINITION, ZExtOp.DEFINITION, TruncOp.DEFINITION, FPExtOp.DEFINITION, FPTruncOp.DEFINITION, SIToFPOp.DEFINITION,
        UIToFPOp.DEFINITION, FPToSIOp.DEFINITION, FPToUIOp.DEFINITION, BitcastOp.DEFINITION, PtrToIntOp.DEFINITION, IntToPtrOp.DEFINITION);
  }

  private static Kernel signed(int width) {
    return (Kernel.LongUnary) a -> Integers.signed(a, width);
  }

  private static Kernel unsigned(int width) {
    return (Kernel.LongUnary) a -> Integers.unsigned(a, width);
  }

  private static Kernel bitcast(Type from, Type to) {
    return from instanceof PointerType ? Kernel.General.strict(a -> a[0]) : FloatKernels.bitcast(from, to);
  }

  private static <T extends Operation> OpSpec<T> pointerCast(String name, Class<T> kind, Function<OperationState, T> factory,
      TypeConstraint from, TypeConstraint to) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.operand("arg", from);
    spec.result("res", to);
    return spec.traits(Trait.PURE).assembly("$arg attr-dict `:` type($arg) `to` type($res)");
  }

  /** {@code llvm.sext}. */
  public static final class SExtOp extends CastOp {
    public static final OpDefinition<SExtOp> DEFINITION =
        CastOp.start("llvm.sext", SExtOp.class, SExtOp::new, INTEGER, INTEGER, Widths.WIDER, (from, _) -> signed(Integers.width(from)))
        .summary("sign extension").description("The same signed number in a wider type.").build();

    SExtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.zext}. */
  public static final class ZExtOp extends CastOp {
    public static final OpDefinition<ZExtOp> DEFINITION =
        CastOp.start("llvm.zext", ZExtOp.class, ZExtOp::new, INTEGER, INTEGER, Widths.WIDER, (from, _) -> unsigned(Integers.width(from)))
        .summary("zero extension").description("The same unsigned number in a wider type.").build();

    ZExtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.trunc}. */
  public static final class TruncOp extends CastOp {
    public static final OpDefinition<TruncOp> DEFINITION =
        CastOp.start("llvm.trunc", TruncOp.class, TruncOp::new, INTEGER, INTEGER, Widths.NARROWER, (_, _) -> (Kernel.LongUnary) a -> a)
        .summary("integer truncation").description("The low bits.").build();

    TruncOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fpext}. */
  public static final class FPExtOp extends CastOp {
    public static final OpDefinition<FPExtOp> DEFINITION =
        CastOp.start("llvm.fpext", FPExtOp.class, FPExtOp::new, FLOAT, FLOAT, Widths.WIDER, FloatKernels::convert)
        .summary("floating-point extension").description("The same number in a wider format.").build();

    FPExtOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fptrunc}. */
  public static final class FPTruncOp extends CastOp {
    public static final OpDefinition<FPTruncOp> DEFINITION =
        CastOp.start("llvm.fptrunc", FPTruncOp.class, FPTruncOp::new, FLOAT, FLOAT, Widths.NARROWER, FloatKernels::convert)
        .summary("floating-point truncation").description("The nearest number of a narrower format, ties to even.").build();

    FPTruncOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.sitofp}. */
  public static final class SIToFPOp extends CastOp {
    public static final OpDefinition<SIToFPOp> DEFINITION =
        CastOp.start("llvm.sitofp", SIToFPOp.class, SIToFPOp::new, INTEGER, FLOAT, Widths.ANY,
        (from, to) -> FloatKernels.fromSigned(Integers.width(from), to))
        .summary("signed integer to floating point").description("The nearest number, ties to even.").build();

    SIToFPOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.uitofp}. */
  public static final class UIToFPOp extends CastOp {
    public static final OpDefinition<UIToFPOp> DEFINITION =
        CastOp.start("llvm.uitofp", UIToFPOp.class, UIToFPOp::new, INTEGER, FLOAT, Widths.ANY,
        (from, to) -> FloatKernels.fromUnsigned(Integers.width(from), to))
        .summary("unsigned integer to floating point").description("The nearest number, ties to even.").build();

    UIToFPOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fptosi}. */
  public static final class FPToSIOp extends CastOp {
    public static final OpDefinition<FPToSIOp> DEFINITION =
        CastOp.start("llvm.fptosi", FPToSIOp.class, FPToSIOp::new, FLOAT, INTEGER, Widths.ANY,
        (from, to) -> FloatKernels.toSigned(from, Integers.width(to)))
        .summary("floating point to signed integer").description("Rounded toward zero; poison for NaN and outside the range.").build();

    FPToSIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.fptoui}. */
  public static final class FPToUIOp extends CastOp {
    public static final OpDefinition<FPToUIOp> DEFINITION =
        CastOp.start("llvm.fptoui", FPToUIOp.class, FPToUIOp::new, FLOAT, INTEGER, Widths.ANY,
        (from, to) -> FloatKernels.toUnsigned(from, Integers.width(to)))
        .summary("floating point to unsigned integer").description("Rounded toward zero; poison for NaN and outside the range.").build();

    FPToUIOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.bitcast}. */
  public static final class BitcastOp extends CastOp {
    public static final OpDefinition<BitcastOp> DEFINITION =
        CastOp.start("llvm.bitcast", BitcastOp.class, BitcastOp::new, ANY, ANY, Widths.ANY, Conversions::bitcast)
        .summary("bit cast").description("The same bits as another type of the same size.").verify(BitcastOp::check).build();

    BitcastOp(OperationState state) {
      super(state);
    }

    private void check(DiagnosticEngine diagnostics) {
      boolean pointer = sourceElement() instanceof PointerType;
      if (pointer != targetElement() instanceof PointerType) {
        diagnostics.opError(this, "can only cast pointers from and to pointers");
      } else if (!pointer && bits(sourceElement()) != bits(targetElement())) {
        diagnostics.opError(this, "operand type '" + in().type() + "' and result type '" + result().type() + "' are cast incompatible");
      }
    }

    private static int bits(Type type) {
      return type instanceof FloatType format ? format.width() : type instanceof IntegerType integer ? integer.width() : 0;
    }
  }

  /** {@code llvm.ptrtoint}. */
  public static final class PtrToIntOp extends Operation {
    public static final OpDefinition<PtrToIntOp> DEFINITION =
        pointerCast("llvm.ptrtoint", PtrToIntOp.class, PtrToIntOp::new, Memory.POINTER, Types.INTEGER)
        .summary("pointer to integer").description("The address as a number; not evaluated, since addresses are no numbers there.").build();

    PtrToIntOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.inttoptr}. */
  public static final class IntToPtrOp extends Operation {
    public static final OpDefinition<IntToPtrOp> DEFINITION =
        pointerCast("llvm.inttoptr", IntToPtrOp.class, IntToPtrOp::new, Types.INTEGER, Memory.POINTER)
        .summary("integer to pointer").description("The pointer to an address given as a number (of a device register, say); not evaluated.").build();

    IntToPtrOp(OperationState state) {
      super(state);
    }
  }
}
