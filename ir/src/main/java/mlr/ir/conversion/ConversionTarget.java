package mlr.ir.conversion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;

/** Which operations may be there after a conversion. What is said of an operation goes before what is said of its dialect. */
public final class ConversionTarget {
  private record Rule(Predicate<Operation> test, Optional<String> condition) {
    static final Rule LEGAL = new Rule(_ -> true, Optional.empty());
    static final Rule ILLEGAL = new Rule(_ -> false, Optional.empty());

    /** Without a call of the test where every operation, or none, is legal: conversions ask twice for each of them. */
    boolean accepts(Operation op) {
      return this == LEGAL || this != ILLEGAL && test.test(op);
    }
  }

  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  private final Map<String, Rule> operations = new HashMap<>();
  private final Map<String, Rule> dialects = new HashMap<>();

  /** What has been said of operations that were asked about. */
  private final Map<OpDefinition<?>, Optional<Rule>> known = new ConcurrentHashMap<>();

  public ConversionTarget legalDialects(String... namespaces) {
    for (var namespace : namespaces) {
      dialects.put(namespace, Rule.LEGAL);
    }
    return changed();
  }

  public ConversionTarget illegalDialects(String... namespaces) {
    for (var namespace : namespaces) {
      dialects.put(namespace, Rule.ILLEGAL);
    }
    return changed();
  }

  /** The operations of a dialect are legal when {@code test} accepts them. */
  public ConversionTarget dynamicallyLegalDialect(String namespace, Predicate<Operation> test) {
    dialects.put(namespace, new Rule(test, Optional.empty()));
    return changed();
  }

  public ConversionTarget legalOps(OpDefinition<?>... definitions) {
    for (var definition : definitions) {
      operations.put(definition.name(), Rule.LEGAL);
    }
    return changed();
  }

  public ConversionTarget illegalOps(OpDefinition<?>... definitions) {
    for (var definition : definitions) {
      operations.put(definition.name(), Rule.ILLEGAL);
    }
    return changed();
  }

  /** Operations of a definition are legal when {@code test} accepts them. */
  public <T extends Operation> ConversionTarget dynamicallyLegalOp(OpDefinition<T> definition, Predicate<? super T> test) {
    operations.put(definition.name(), new Rule(op -> test.test(definition.cast(op)), Optional.empty()));
    return changed();
  }

  /**
   * The same, with words for diagnostics.
   *
   * @param condition what {@code test} asks, as the end of "it is legal only if …"
   */
  public <T extends Operation> ConversionTarget dynamicallyLegalOp(OpDefinition<T> definition, Predicate<? super T> test, String condition) {
    operations.put(definition.name(), new Rule(op -> test.test(definition.cast(op)), Optional.of(condition)));
    return changed();
  }

  private ConversionTarget changed() {
    known.clear();
    return this;
  }

  /** Whether {@code op} is legal; empty when nothing is said about it. */
  public Optional<Boolean> isLegal(Operation op) {
    var rule = rule(op);
    return rule.isEmpty() ? Optional.empty() : rule.get().accepts(op) ? YES : NO;
  }

  /** What must hold for {@code op} to be legal, in words, where the target has them. */
  Optional<String> condition(Operation op) {
    return rule(op).flatMap(Rule::condition);
  }

  private Optional<Rule> rule(Operation op) {
    var before = known.get(op.definition());
    if (before != null) {
      return before;
    }
    var rule = operations.get(op.name());
    var found = Optional.ofNullable(rule == null ? dialects.get(op.dialect()) : rule);
    known.put(op.definition(), found);
    return found;
  }
}
