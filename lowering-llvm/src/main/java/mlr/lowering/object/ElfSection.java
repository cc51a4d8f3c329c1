package mlr.lowering.object;

/**
 * A section of an object file.
 *
 * @param index  its number
 * @param name   its name
 * @param type   {@code sh_type}
 * @param flags  {@code sh_flags}
 * @param offset where its bytes begin in the file
 * @param size   its size in bytes
 * @param link   {@code sh_link}
 * @param info   {@code sh_info}
 */
public record ElfSection(int index, String name, int type, long flags, long offset, long size, int link, int info) {
  static final int SYMBOLS = 2;
  static final int RELOCATIONS_WITH_ADDEND = 4;
  static final int NO_BITS = 8;
  static final int RELOCATIONS = 9;
  private static final long WRITE = 1;
  private static final long ALLOCATE = 2;
  private static final long EXECUTE = 4;

  /** Machine code: {@code .text} and every section of its kind. */
  public boolean isCode() {
    return isLoaded() && (flags & EXECUTE) != 0;
  }

  /** Constants: {@code .rodata}, {@code .srodata} and every section of their kind; not unwind tables. */
  public boolean isConstant() {
    return isLoaded() && (flags & (WRITE | EXECUTE)) == 0 && !isUnwind();
  }

  /** Tables for unwinding the stack, which a linker script of a board drops. */
  public boolean isUnwind() {
    return name.startsWith(".ARM.exidx") || name.startsWith(".ARM.extab") || name.startsWith(".eh_frame");
  }

  /** Initialised variables. */
  public boolean isData() {
    return isLoaded() && (flags & WRITE) != 0 && type != NO_BITS;
  }

  /** Variables that start as zero. */
  public boolean isZeroed() {
    return isLoaded() && (flags & WRITE) != 0 && type == NO_BITS;
  }

  private boolean isLoaded() {
    return (flags & ALLOCATE) != 0;
  }
}
