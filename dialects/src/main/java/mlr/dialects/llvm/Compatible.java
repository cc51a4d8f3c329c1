package mlr.dialects.llvm;

import java.util.EnumSet;
import java.util.Set;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.LlvmType;
import mlr.dialects.llvm.types.StructType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Type;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/** The types that LLVM has values of: integers, floats, pointers, aggregates, and vectors of one dimension, but neither index nor tensors. */
final class Compatible {
  /** LLVM has none of 8 bits, nor of 19. */
  private static final Set<FloatType> FORMATS = EnumSet.of(FloatType.F16, FloatType.BF16, FloatType.F32, FloatType.F64, FloatType.F80, FloatType.F128);
  private static final TypeConstraint FLOAT = new TypeConstraint("floating point LLVM type", type -> type instanceof FloatType format && FORMATS.contains(format));
  static final TypeConstraint ANY = new TypeConstraint("LLVM dialect-compatible type",
      type -> isScalar(type) || isVector(type));
  static final TypeConstraint AGGREGATE = new TypeConstraint("LLVM aggregate type", type -> type instanceof StructType || type instanceof ArrayType);
  static final TypeConstraint VECTOR = new TypeConstraint("LLVM dialect-compatible vector type", Compatible::isVector);
  static final TypeConstraint INTEGER_LIKE = lanes("signless integer or LLVM dialect-compatible vector of signless integer", Types.INTEGER);
  static final TypeConstraint BOOL_LIKE = lanes("1-bit signless integer or LLVM dialect-compatible vector of 1-bit signless integer", Types.I1);
  static final TypeConstraint FLOAT_LIKE = lanes("floating point LLVM type or LLVM dialect-compatible vector of floating point LLVM type", FLOAT);

  private Compatible() {}

  private static TypeConstraint lanes(String description, TypeConstraint scalar) {
    return new TypeConstraint(description, type -> scalar.accepts(type) || isVector(type) && scalar.accepts(((VectorType) type).element()));
  }

  private static boolean isValue(Type type) {
    return type instanceof LlvmType && !(type instanceof VoidType) && !(type instanceof LlvmFunctionType);
  }

  private static boolean isVector(Type type) {
    return type instanceof VectorType vector && vector.rank() == 1 && isScalar(vector.element());
  }

  private static boolean isScalar(Type type) {
    return Types.INTEGER.accepts(type) || FLOAT.accepts(type) || isValue(type);
  }
}
