package mlr.frontend.emit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.frontend.typed.Variable;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.Value;

/**
 * The values of variables as one region sees them. A variable that is read before its equation has been emitted is a placeholder, which
 * {@code define} replaces: the equations of a graph region come in any order.
 */
final class Frame {
  private final Optional<Frame> outer;
  private final Map<Integer, Value> values = new LinkedHashMap<>();
  private final Map<Integer, Value> placeholders = new LinkedHashMap<>();
  private final Map<Value, Value> replaced;
  // Arguments of a block that belongs to nothing; each is gone once its variable is defined.
  private final Block nowhere = new Block();

  private Frame(Optional<Frame> outer, Map<Value, Value> replaced) {
    this.outer = outer;
    this.replaced = replaced;
  }

  /** The frame of a body that sees no other. */
  static Frame outermost() {
    return new Frame(Optional.empty(), new LinkedHashMap<>());
  }

  /** The frame of a region inside this one. */
  Frame inner() {
    return new Frame(Optional.of(this), replaced);
  }

  /** Announces that this region defines {@code variable}. */
  void announce(Variable variable, Type type, Location location) {
    placeholders.put(variable.id(), nowhere.addArgument(type, location));
  }

  /** Gives a variable its value here; false when the value is nothing but the variable itself. */
  boolean define(Variable variable, Value value) {
    var actual = actual(value);
    var placeholder = placeholders.get(variable.id());
    if (placeholder != null) {
      if (placeholder.equals(actual)) {
        return false;
      }
      placeholder.replaceAllUsesWith(actual);
      replaced.put(placeholder, actual);
    }
    values.put(variable.id(), actual);
    return true;
  }

  /** The value of a variable. */
  Value read(Variable variable) {
    for (var frame = Optional.of(this); frame.isPresent(); frame = frame.get().outer) {
      var here = frame.get();
      var value = here.values.containsKey(variable.id()) ? here.values.get(variable.id()) : here.placeholders.get(variable.id());
      if (value != null) {
        return actual(value);
      }
    }
    throw new IllegalStateException("variable '" + variable.name() + "' has no value here");
  }

  private Value actual(Value value) {
    var current = value;
    while (replaced.containsKey(current)) {
      current = replaced.get(current);
    }
    return current;
  }
}
