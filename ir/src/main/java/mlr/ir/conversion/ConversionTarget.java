package mlr.ir.conversion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mlr.ir.Operation;
import mlr.ir.definition.OpDefinition;

/** Which operations may be there after a conversion. What is said of an operation goes before what is said of its dialect. */
public final class ConversionTarget {
  private final Map<String, Predicate<Operation>> operations = new HashMap<>();
  private final Map<String, Predicate<Operation>> dialects = new HashMap<>();

  public ConversionTarget legalDialects(String... namespaces) {
    for (var namespace : namespaces) {
      dialects.put(namespace, _ -> true);
    }
    return this;
  }

  public ConversionTarget illegalDialects(String... namespaces) {
    for (var namespace : namespaces) {
      dialects.put(namespace, _ -> false);
    }
    return this;
  }

  /** The operations of a dialect are legal when {@code test} accepts them. */
  public ConversionTarget dynamicallyLegalDialect(String namespace, Predicate<Operation> test) {
    dialects.put(namespace, test);
    return this;
  }

  public ConversionTarget legalOps(OpDefinition<?>... definitions) {
    for (var definition : definitions) {
      operations.put(definition.name(), _ -> true);
    }
    return this;
  }

  public ConversionTarget illegalOps(OpDefinition<?>... definitions) {
    for (var definition : definitions) {
      operations.put(definition.name(), _ -> false);
    }
    return this;
  }

  /** Operations of a definition are legal when {@code test} accepts them. */
  public <T extends Operation> ConversionTarget dynamicallyLegalOp(OpDefinition<T> definition, Predicate<? super T> test) {
    operations.put(definition.name(), op -> test.test(definition.cast(op)));
    return this;
  }

  /** Whether {@code op} is legal; empty when nothing is said about it. */
  public Optional<Boolean> isLegal(Operation op) {
    return Optional.ofNullable(operations.get(op.name())).or(() -> Optional.ofNullable(dialects.get(op.dialect()))).map(test -> test.test(op));
  }
}
