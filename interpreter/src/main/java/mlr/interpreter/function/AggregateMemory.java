package mlr.interpreter.function;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.DataLayout;
import mlr.dialects.llvm.types.LlvmType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.text.Quoting;
import mlr.ir.types.IntegerType;

/** Structs and arrays of the llvm dialect in memory; their values are lists of the values of their fields. */
final class AggregateMemory {
  private AggregateMemory() {}

  /** The value of a type at a place. */
  static Object load(Type type, PointerValue at) {
    return switch (type) {
      case StructType struct -> {
        var fields = new ArrayList<Object>();
        for (int i = 0; i < struct.fields().size(); i++) {
          fields.add(load(struct.fields().get(i), at.plus(DataLayout.HOST.offset(struct, i))));
        }
        yield fields;
      }
      case ArrayType array -> {
        var elements = new ArrayList<Object>();
        for (long i = 0; i < array.count(); i++) {
          elements.add(load(array.element(), at.plus(i * DataLayout.HOST.size(array.element()))));
        }
        yield elements;
      }
      case LlvmType _ -> throw new UndefinedBehavior("loads a value of type " + type + ", which the interpreter keeps out of memory");
      default -> at.memory().load(type, at.offset());
    };
  }

  /** Writes a value of a type at a place. */
  static void store(Type type, PointerValue at, Object value) {
    switch (type) {
      case StructType struct -> {
        for (int i = 0; i < struct.fields().size(); i++) {
          store(struct.fields().get(i), at.plus(DataLayout.HOST.offset(struct, i)), field(value, i));
        }
      }
      case ArrayType array -> {
        for (int i = 0; i < array.count(); i++) {
          store(array.element(), at.plus(i * DataLayout.HOST.size(array.element())), field(value, i));
        }
      }
      case LlvmType _ -> throw new UndefinedBehavior("stores a value of type " + type + ", which the interpreter keeps out of memory");
      default -> at.memory().store(type, at.offset(), value);
    }
  }

  private static Object field(Object value, int index) {
    return value == Poison.POISON ? value : ((List<?>) value).get(index);
  }

  /** Writes the value that an attribute gives a global of a type. */
  static void initialize(Type type, PointerValue at, Attribute value) {
    switch (value) {
      case DenseElementsAttr dense -> {
        long step = DataLayout.HOST.size(dense.type().element());
        for (int i = 0; i < dense.count(); i++) {
          at.memory().store(dense.type().element(), at.offset() + i * step, RuntimeValues.scalar(dense.type().element(), dense.bits(i)));
        }
      }
      case StringAttr text -> {
        var bytes = Quoting.bytes(text.value());
        for (int i = 0; i < bytes.length; i++) {
          at.memory().store(IntegerType.I8, at.offset() + i, (long) bytes[i]);
        }
      }
      default -> at.memory().store(type, at.offset(), RuntimeValues.of(value));
    }
  }
}
