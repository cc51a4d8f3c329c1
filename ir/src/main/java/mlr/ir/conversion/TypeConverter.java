package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Type;
import mlr.ir.Value;

/** Rules from types to types, the latest added first, and how to get from a value of one type to one of another where both remain. */
public final class TypeConverter {
  /** Makes a value of {@code type} from {@code value}, inserting what that takes; empty when it can't. */
  @FunctionalInterface
  public interface Materialization {
    Optional<Value> materialize(OpBuilder builder, Type type, Value value, Location location);
  }

  private final List<Function<Type, Optional<Type>>> rules = new ArrayList<>();
  private final List<Materialization> materializations = new ArrayList<>();

  /** A converter that leaves every type as it is. */
  public static TypeConverter identity() {
    return new TypeConverter().rule(Optional::of);
  }

  /** Adds a rule; it gives an empty result for types it is not about. */
  public TypeConverter rule(Function<Type, Optional<Type>> rule) {
    rules.addFirst(rule);
    return this;
  }

  /** Adds a rule about one class of types. */
  public <T extends Type> TypeConverter rule(Class<T> kind, Function<? super T, Type> rule) {
    return rule(type -> kind.isInstance(type) ? Optional.of(rule.apply(kind.cast(type))) : Optional.empty());
  }

  /** Adds a way to convert values, for uses that keep the other type. */
  public TypeConverter materialization(Materialization materialization) {
    materializations.addFirst(materialization);
    return this;
  }

  /** What {@code type} becomes; empty when no rule is about it. */
  public Optional<Type> convert(Type type) {
    return rules.stream().flatMap(rule -> rule.apply(type).stream()).findFirst();
  }

  /** What several types become; empty when no rule is about one of them. */
  public Optional<List<Type>> convertAll(List<? extends Type> types) {
    var converted = types.stream().flatMap(type -> convert(type).stream()).toList();
    return converted.size() == types.size() ? Optional.of(converted) : Optional.empty();
  }

  /** Whether a type stays as it is. */
  public boolean isLegal(Type type) {
    return convert(type).filter(type::equals).isPresent();
  }

  /** Whether all types stay as they are. */
  public boolean areLegal(List<? extends Type> types) {
    return types.stream().allMatch(this::isLegal);
  }

  Optional<Value> materialize(OpBuilder builder, Type type, Value value, Location location) {
    return materializations.stream().flatMap(way -> way.materialize(builder, type, value, location).stream()).findFirst();
  }
}
