package mlr.frontend.syntax;

import java.util.List;
import java.util.Optional;

/** {@code y : T when c} in an interface or a local declaration; the innermost clock condition comes last. */
public record VariableSyntax(Name name, Optional<TypeSyntax> type, List<ClockCondition> clock) {
  public VariableSyntax {
    clock = List.copyOf(clock);
  }
}
