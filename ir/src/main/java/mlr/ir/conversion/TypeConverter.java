package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;

/**
 * Rules from types to types, the latest added first, and how to get from values of some types to values of others where both remain. A type
 * may become one type, several, or none at all.
 */
public final class TypeConverter {
  /** Which of two types of a value is the old one, as upstream tells materializations apart. */
  public enum Kind {
    /** From new values back to the old type, for uses that have not been converted. */
    SOURCE,
    /** From an old value to the new types, for an operation that has been. */
    TARGET,
    /** From the new arguments of a block to the old type of the one they stand for. */
    ARGUMENT
  }

  /** Makes a value of {@code type} from {@code value}, inserting what that takes; empty when it can't. */
  @FunctionalInterface
  public interface Materialization {
    Optional<Value> materialize(OpBuilder builder, Type type, Value value, Location location);
  }

  /** Makes values of {@code types} from {@code values}, inserting what that takes; empty when it can't. */
  @FunctionalInterface
  public interface SeveralMaterialization {
    Optional<List<Value>> materialize(OpBuilder builder, List<Type> types, List<Value> values, Location location);
  }

  private final List<Function<Type, Optional<List<Type>>>> rules = new ArrayList<>();
  private final Map<Type, Converted> known = new ConcurrentHashMap<>();
  private final Map<Kind, List<SeveralMaterialization>> materializations = new EnumMap<>(Kind.class);

  /** What a type becomes: any number of types, and, when it is one, that one. */
  private record Converted(Type type, Optional<List<Type>> types, Optional<Type> single) {
    Converted(Type type, Optional<List<Type>> types) {
      this(type, types, types.filter(list -> list.size() == 1).map(List::getFirst));
    }
  }

  /** The answer about a type that nobody else has. */
  private static final Converted NOTHING = new Converted(new Type() {}, Optional.empty());

  /** The answer given last, which the next question is often about; whichever thread's a reader sees will do. */
  private Converted latest = NOTHING;

  /** A converter that leaves every type as it is. */
  public static TypeConverter identity() {
    return new TypeConverter().rule(Optional::of);
  }

  /** Adds a rule; it gives an empty result for types it is not about. It is asked about each type once. */
  public TypeConverter rule(Function<Type, Optional<Type>> rule) {
    return add(type -> rule.apply(type).map(List::of));
  }

  private TypeConverter add(Function<Type, Optional<List<Type>>> rule) {
    rules.addFirst(rule);
    known.clear();
    latest = NOTHING;
    return this;
  }

  /** Adds a rule about one class of types. */
  public <T extends Type> TypeConverter rule(Class<T> kind, Function<? super T, Type> rule) {
    return rule(type -> kind.isInstance(type) ? Optional.of(rule.apply(kind.cast(type))) : Optional.empty());
  }

  /** Adds a rule about one class of types, each of which becomes any number of types. */
  public <T extends Type> TypeConverter severalRule(Class<T> kind, Function<? super T, List<Type>> rule) {
    return add(type -> kind.isInstance(type) ? Optional.of(List.copyOf(rule.apply(kind.cast(type)))) : Optional.empty());
  }

  /** Adds a way to convert values, for uses that keep the other type, in whichever direction. */
  public TypeConverter materialization(Materialization materialization) {
    for (var kind : Kind.values()) {
      materialization(kind, materialization);
    }
    return this;
  }

  /** Adds a way to convert values in one direction. */
  public TypeConverter materialization(Kind kind, Materialization materialization) {
    return severalMaterialization(kind, (builder, types, values, location) -> types.size() == 1 && values.size() == 1
        ? materialization.materialize(builder, types.getFirst(), values.getFirst(), location).map(List::of) : Optional.empty());
  }

  /** Adds a way to convert several values to one or one to several, in one direction. */
  public TypeConverter severalMaterialization(Kind kind, SeveralMaterialization materialization) {
    materializations.computeIfAbsent(kind, _ -> new ArrayList<>()).addFirst(materialization);
    return this;
  }

  /** What {@code type} becomes; empty when no rule is about it or it becomes several. */
  public Optional<Type> convert(Type type) {
    return converted(type).single();
  }

  /** The types that {@code type} becomes; empty when no rule is about it. */
  public Optional<List<Type>> convertToSeveral(Type type) {
    return converted(type).types();
  }

  private Converted converted(Type type) {
    var last = latest;
    if (last.type() == type) {
      return last;
    }
    var converted = known.get(type);
    if (converted == null) {
      // Not computeIfAbsent: a rule may ask about the parts of a type.
      converted = new Converted(type, byRules(type));
      known.put(type, converted);
    }
    latest = converted;
    return converted;
  }

  private Optional<List<Type>> byRules(Type type) {
    for (var rule : rules) {
      var converted = rule.apply(type);
      if (converted.isPresent()) {
        return converted;
      }
    }
    return Optional.empty();
  }

  /** What several types become, one behind the other; empty when no rule is about one of them. */
  public Optional<List<Type>> convertAll(List<? extends Type> types) {
    var all = new ArrayList<Type>(types.size());
    for (int i = 0; i < types.size(); i++) {
      var converted = convertToSeveral(types.get(i));
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(converted.get());
    }
    return Optional.of(all);
  }

  /** Whether a type stays as it is. */
  public boolean isLegal(Type type) {
    var types = convertToSeveral(type);
    return types.isPresent() && types.get().size() == 1 && types.get().getFirst().equals(type);
  }

  /** Whether all types stay as they are. */
  public boolean areLegal(List<? extends Type> types) {
    for (var type : types) {
      if (!isLegal(type)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is any way to convert values. */
  boolean materializes() {
    return !materializations.isEmpty();
  }

  Optional<List<Value>> materialize(Kind kind, OpBuilder builder, List<Type> types, List<Value> values, Location location) {
    return materializations.getOrDefault(kind, List.of()).stream()
        .flatMap(way -> way.materialize(builder, types, values, location).stream()).findFirst();
  }
}
