package mlr.dialects.llvm.types;

/** {@code !llvm.void}: the result type of functions without one. */
public record VoidType() implements LlvmType {
  public static final VoidType VOID = new VoidType();

  @Override
  public String body() {
    return "void";
  }

  @Override
  public String toString() {
    return "!llvm.void";
  }
}
