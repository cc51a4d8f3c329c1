package mlr.ir.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.DistinctAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.OpaqueAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.attributes.TypedStringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.attributes.elements.DenseResourceElementsAttr;
import mlr.ir.attributes.elements.DenseStringElementsAttr;
import mlr.ir.attributes.elements.SparseElementsAttr;
import mlr.ir.attributes.numbers.WideFloatAttr;
import mlr.ir.attributes.numbers.WideIntegerAttr;
import mlr.ir.interfaces.AsmAlias;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.TupleType;
import mlr.ir.types.UnrankedMemRefType;

/** The text of types, attributes and locations; what is inside may be shortened, to an alias for instance. */
public final class AttributeText {
  /** Everything in full; what {@code toString} gives. */
  public static final AttributeText FULL = new AttributeText(new Shortening() {});

  private final Shortening shortening;

  /** What may stand for an attribute or type instead of its text. */
  public interface Shortening {
    default Optional<String> attribute(Attribute attribute) {
      return Optional.empty();
    }

    default Optional<String> type(Type type) {
      return Optional.empty();
    }

    /** The number that a distinct attribute is written with. */
    default long number(DistinctAttr distinct) {
      return distinct.id();
    }

    /** What stands for the elements; their type follows. */
    default Optional<String> elements(long count) {
      return Optional.empty();
    }
  }

  public AttributeText(Shortening shortening) {
    this.shortening = shortening;
  }

  public String type(Type type) {
    // The most common classes first, without a switch, here and below: see FormatWriter.
    if (type instanceof IntegerType || type instanceof IndexType || type instanceof FloatType) {
      return type.toString();
    }
    if (type instanceof FunctionType function) {
      return functionType(function.inputs(), function.results());
    }
    if (type instanceof MemRefType memref) {
      return "memref<" + ShapedType.dimensions(memref.shape()) + type(memref.element())
          + memref.layout().map(l -> ", " + attribute(l)).orElse("") + memref.memorySpace().map(s -> ", " + withoutDefaultType(s)).orElse("") + ">";
    }
    if (type instanceof RankedTensorType tensor) {
      return "tensor<" + ShapedType.dimensions(tensor.shape()) + type(tensor.element()) + tensor.encoding().map(e -> ", " + attribute(e)).orElse("") + ">";
    }
    if (type instanceof TupleType || type instanceof AsmAlias) {
      return shortening.type(type).orElseGet(() -> typeInFull(type));
    }
    return type instanceof UnrankedMemRefType memref
        ? "memref<*x" + type(memref.element()) + memref.memorySpace().map(s -> ", " + withoutDefaultType(s)).orElse("") + ">" : type.toString();
  }

  /** The text of a type that its alias stands for. */
  public String typeInFull(Type type) {
    return switch (type) {
      case TupleType tuple -> "tuple<" + types(tuple.elements()) + ">";
      case AsmAlias _ -> type.toString();
      default -> type(type);
    };
  }

  /** Types separated by commas. */
  public String types(Collection<? extends Type> types) {
    var text = new StringJoiner(", ");
    for (var type : types) {
      text.add(type(type));
    }
    return text.toString();
  }

  /** {@code (T, U) -> V}; a single result stands without parentheses unless it is a function type. */
  public String functionType(List<? extends Type> inputs, List<? extends Type> results) {
    return "(" + types(inputs) + ") -> " + (results.size() == 1 && !(results.getFirst() instanceof FunctionType) ? type(results.getFirst()) : "(" + types(results) + ")");
  }

  public String attribute(Attribute attribute) {
    var alias = shortening.attribute(attribute);
    return alias.isPresent() ? alias.get() : attributeInFull(attribute);
  }

  /** The text of an attribute that its alias stands for. */
  public String attributeInFull(Attribute attribute) {
    if (attribute instanceof IntegerAttr number) {
      return number.type().equals(IntegerType.I1) ? number.literal() : withoutType(number) + " : " + type(number.type());
    }
    if (attribute instanceof FloatAttr number) {
      return withoutType(number) + " : " + type(number.type());
    }
    if (attribute instanceof StringAttr) {
      return attribute.toString();
    }
    if (attribute instanceof TypeAttr type) {
      return type(type.value());
    }
    if (attribute instanceof ArrayAttr array) {
      return array(array.elements());
    }
    return switch (attribute) {
      case DictionaryAttr dictionary -> dictionary(dictionary.entries());
      case LocationAttr location -> "loc(" + locationInFull(location.value()) + ")";
      case DistinctAttr distinct -> "distinct[" + shortening.number(distinct) + "]<" + (distinct.referenced() instanceof UnitAttr ? "" : attribute(distinct.referenced())) + ">";
      case OpaqueAttr opaque -> withoutType(opaque) + opaque.type().map(type -> " : " + type(type)).orElse("");
      case TypedAttr typed -> withoutType(typed) + " : " + type(typed.type());
      default -> attribute.toString();
    };
  }

  private String array(List<Attribute> elements) {
    var text = new StringJoiner(", ", "[", "]");
    for (var element : elements) {
      text.add(withoutDefaultType(element));
    }
    return text.toString();
  }

  /** {@code loc(…)}. */
  public String location(Location location) {
    return "loc(" + nested(location) + ")";
  }

  private String nested(Location location) {
    return shortening.attribute(new LocationAttr(location)).orElseGet(() -> locationInFull(location));
  }

  private String locationInFull(Location location) {
    return switch (location) {
      case Location.Name(String name, Location child) when !(child instanceof Location.Unknown) -> Quoting.quote(name) + "(" + nested(child) + ")";
      case Location.CallSite(Location callee, Location caller) -> "callsite(" + nested(callee) + " at " + nested(caller) + ")";
      case Location.Fused(List<Location> parts, Optional<Attribute> metadata) -> "fused" + metadata.map(m -> "<" + attribute(m) + ">").orElse("")
          + parts.stream().map(this::nested).collect(Collectors.joining(", ", "[", "]"));
      default -> location.toString();
    };
  }

  /** {@code {a = 1 : i32, b}}; a unit attribute is its name alone. */
  public String dictionary(Map<String, Attribute> entries) {
    var text = new StringBuilder("{");
    for (var entry : entries.entrySet()) {
      text.append(text.length() > 1 ? ", " : "").append(entry(entry.getKey(), entry.getValue()));
    }
    return text.append('}').toString();
  }

  private String entry(String name, Attribute value) {
    var key = Quoting.isBareIdentifier(name) ? name : Quoting.quote(name);
    return value instanceof UnitAttr ? key : key + " = " + attribute(value);
  }

  /** The attribute without its type where the reader assumes it anyway: i64 and f64. */
  public String withoutDefaultType(Attribute attribute) {
    if (attribute instanceof IntegerAttr number && number.type().equals(IntegerType.I64)) {
      return withoutType(number);
    }
    if (attribute instanceof FloatAttr number && number.type() == FloatType.F64) {
      // In hexadecimal it would read back as an integer.
      var literal = withoutType(number);
      return literal.startsWith("0x") ? literal + " : f64" : literal;
    }
    return attribute(attribute);
  }

  /** The attribute without its type, for places where that is known. */
  public String withoutType(Attribute attribute) {
    if (attribute instanceof IntegerAttr number) {
      return number.literal();
    }
    if (attribute instanceof FloatAttr number) {
      return FloatText.print(number.type(), number.bits());
    }
    return switch (attribute) {
      case WideIntegerAttr number -> number.value().toString();
      case WideFloatAttr number -> FloatText.print(number.type(), number.bits());
      case DenseElementsAttr dense -> elided(dense).orElseGet(() -> DenseText.literal(dense));
      case DenseStringElementsAttr dense -> elided(dense).orElseGet(() -> DenseText.literal(dense));
      case SparseElementsAttr sparse -> elided(sparse).orElseGet(() -> DenseText.literal(sparse));
      case DenseResourceElementsAttr resource -> "dense_resource<" + resource.blob().key() + ">";
      case TypedStringAttr string -> Quoting.quote(string.value());
      case OpaqueAttr opaque -> "#" + opaque.dialect() + opaque.text();
      default -> attribute(attribute);
    };
  }

  private Optional<String> elided(TypedAttr elements) {
    return switch (elements) {
      case DenseElementsAttr dense when !dense.isSplat() -> shortening.elements(dense.count());
      case DenseStringElementsAttr dense when dense.values().size() > 1 -> shortening.elements(dense.values().size());
      case SparseElementsAttr sparse -> elided(sparse.indices()).or(() -> elided(sparse.values()));
      default -> Optional.empty();
    };
  }
}
