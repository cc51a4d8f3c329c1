package mlr.lowering.target;

/** A floating-point width of the language, as far as a target's hardware is concerned. */
public enum FloatFormat {
  F32(32), F64(64);

  private final int bits;

  FloatFormat(int bits) {
    this.bits = bits;
  }

  /** The width in bits. */
  public int bits() {
    return bits;
  }
}
