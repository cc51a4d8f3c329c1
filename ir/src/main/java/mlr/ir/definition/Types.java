package mlr.ir.definition;

import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** The type constraints that most operations are declared with; wording as in upstream's diagnostics. */
public final class Types {
  public static final TypeConstraint ANY = new TypeConstraint("any type", _ -> true);
  public static final TypeConstraint I1 = TypeConstraint.exactly("1-bit signless integer", IntegerType.I1);
  public static final TypeConstraint I32 = TypeConstraint.exactly("32-bit signless integer", IntegerType.I32);
  public static final TypeConstraint INDEX = TypeConstraint.exactly("index", IndexType.INDEX);
  public static final TypeConstraint INTEGER = new TypeConstraint("signless integer", Types::isSignless);
  public static final TypeConstraint INTEGER_OR_INDEX = new TypeConstraint("signless integer or index", t -> isSignless(t) || t instanceof IndexType);
  public static final TypeConstraint FLOAT = new TypeConstraint("floating-point", t -> t instanceof FloatType);
  public static final TypeConstraint INTEGER_LIKE = elementwise("signless-integer-like", INTEGER_OR_INDEX);
  public static final TypeConstraint INTEGER_NOT_INDEX_LIKE = elementwise("signless-fixed-width-integer-like", INTEGER);
  public static final TypeConstraint BOOL_LIKE = elementwise("bool-like", I1);
  public static final TypeConstraint FLOAT_LIKE = elementwise("floating-point-like", FLOAT);
  public static final TypeConstraint SCALAR = new TypeConstraint("integer, index or floating-point", t -> INTEGER_OR_INDEX.accepts(t) || t instanceof FloatType);
  public static final TypeConstraint VECTOR = new TypeConstraint("vector of any type values", t -> t instanceof VectorType);
  public static final TypeConstraint TENSOR = new TypeConstraint("ranked tensor of any type values", t -> t instanceof RankedTensorType);
  public static final TypeConstraint MEMREF = new TypeConstraint("memref of any type values", t -> t instanceof MemRefType);
  public static final TypeConstraint FUNCTION = new TypeConstraint("function type", t -> t instanceof FunctionType);
  public static final TypeConstraint SHAPED = new TypeConstraint("shaped of any type values", t -> t instanceof ShapedType);

  private Types() {}

  /** {@code scalar} itself, or a vector or tensor of it. */
  public static TypeConstraint elementwise(String description, TypeConstraint scalar) {
    return new TypeConstraint(description, t -> scalar.accepts(t) || (t instanceof VectorType || t instanceof RankedTensorType) && scalar.accepts(((ShapedType) t).element()));
  }

  private static boolean isSignless(Type type) {
    return type instanceof IntegerType t && t.signedness() == IntegerType.Signedness.SIGNLESS;
  }
}
