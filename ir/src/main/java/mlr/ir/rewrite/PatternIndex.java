package mlr.ir.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mlr.ir.FixedList;
import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;

/** Patterns by the operation they may match, those of larger benefit first, equal ones in the order given. */
public final class PatternIndex<P extends Pattern> {
  private final List<P> patterns;
  private final Function<OpDefinition<?>, List<? extends P>> more;
  private final Map<OpDefinition<?>, FixedList<P>> byDefinition = new HashMap<>();

  public PatternIndex(List<? extends P> patterns) {
    this(patterns, _ -> List.of());
  }

  /**
   * The same with further patterns for each definition.
   *
   * @param more which these are
   */
  public PatternIndex(List<? extends P> patterns, Function<OpDefinition<?>, List<? extends P>> more) {
    this.patterns = List.copyOf(patterns);
    this.more = more;
  }

  /** The patterns to try on an operation, in this order. */
  public FixedList<P> candidates(Operation op) {
    var known = byDefinition.get(op.definition());
    if (known == null) {
      known = candidates(op.definition());
      byDefinition.put(op.definition(), known);
    }
    return known;
  }

  private FixedList<P> candidates(OpDefinition<?> definition) {
    return FixedList.copyOf(Stream.<P>concat(patterns.stream(), more.apply(definition).stream())
        .filter(p -> p.rootName().isEmpty() || p.rootName().equals(definition.name()))
        .sorted((one, other) -> Integer.compare(other.benefit(), one.benefit()))
        .toList());
  }
}
