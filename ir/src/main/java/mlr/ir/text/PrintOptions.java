package mlr.ir.text;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How operations are printed.
 *
 * @param generic every operation in generic form
 * @param debugInfo locations behind operations and block arguments
 * @param localScope no aliases, numbering from the nearest isolated operation
 * @param elideElementsAttrsIfLarger dense elements of more than so many elements are left out; such text does not read back
 * @param elideResourceStringsIfLarger resources of longer text are left out of the section behind the operations
 * @param details what else is shown
 * @param externalResources what tools keep in the section behind the operations
 */
public record PrintOptions(boolean generic, boolean debugInfo, boolean localScope, OptionalLong elideElementsAttrsIfLarger,
    OptionalLong elideResourceStringsIfLarger, Set<PrintDetail> details, Optional<ExternalResources> externalResources) {
  /** Custom form with aliases, all elements, no locations. */
  public static final PrintOptions DEFAULT = new PrintOptions(false, false, false, OptionalLong.empty(), OptionalLong.empty(), Set.of(), Optional.empty());

  /** Generic form with aliases, all elements, no locations. */
  public static final PrintOptions GENERIC = DEFAULT.withGeneric(true);

  public PrintOptions withGeneric(boolean value) {
    return new PrintOptions(value, debugInfo, localScope, elideElementsAttrsIfLarger, elideResourceStringsIfLarger, details, externalResources);
  }

  public PrintOptions withDebugInfo(boolean value) {
    return new PrintOptions(generic, value, localScope, elideElementsAttrsIfLarger, elideResourceStringsIfLarger, details, externalResources);
  }

  public PrintOptions withLocalScope(boolean value) {
    return new PrintOptions(generic, debugInfo, value, elideElementsAttrsIfLarger, elideResourceStringsIfLarger, details, externalResources);
  }

  public PrintOptions withElisionAbove(long elements) {
    return new PrintOptions(generic, debugInfo, localScope, OptionalLong.of(elements), elideResourceStringsIfLarger, details, externalResources);
  }

  public PrintOptions withResourceElisionAbove(long characters) {
    return new PrintOptions(generic, debugInfo, localScope, elideElementsAttrsIfLarger, OptionalLong.of(characters), details, externalResources);
  }

  public PrintOptions with(PrintDetail detail) {
    var more = EnumSet.of(detail);
    more.addAll(details);
    return new PrintOptions(generic, debugInfo, localScope, elideElementsAttrsIfLarger, elideResourceStringsIfLarger, Set.copyOf(more), externalResources);
  }

  public PrintOptions withExternalResources(ExternalResources resources) {
    return new PrintOptions(generic, debugInfo, localScope, elideElementsAttrsIfLarger, elideResourceStringsIfLarger, details, Optional.of(resources));
  }

  public boolean shows(PrintDetail detail) {
    return details.contains(detail);
  }
}
