package mlr.dialects.llvm;

import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.LlvmType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Type;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/** The types that LLVM has values of: integers, floats, pointers, aggregates, and vectors of one dimension, but neither index nor tensors. */
final class Compatible {
  static final TypeConstraint ANY = new TypeConstraint("LLVM dialect-compatible type",
      type -> Types.INTEGER.accepts(type) || type instanceof FloatType || isValue(type) || isVector(type));
  static final TypeConstraint VECTOR = new TypeConstraint("LLVM dialect-compatible vector type", Compatible::isVector);
  static final TypeConstraint INTEGER_LIKE = lanes("signless integer or LLVM dialect-compatible vector of signless integer", Types.INTEGER);
  static final TypeConstraint BOOL_LIKE = lanes("1-bit signless integer or LLVM dialect-compatible vector of 1-bit signless integer", Types.I1);
  static final TypeConstraint FLOAT_LIKE = lanes("floating point LLVM type or LLVM dialect-compatible vector of floating point LLVM type", Types.FLOAT);

  private Compatible() {}

  private static TypeConstraint lanes(String description, TypeConstraint scalar) {
    return new TypeConstraint(description, type -> scalar.accepts(type) || isVector(type) && scalar.accepts(((VectorType) type).element()));
  }

  private static boolean isValue(Type type) {
    return type instanceof LlvmType && !(type instanceof VoidType) && !(type instanceof LlvmFunctionType);
  }

  private static boolean isVector(Type type) {
    return type instanceof VectorType vector && vector.rank() == 1 && (Types.INTEGER.accepts(vector.element()) || vector.element() instanceof FloatType || isValue(vector.element()));
  }
}
