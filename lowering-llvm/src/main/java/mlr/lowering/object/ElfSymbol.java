package mlr.lowering.object;

/**
 * A symbol of an object file.
 *
 * @param name    its name, empty for a section's own symbol
 * @param section the number of the section it is defined in; 0 when undefined
 * @param value   its offset in that section
 * @param size    its size in bytes
 * @param kind    {@code STT_…}: 0 none, 1 object, 2 function, 3 section, 4 file
 */
public record ElfSymbol(String name, int section, long value, long size, int kind) {
  private static final int FUNCTION = 2;
  private static final int NAMED_KINDS = 2;

  /** Whether another object or a library has to define it. */
  public boolean isUndefined() {
    return section == 0 && !name.isEmpty() && kind <= NAMED_KINDS;
  }

  /** Whether it is a function that this object defines. */
  public boolean isFunction() {
    return kind == FUNCTION && section != 0;
  }
}
