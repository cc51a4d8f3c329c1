package mlr.ir.rewrite;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;

/** Patterns by the operation they may match, those of larger benefit first, equal ones in the order given. */
final class PatternIndex {
  private final List<RewritePattern> patterns;
  private final boolean canonicalize;
  private final Map<OpDefinition<?>, List<RewritePattern>> byDefinition = new IdentityHashMap<>();

  PatternIndex(List<? extends RewritePattern> patterns, boolean canonicalize) {
    this.patterns = List.copyOf(patterns);
    this.canonicalize = canonicalize;
  }

  List<RewritePattern> candidates(Operation op) {
    var known = byDefinition.get(op.definition());
    if (known == null) {
      known = candidates(op.definition());
      byDefinition.put(op.definition(), known);
    }
    return known;
  }

  private List<RewritePattern> candidates(OpDefinition<?> definition) {
    return Stream.concat(patterns.stream(), canonicalize ? definition.canonicalizationPatterns().stream() : Stream.of())
        .filter(p -> p.rootName().isEmpty() || p.rootName().equals(definition.name()))
        .sorted(Comparator.comparingInt(RewritePattern::benefit).reversed())
        .toList();
  }
}
