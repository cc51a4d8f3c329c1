package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Type;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.RuntimeValues;

/** The runtime values of structs and arrays: a list of the values of their fields. */
final class AggregateValues {
  private AggregateValues() {}

  /** A value of {@code type} whose leaves are what {@code leaf} gives for their types. */
  static Object fill(Type type, Function<Type, Object> leaf) {
    return switch (type) {
      case StructType struct -> struct.fields().stream().map(field -> fill(field, leaf)).toList();
      case ArrayType array -> Collections.nCopies(Math.toIntExact(array.count()), fill(array.element(), leaf));
      default -> leaf.apply(type);
    };
  }

  /** Zero of a type that is no aggregate. */
  static Object zero(Type type) {
    return type instanceof PointerType ? PointerValue.NULL : RuntimeValues.zero(type);
  }

  /** The type of the field at a position. */
  static Type typeAt(Type aggregate, List<Long> position) {
    Type type = aggregate;
    for (long index : position) {
      type = switch (type) {
        case StructType struct when index >= 0 && index < struct.fields().size() -> struct.fields().get((int) index);
        case ArrayType array when index >= 0 && index < array.count() -> array.element();
        default -> throw new IllegalArgumentException("position " + index + " does not lead into '" + type + "'");
      };
    }
    return type;
  }

  /** The field at a position. */
  static Object get(Object aggregate, List<Long> position) {
    Object value = aggregate;
    for (long index : position) {
      value = ((List<?>) value).get((int) index);
    }
    return value;
  }

  /** The aggregate with the field at a position replaced. */
  static Object with(Object aggregate, List<Long> position, Object value) {
    if (position.isEmpty()) {
      return value;
    }
    var fields = new ArrayList<Object>((List<?>) aggregate);
    int index = position.getFirst().intValue();
    fields.set(index, with(fields.get(index), position.subList(1, position.size()), value));
    return List.copyOf(fields);
  }
}
