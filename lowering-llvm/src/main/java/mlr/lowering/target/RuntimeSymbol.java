package mlr.lowering.target;

/**
 * A symbol that an object file may leave to the C tool chain it is linked with.
 *
 * @param name   the symbol's name
 * @param reason why the target needs it, as written in the generated header
 * @param origin which library has it
 */
public record RuntimeSymbol(String name, String reason, Origin origin) {

  /** Where a runtime symbol is found. */
  public enum Origin {
    /** Block copies and fills that every C library or program provides: {@code memcpy} and its kin. */
    MEMORY,
    /** Arithmetic that the core lacks, from libgcc or compiler-rt. */
    ARITHMETIC
  }
}
