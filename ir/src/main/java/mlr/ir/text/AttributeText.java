package mlr.ir.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.TupleType;
import mlr.ir.types.UnrankedMemRefType;

/** The text of the types and attributes that hold others; what is inside may be shortened, to an alias for instance. */
public final class AttributeText {
  /** Everything in full; what {@code toString} gives. */
  public static final AttributeText FULL = new AttributeText(Attribute::toString);

  private final Function<Attribute, String> leaf;

  /** @param leaf the text of an attribute that holds no others */
  public AttributeText(Function<Attribute, String> leaf) {
    this.leaf = leaf;
  }

  public String type(Type type) {
    return switch (type) {
      case FunctionType function -> functionType(function.inputs(), function.results());
      case TupleType tuple -> "tuple<" + types(tuple.elements()) + ">";
      case RankedTensorType tensor -> "tensor<" + ShapedType.dimensions(tensor.shape()) + type(tensor.element()) + tensor.encoding().map(e -> ", " + attribute(e)).orElse("") + ">";
      case MemRefType memref -> "memref<" + ShapedType.dimensions(memref.shape()) + type(memref.element())
          + memref.layout().map(l -> ", " + attribute(l)).orElse("") + memref.memorySpace().map(s -> ", " + withoutDefaultType(s)).orElse("") + ">";
      case UnrankedMemRefType memref -> "memref<*x" + type(memref.element()) + memref.memorySpace().map(s -> ", " + withoutDefaultType(s)).orElse("") + ">";
      default -> type.toString();
    };
  }

  /** Types separated by commas. */
  public String types(List<? extends Type> types) {
    return types.stream().map(this::type).collect(Collectors.joining(", "));
  }

  /** {@code (T, U) -> V}; a single result stands without parentheses unless it is a function type. */
  public String functionType(List<? extends Type> inputs, List<? extends Type> results) {
    return "(" + types(inputs) + ") -> " + (results.size() == 1 && !(results.getFirst() instanceof FunctionType) ? type(results.getFirst()) : "(" + types(results) + ")");
  }

  public String attribute(Attribute attribute) {
    return switch (attribute) {
      case TypeAttr type -> type(type.value());
      case ArrayAttr array -> array.elements().stream().map(this::withoutDefaultType).collect(Collectors.joining(", ", "[", "]"));
      case DictionaryAttr dictionary -> dictionary(dictionary.entries());
      default -> leaf.apply(attribute);
    };
  }

  /** {@code {a = 1 : i32, b}}; a unit attribute is its name alone. */
  public String dictionary(Map<String, Attribute> entries) {
    return entries.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())).collect(Collectors.joining(", ", "{", "}"));
  }

  private String entry(String name, Attribute value) {
    var key = Quoting.isBareIdentifier(name) ? name : Quoting.quote(name);
    return value instanceof UnitAttr ? key : key + " = " + attribute(value);
  }

  /** The attribute without its type where the reader assumes it anyway: i64 and f64. */
  public String withoutDefaultType(Attribute attribute) {
    return switch (attribute) {
      case IntegerAttr number when number.type().equals(IntegerType.I64) -> withoutType(number);
      // In hexadecimal it would read back as an integer.
      case FloatAttr number when number.type() == FloatType.F64 && !number.toString().startsWith("0x") -> withoutType(number);
      default -> attribute(attribute);
    };
  }

  /** The attribute without its type, for places where that is known. */
  public String withoutType(Attribute attribute) {
    var text = attribute(attribute);
    return switch (attribute) {
      case IntegerAttr number when number.type().equals(IntegerType.I1) -> text;
      case IntegerAttr number -> text.substring(0, text.length() - suffix(number.type()));
      case FloatAttr number -> text.substring(0, text.length() - suffix(number.type()));
      case DenseElementsAttr dense -> text.substring(0, text.length() - suffix(dense.type()));
      default -> text;
    };
  }

  private static int suffix(Type type) {
    return " : ".length() + type.toString().length();
  }
}
