package mlr.ir.text.reader;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.DistinctAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.TypedStringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.attributes.numbers.WideArrayAttr;
import mlr.ir.text.Spelling;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.NoneType;
import mlr.ir.types.ShapedType;

/** Reads the builtin attributes. */
final class BuiltinAttributeReader {
  private static final List<String> KEYWORDS = List.of("unit", "true", "false", "loc", "affine_map", "affine_set", "dense", "dense_resource", "array",
      "strided", "sparse", "distinct");
  private final AttributeReader in;
  private final NumberReader numbers;
  private final ElementsReader elements;

  BuiltinAttributeReader(AttributeReader in) {
    this.in = in;
    this.numbers = new NumberReader(in);
    this.elements = new ElementsReader(in, numbers);
  }

  boolean isKeyword(String word) {
    return KEYWORDS.contains(word) || TypeReader.isTypeKeyword(word);
  }

  /** @param implied the type of a typed attribute when it is not written */
  Attribute read(Optional<Type> implied) {
    return switch (in.lexer.kind()) {
      case INTEGER, FLOAT -> number(implied);
      case STRING -> string(implied);
      case SYMBOL -> symbolReference();
      case TYPE -> new TypeAttr(in.parseType());
      case WORD -> keyword(implied);
      case PUNCTUATION -> {
        if (in.atPunctuation("-")) {
          yield number(implied);
        }
        if (in.atPunctuation("[")) {
          var elements = new ArrayList<Attribute>();
          in.parseCommaSeparated("[", "]", () -> elements.add(in.parseAttribute()));
          yield new ArrayAttr(elements);
        }
        if (in.atPunctuation("{")) {
          yield new DictionaryAttr(dictionary());
        }
        if (in.atPunctuation("(")) {
          yield new TypeAttr(in.parseType());
        }
        throw in.expected("an attribute");
      }
      default -> throw in.expected("an attribute");
    };
  }

  Map<String, Attribute> dictionary() {
    var entries = new LinkedHashMap<String, Attribute>();
    in.parseCommaSeparated("{", "}", () -> {
      var where = in.location();
      boolean quoted = in.at(TokenKind.STRING);
      var name = quoted ? in.parseString() : in.at(TokenKind.WORD) ? in.take() : "";
      if (name.isEmpty()) {
        throw quoted ? in.errorAt(where, "an attribute name cannot be empty") : in.expected("an attribute name");
      }
      var value = in.parseOptionalPunctuation("=") ? in.parseAttribute() : UnitAttr.UNIT;
      if (entries.put(name, value) != null) {
        throw in.errorAt(where, "duplicate key '" + name + "' in dictionary attribute");
      }
    });
    return entries;
  }

  SymbolRefAttr symbolReference() {
    var root = in.parseSymbolText();
    var nested = new ArrayList<String>();
    while (in.atPunctuation("::")) {
      in.parsePunctuation("::");
      nested.add(in.parseSymbolText());
    }
    return new SymbolRefAttr(root, nested);
  }

  private Attribute number(Optional<Type> implied) {
    var literal = numbers.literal();
    var where = in.location();
    var given = implied.isPresent() ? implied : writtenType();
    var type = given.isPresent() ? given.get() : literal.isFloat() ? FloatType.F64 : IntegerType.I64;
    return numbers.attribute(literal, type, implied.isPresent() ? literal.location() : where);
  }

  private Attribute string(Optional<Type> implied) {
    var value = in.parseString();
    var type = implied.isPresent() ? Optional.<Type>empty() : optionalType();
    return type.isPresent() ? new TypedStringAttr(value, type.get()) : new StringAttr(value);
  }

  private Optional<Type> writtenType() {
    return in.parseOptionalPunctuation(":") ? Optional.of(in.parseType()) : Optional.empty();
  }

  /** {@code : type} if it comes next; none is as if nothing were written. */
  Optional<Type> optionalType() {
    return writtenType().filter(type -> !(type instanceof NoneType));
  }

  private Attribute keyword(Optional<Type> implied) {
    var word = in.lexer.spelling();
    switch (word) {
      case "unit" -> {
        in.take();
        return UnitAttr.UNIT;
      }
      case "true", "false" -> {
        in.take();
        return IntegerAttr.bool(word.equals("true"));
      }
      case "loc" -> {
        in.take();
        in.parsePunctuation("(");
        var location = in.parseLocationBody();
        in.parsePunctuation(")");
        return new LocationAttr(location);
      }
      case "affine_map" -> {
        in.take();
        in.parsePunctuation("<");
        var map = new AffineReader(in).map();
        in.parsePunctuation(">");
        return map;
      }
      case "dense" -> {
        in.take();
        return elements.dense(implied);
      }
      case "array" -> {
        in.take();
        return array();
      }
      case "strided" -> {
        in.take();
        return strided();
      }
      case "affine_set" -> {
        in.take();
        in.parsePunctuation("<");
        var set = new AffineReader(in).set();
        in.parsePunctuation(">");
        return set;
      }
      case "sparse" -> {
        in.take();
        return elements.sparse(implied);
      }
      case "dense_resource" -> {
        in.take();
        return elements.resource(implied);
      }
      case "distinct" -> {
        in.take();
        return distinct();
      }
      default -> {
        if (TypeReader.isTypeKeyword(word)) {
          return new TypeAttr(in.parseType());
        }
        throw in.error("expected an attribute, found '" + word + "'" + Spelling.suggestion(word, KEYWORDS));
      }
    }
  }

  private Attribute distinct() {
    in.parsePunctuation("[");
    long id = in.parseInteger();
    in.parsePunctuation("]");
    in.parsePunctuation("<");
    var referenced = in.atPunctuation(">") ? UnitAttr.UNIT : in.parseAttribute();
    in.parsePunctuation(">");
    return new DistinctAttr(id, referenced);
  }

  private Attribute array() {
    in.parsePunctuation("<");
    var element = in.parseType();
    if (!(element instanceof IntegerType || element instanceof FloatType)) {
      throw in.error("the elements of a dense array are integers or floating-point numbers, not " + element);
    }
    if (element instanceof IntegerType integer && integer.width() % Byte.SIZE != 0 && integer.width() != 1) {
      throw in.error("the width of a dense array's integers is 1 or a multiple of 8, not that of " + element);
    }
    boolean wide = DenseElementsAttr.elementBytes(element) > Long.BYTES;
    var values = new ArrayList<Long>();
    var wideValues = new ArrayList<BigInteger>();
    if (in.parseOptionalPunctuation(":")) {
      do {
        if (wide) {
          wideValues.add(numbers.wideBits(numbers.literal(), element));
        } else {
          values.add(numbers.element(element));
        }
      } while (in.parseOptionalPunctuation(","));
    }
    in.parsePunctuation(">");
    return wide ? new WideArrayAttr(element, wideValues) : new DenseArrayAttr(element, values);
  }

  /** {@code [1, 2]}: a dense array without its element type. */
  DenseArrayAttr bareArray(Type element) {
    var values = new ArrayList<Long>();
    in.parseCommaSeparated("[", "]", () -> values.add(numbers.element(element)));
    return new DenseArrayAttr(element, values);
  }

  private Attribute strided() {
    var strides = new ArrayList<Long>();
    in.parsePunctuation("<");
    in.parseCommaSeparated("[", "]", () -> strides.add(extent()));
    long offset = 0;
    if (in.parseOptionalPunctuation(",")) {
      in.parseKeyword("offset");
      in.parsePunctuation(":");
      offset = extent();
    }
    in.parsePunctuation(">");
    return new StridedLayoutAttr(offset, strides);
  }

  private long extent() {
    return in.parseOptionalPunctuation("?") ? ShapedType.DYNAMIC : in.parseInteger();
  }
}
