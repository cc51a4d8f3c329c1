package mlr.dialects.llvm.types;

import mlr.ir.Type;

/** {@code !llvm.array<4 x f32>}. */
public record ArrayType(long count, Type element) implements LlvmType {
  @Override
  public String body() {
    return "array<" + count + " x " + LlvmType.nested(element) + ">";
  }

  @Override
  public String toString() {
    return "!llvm." + body();
  }
}
