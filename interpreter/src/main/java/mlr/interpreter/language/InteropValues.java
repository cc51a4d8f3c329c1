package mlr.interpreter.language;

import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.util.ArrayList;
import java.util.List;
import mlr.interpreter.Absent;
import mlr.ir.Type;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Runtime values from and to guest values: i1 as Booleans, numbers as numbers, tensors as nested lists, absent as null. */
final class InteropValues {
  private InteropValues() {}

  /** One runtime value for each type. */
  static Object[] fromGuest(List<? extends Type> types, Object[] values) throws ArityException, UnsupportedTypeException {
    if (values.length != types.size()) {
      throw ArityException.create(types.size(), types.size(), values.length);
    }
    var all = new Object[values.length];
    for (int i = 0; i < all.length; i++) {
      try {
        all[i] = fromGuest(types.get(i), values[i]);
      } catch (InteropException e) {
        throw UnsupportedTypeException.create(values, "argument " + i + " is no value of type " + types.get(i));
      }
    }
    return all;
  }

  private static Object fromGuest(Type type, Object value) throws InteropException {
    var interop = InteropLibrary.getUncached();
    if (interop.isNull(value)) {
      return Absent.ABSENT;
    }
    if (type instanceof ShapedType shaped) {
      var elements = new ArrayList<Object>();
      flatten(shaped.element(), value, shaped.rank(), elements);
      if (elements.size() != shaped.elementCount()) {
        throw UnsupportedTypeException.create(new Object[] {value});
      }
      return RuntimeValues.tensor(shaped, elements.toArray());
    }
    if (type == FloatType.F64) {
      return interop.asDouble(value);
    }
    if (type instanceof FloatType) {
      return interop.fitsInFloat(value) ? (Object) interop.asFloat(value) : (Object) (float) interop.asDouble(value);
    }
    return interop.isBoolean(value) ? (Object) (interop.asBoolean(value) ? 1L : 0L) : (Object) interop.asLong(value);
  }

  private static void flatten(Type element, Object value, int depth, List<Object> into) throws InteropException {
    if (depth == 0) {
      into.add(fromGuest(element, value));
      return;
    }
    var interop = InteropLibrary.getUncached();
    for (long i = 0; i < interop.getArraySize(value); i++) {
      flatten(element, interop.readArrayElement(value, i), depth - 1, into);
    }
  }

  /** A list with one guest value for each type. */
  static ListObject toGuest(List<? extends Type> types, Object[] values) {
    var all = new ArrayList<Object>();
    for (int i = 0; i < values.length; i++) {
      all.add(toGuest(types.get(i), values[i]));
    }
    return new ListObject(all);
  }

  /** A guest value. */
  static Object toGuest(Type type, Object value) {
    return switch (value) {
      case Absent _ -> AbsentObject.ABSENT;
      case Poison _ -> throw new ProgramException("the result is poison");
      case TensorValue tensor -> nested(tensor, 0, 0, tensor.size());
      case Long number when type.equals(IntegerType.I1) -> number != 0;
      case Long _, Float _, Double _ -> value;
      default -> throw new ProgramException("a value of type " + type + " cannot leave the program");
    };
  }

  private static Object nested(TensorValue tensor, int axis, int from, int count) {
    if (axis == tensor.type().rank()) {
      return toGuest(tensor.type().element(), tensor.get(from));
    }
    var parts = new ArrayList<Object>();
    int extent = tensor.type().shape().get(axis).intValue();
    for (int i = 0; i < extent; i++) {
      parts.add(nested(tensor, axis + 1, from + i * (count / extent), count / extent));
    }
    return new ListObject(parts);
  }
}
