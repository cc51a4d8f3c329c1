package mlr.ir.rewrite.equation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;

/**
 * The words that equations are written in: the operations of some dialects (without prefix those of the first), keywords for
 * attributes, functions that compute attributes and constants, and conditions. Functions and conditions get what their arguments stand
 * for: a {@code Value} for a variable, an {@link Attribute} for a constant or an attribute, a {@code Type} for a type.
 */
public final class Vocabulary {
  private final Map<String, OpDefinition<?>> operations = new HashMap<>();
  private final Map<String, Attribute> keywords = new HashMap<>();
  private final Map<String, Function<List<Object>, Optional<Attribute>>> functions = new HashMap<>();
  private final Map<String, Predicate<List<Object>>> conditions = new HashMap<>();
  private final BiFunction<Attribute, Location, OperationState> constants;

  /**
   * A vocabulary without keywords, functions and conditions.
   *
   * @param constants what makes the operation of a constant
   * @param dialects what operations there are
   */
  public Vocabulary(BiFunction<Attribute, Location, OperationState> constants, Dialect... dialects) {
    this.constants = constants;
    for (var dialect : dialects) {
      for (var operation : dialect.operations()) {
        operations.put(operation.name(), operation);
        if (dialect == dialects[0]) {
          operations.put(operation.mnemonic(), operation);
        }
      }
    }
  }

  public Vocabulary keyword(String name, Attribute meaning) {
    keywords.put(name, meaning);
    return this;
  }

  /** Adds a function; where it is undefined, the equation does not apply. */
  public Vocabulary function(String name, Function<List<Object>, Optional<Attribute>> meaning) {
    functions.put(name, meaning);
    return this;
  }

  public Vocabulary condition(String name, Predicate<List<Object>> meaning) {
    conditions.put(name, meaning);
    return this;
  }

  /** Reads equations, one a line; {@code //} starts a comment. */
  public List<EquationPattern> equations(String text) {
    return text.lines().map(line -> line.replaceFirst("//.*", "").strip()).filter(line -> !line.isEmpty())
        .map(line -> new EquationPattern(new EquationParser(line, this).parse(), this)).toList();
  }

  Optional<OpDefinition<?>> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  Optional<Attribute> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  boolean isFunction(String name) {
    return functions.containsKey(name);
  }

  boolean isCondition(String name) {
    return conditions.containsKey(name);
  }

  Optional<Attribute> apply(String function, List<Object> arguments) {
    return functions.get(function).apply(arguments);
  }

  boolean test(String condition, List<Object> arguments) {
    return conditions.get(condition).test(arguments);
  }

  OperationState constant(Attribute value, Location location) {
    return constants.apply(value, location);
  }
}
