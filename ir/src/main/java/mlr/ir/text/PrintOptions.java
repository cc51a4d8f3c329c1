package mlr.ir.text;

import java.util.OptionalLong;

/**
 * How operations are printed.
 *
 * @param generic every operation in generic form
 * @param debugInfo locations behind operations and block arguments
 * @param localScope no aliases, numbering from the nearest isolated operation
 * @param elideElementsAttrsIfLarger dense elements of more than so many elements are left out; such text does not read back
 */
public record PrintOptions(boolean generic, boolean debugInfo, boolean localScope, OptionalLong elideElementsAttrsIfLarger) {
  /** Custom form with aliases, all elements, no locations. */
  public static final PrintOptions DEFAULT = new PrintOptions(false, false, false, OptionalLong.empty());

  /** Generic form with aliases, all elements, no locations. */
  public static final PrintOptions GENERIC = DEFAULT.withGeneric(true);

  public PrintOptions withGeneric(boolean value) {
    return new PrintOptions(value, debugInfo, localScope, elideElementsAttrsIfLarger);
  }

  public PrintOptions withDebugInfo(boolean value) {
    return new PrintOptions(generic, value, localScope, elideElementsAttrsIfLarger);
  }

  public PrintOptions withLocalScope(boolean value) {
    return new PrintOptions(generic, debugInfo, value, elideElementsAttrsIfLarger);
  }

  public PrintOptions withElisionAbove(long elements) {
    return new PrintOptions(generic, debugInfo, localScope, OptionalLong.of(elements));
  }
}
