package mlr.dialects.llvm.types;

/** {@code !llvm.ptr}, or {@code !llvm.ptr<3>} in another address space. */
public record PointerType(int addressSpace) implements LlvmType {
  /** A pointer in the default address space. */
  public static final PointerType POINTER = new PointerType(0);

  @Override
  public String body() {
    return addressSpace == 0 ? "ptr" : "ptr<" + addressSpace + ">";
  }

  @Override
  public String toString() {
    return "!llvm." + body();
  }
}
