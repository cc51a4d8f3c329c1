package mlr.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import mlr.ir.Operation;

/** Java implementations of the functions a module declares without a body, by symbol. */
public record ExternalFunctions(Map<String, Implementation> implementations) {
  /** No external function. */
  public static final ExternalFunctions NONE = new ExternalFunctions(Map.of());

  /** One function: runtime values in the order of its parameters to those of its results. */
  @FunctionalInterface
  public interface Implementation {
    Object[] call(Object[] arguments);
  }

  public ExternalFunctions {
    implementations = Map.copyOf(implementations);
  }

  /** These functions and one more. */
  public ExternalFunctions with(String symbol, Implementation implementation) {
    var all = new LinkedHashMap<>(implementations);
    all.put(symbol, implementation);
    return new ExternalFunctions(all);
  }

  /** The implementation of a symbol. */
  public Optional<Implementation> find(String symbol) {
    return Optional.ofNullable(implementations.get(symbol));
  }

  /** The implementation of the symbol that {@code call} names; an error at the call when there is none. */
  public Implementation require(String symbol, Operation call) {
    return find(symbol).orElseThrow(() -> missing(symbol, call));
  }

  /** The error when {@code call} needs a symbol that has no implementation. */
  public ExecutionError missing(String symbol, Operation call) {
    return new ExecutionError(call.location(), "external function '@" + symbol
        + "' has no implementation; the interpreter knows " + (implementations.isEmpty() ? "none" : new TreeSet<>(implementations.keySet())));
  }
}
