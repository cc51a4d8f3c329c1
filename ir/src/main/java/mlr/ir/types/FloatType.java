package mlr.ir.types;

import mlr.ir.Type;

/** A floating-point format by its MLIR keyword. */
public enum FloatType implements Type {
  F16("f16", 16), BF16("bf16", 16), F32("f32", 32), F64("f64", 64), TF32("tf32", 19), F80("f80", 80), F128("f128", 128),
  F8E5M2("f8E5M2", 8), F8E4M3("f8E4M3", 8), F8E4M3FN("f8E4M3FN", 8), F8E5M2FNUZ("f8E5M2FNUZ", 8), F8E4M3FNUZ("f8E4M3FNUZ", 8),
  F8E4M3B11FNUZ("f8E4M3B11FNUZ", 8);

  private final String keyword;
  private final int width;

  FloatType(String keyword, int width) {
    this.keyword = keyword;
    this.width = width;
  }

  /** Storage width in bits. */
  public int width() {
    return width;
  }

  @Override
  public String toString() {
    return keyword;
  }
}
