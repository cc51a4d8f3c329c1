package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.OpaqueAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.text.Spelling;
import mlr.ir.types.ComplexType;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.NoneType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.TupleType;
import mlr.ir.types.UnrankedMemRefType;
import mlr.ir.types.UnrankedTensorType;
import mlr.ir.types.VectorType;

/** Reads the builtin types. */
final class TypeReader {
  private static final Pattern INTEGER = Pattern.compile("(si|ui|i)([0-9]+)");
  private static final List<String> KEYWORDS = Stream.concat(Arrays.stream(FloatType.values()).map(FloatType::toString),
      Stream.of("i1", "i8", "i16", "i32", "i64", "index", "none", "tensor", "vector", "memref", "tuple", "complex")).toList();
  private final AttributeReader in;

  TypeReader(AttributeReader in) {
    this.in = in;
  }

  /** Whether {@code word} starts a builtin type. */
  static boolean isTypeKeyword(String word) {
    return KEYWORDS.contains(word) || INTEGER.matcher(word).matches();
  }

  Type read() {
    if (in.atPunctuation("(")) {
      var inputs = list();
      in.parsePunctuation("->");
      return new FunctionType(inputs, resultTypes());
    }
    var where = in.location();
    var word = in.lexer.spelling();
    if (!isTypeKeyword(word)) {
      throw in.errorAt(where, "expected a type, found '" + word + "'" + Spelling.suggestion(word, KEYWORDS));
    }
    in.take();
    return switch (word) {
      case "index" -> IndexType.INDEX;
      case "none" -> NoneType.NONE;
      case "tensor" -> tensor();
      case "vector" -> vector();
      case "memref" -> memref();
      case "tuple" -> tuple();
      case "complex" -> {
        in.parsePunctuation("<");
        var element = element("complex", type -> type instanceof FloatType || type instanceof IntegerType, "an integer or floating-point type");
        in.parsePunctuation(">");
        yield new ComplexType(element);
      }
      default -> scalar(word, where);
    };
  }

  private Type scalar(String word, Location where) {
    for (var format : FloatType.values()) {
      if (format.toString().equals(word)) {
        return format;
      }
    }
    var match = INTEGER.matcher(word);
    match.matches();
    if (match.group(2).length() > 8 || Integer.parseInt(match.group(2)) >= 1 << 24) {
      throw in.errorAt(where, "integer bitwidth is limited to 16777215 bits");
    }
    return new IntegerType(Integer.parseInt(match.group(2)), switch (match.group(1)) {
      case "si" -> IntegerType.Signedness.SIGNED;
      case "ui" -> IntegerType.Signedness.UNSIGNED;
      default -> IntegerType.Signedness.SIGNLESS;
    });
  }

  List<Type> resultTypes() {
    return in.atPunctuation("(") ? list() : List.of(in.parseType());
  }

  private List<Type> list() {
    in.parsePunctuation("(");
    if (in.parseOptionalPunctuation(")")) {
      return List.of();
    }
    var all = in.parseTypeList();
    in.parsePunctuation(")");
    return all;
  }

  private Type tuple() {
    var all = new ArrayList<Type>();
    in.parseCommaSeparated("<", ">", () -> all.add(in.parseType()));
    return new TupleType(all);
  }

  /** The element type of an aggregate, which must be one that it can hold. */
  private Type element(String what, Predicate<Type> accepted, String description) {
    var where = in.location();
    var element = in.parseType();
    if (!accepted.test(element)) {
      throw in.errorAt(where, "invalid " + what + " element type " + element + "; it is " + description);
    }
    return element;
  }

  private static boolean isNumber(Type type) {
    return type instanceof FloatType || type instanceof IntegerType || type instanceof IndexType;
  }

  private Type tensorElement() {
    return element("tensor", type -> isNumber(type) || type instanceof ComplexType || type instanceof VectorType || !type.dialect().equals("builtin"),
        "a number, a vector, or a type of another dialect than builtin");
  }

  private Type memrefElement() {
    return element("memref", type -> isNumber(type) || type instanceof ComplexType || type instanceof VectorType || type instanceof MemRefType
        || type instanceof UnrankedMemRefType, "a number, a vector or a memref");
  }

  private Type tensor() {
    in.parsePunctuation("<");
    if (unrankedPrefix()) {
      var element = tensorElement();
      in.parsePunctuation(">");
      return new UnrankedTensorType(element);
    }
    var shape = dimensions();
    var element = tensorElement();
    Optional<Attribute> encoding = in.parseOptionalPunctuation(",") ? Optional.of(in.parseAttribute()) : Optional.empty();
    in.parsePunctuation(">");
    return new RankedTensorType(shape, element, encoding);
  }

  private Type memref() {
    in.parsePunctuation("<");
    boolean unranked = unrankedPrefix();
    var shape = unranked ? List.<Long>of() : dimensions();
    var element = memrefElement();
    Optional<Attribute> layout = Optional.empty();
    Optional<Attribute> space = Optional.empty();
    while (in.parseOptionalPunctuation(",")) {
      var where = in.location();
      var attribute = in.parseAttribute();
      if (isLayout(attribute)) {
        if (unranked || space.isPresent()) {
          throw in.errorAt(where, unranked ? "an unranked memref has no layout" : "expected memory space to be last in memref type");
        }
        checkRank(attribute, shape.size(), where);
        layout = Optional.of(attribute);
      } else if (space.isPresent()) {
        throw in.errorAt(where, "multiple memory spaces specified in memref type");
      } else if (!isMemorySpace(attribute)) {
        throw in.errorAt(where, attribute + " is no memory space; it is an integer, a string, a dictionary or an attribute of a registered dialect");
      } else {
        space = Optional.of(attribute);
      }
    }
    in.parsePunctuation(">");
    // The default layout and the default space are what their absence means.
    layout = layout.filter(a -> !(a instanceof AffineMapAttr map && map.isIdentity()));
    space = space.filter(a -> !(a instanceof IntegerAttr number && number.value() == 0));
    return unranked ? new UnrankedMemRefType(element, space) : new MemRefType(shape, element, layout, space);
  }

  private static boolean isLayout(Attribute attribute) {
    return attribute instanceof AffineMapAttr || attribute instanceof StridedLayoutAttr;
  }

  private static boolean isMemorySpace(Attribute attribute) {
    return attribute instanceof IntegerAttr || attribute instanceof StringAttr || attribute instanceof DictionaryAttr
        || !attribute.dialect().equals("builtin") && !(attribute instanceof OpaqueAttr);
  }

  private void checkRank(Attribute layout, int rank, Location where) {
    int layoutRank = layout instanceof AffineMapAttr map ? map.dimensions() : ((StridedLayoutAttr) layout).strides().size();
    if (layoutRank != rank) {
      throw in.errorAt(where, "memref layout mismatch between rank and layout: " + rank + " != " + layoutRank);
    }
  }

  private boolean unrankedPrefix() {
    if (!in.atPunctuation("*")) {
      return false;
    }
    if (in.lexer.charAt(in.lexer.end()) != 'x') {
      throw in.error("expected '*x' before the element type");
    }
    in.lexer.reset(in.lexer.end() + 1);
    return true;
  }

  private Type vector() {
    in.parsePunctuation("<");
    var shape = new ArrayList<Long>();
    var scalable = new ArrayList<Boolean>();
    int at = in.lexer.start();
    while (true) {
      boolean bracket = in.lexer.charAt(at) == '[';
      int digits = bracket ? at + 1 : at;
      int end = digits;
      while (Lexer.isDigit(in.lexer.charAt(end))) {
        end++;
      }
      if (end == digits) {
        if (bracket || in.lexer.charAt(at) == '?') {
          throw in.errorAt(in.source.location(digits), "expected a positive extent: vectors have no dynamic ones");
        }
        break;
      }
      long extent = extent(digits, end);
      if (extent == 0) {
        throw in.errorAt(in.source.location(digits), "vector types must have positive constant sizes");
      }
      shape.add(extent);
      scalable.add(bracket);
      end = bracket ? blanks(end) : end;
      if (bracket && in.lexer.charAt(end) != ']') {
        throw in.errorAt(in.source.location(end), "expected ']' behind a scalable extent");
      }
      at = separator(bracket ? end + 1 : end);
    }
    in.lexer.reset(at);
    var element = element("vector", TypeReader::isNumber, "an integer, index or floating-point type");
    in.parsePunctuation(">");
    return new VectorType(shape, element, scalable);
  }

  // Read by character: the lexer would take "0x4" for one number and "x4xf32" for a word.
  List<Long> dimensions() {
    var shape = new ArrayList<Long>();
    int at = in.lexer.start();
    while (true) {
      int end = at;
      if (in.lexer.charAt(at) == '?') {
        end++;
        shape.add(ShapedType.DYNAMIC);
      } else {
        while (Lexer.isDigit(in.lexer.charAt(end))) {
          end++;
        }
        if (end == at) {
          break;
        }
        shape.add(extent(at, end));
      }
      at = separator(end);
    }
    in.lexer.reset(at);
    return shape;
  }

  /** What stands behind the 'x' after an extent; blanks on both sides are skipped, as in {@code !llvm.array<4 x f32>}. */
  private int separator(int end) {
    int at = blanks(end);
    if (in.lexer.charAt(at) != 'x') {
      throw in.errorAt(in.source.location(at), "expected 'x' in dimension list");
    }
    return blanks(at + 1);
  }

  private int blanks(int at) {
    int end = at;
    while (in.lexer.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private long extent(int from, int to) {
    try {
      return Long.parseLong(in.lexer.slice(from, to));
    } catch (NumberFormatException _) {
      throw in.errorAt(in.source.location(from), "extent does not fit 64 bits");
    }
  }
}
