package mlr.dialects.llvm.types;

import mlr.ir.Type;

/** A type of the llvm dialect. */
public sealed interface LlvmType extends Type permits PointerType, ArrayType, StructType, LlvmFunctionType, VoidType {
  @Override
  default String dialect() {
    return "llvm";
  }

  /** The text behind {@code !llvm.}; nested types of this dialect are written so too. */
  String body();

  /** A type nested in one of this dialect: ours without prefix. */
  static String nested(Type type) {
    return type instanceof LlvmType ours ? ours.body() : type.toString();
  }
}
