package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.attributes.VerbatimAttr;
import mlr.ir.text.Spelling;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Reads the builtin attributes. */
final class BuiltinAttributeReader {
  private static final List<String> KEYWORDS = List.of("unit", "true", "false", "loc", "affine_map", "affine_set", "dense", "dense_resource", "array",
      "strided", "sparse", "distinct");
  private final AttributeReader in;
  private final NumberReader numbers;
  private final DenseReader dense;

  BuiltinAttributeReader(AttributeReader in) {
    this.in = in;
    this.numbers = new NumberReader(in);
    this.dense = new DenseReader(in, numbers);
  }

  boolean isKeyword(String word) {
    return KEYWORDS.contains(word) || TypeReader.isTypeKeyword(word);
  }

  /** @param implied the type of a typed attribute when it is not written */
  Attribute read(Optional<Type> implied) {
    return switch (in.lexer.kind()) {
      case INTEGER, FLOAT -> number(implied);
      case STRING -> new StringAttr(in.parseString());
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
      var name = in.at(TokenKind.STRING) ? in.parseString() : in.at(TokenKind.WORD) ? in.take() : "";
      if (name.isEmpty()) {
        throw in.expected("an attribute name");
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
    var type = implied.orElseGet(() -> in.parseOptionalPunctuation(":") ? in.parseType() : literal.isFloat() ? FloatType.F64 : IntegerType.I64);
    long bits = numbers.bits(literal, type, implied.isPresent() ? literal.location() : where);
    return type instanceof FloatType format ? new FloatAttr(format, bits) : new IntegerAttr(type, bits);
  }

  private Attribute keyword(Optional<Type> implied) {
    var word = in.lexer.spelling();
    int start = in.lexer.start();
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
        return dense.read(implied);
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
        return verbatim(start, in.lexer.end());
      }
      case "sparse" -> {
        verbatim(start, in.lexer.end());
        in.parsePunctuation(":");
        in.parseType();
        return new VerbatimAttr(in.lexer.slice(start, in.lexer.previousEnd()));
      }
      case "dense_resource", "distinct" -> throw in.error("'" + word + "' attributes are not supported");
      default -> {
        if (TypeReader.isTypeKeyword(word)) {
          return new TypeAttr(in.parseType());
        }
        throw in.error("expected an attribute, found '" + word + "'" + Spelling.suggestion(word, KEYWORDS));
      }
    }
  }

  private Attribute verbatim(int start, int open) {
    if (in.lexer.charAt(open) != '<') {
      throw in.errorAt(in.source.location(open), "expected '<'");
    }
    int close = in.skipBalancedExpressions(open);
    in.lexer.reset(close);
    return new VerbatimAttr(in.lexer.slice(start, close));
  }

  private Attribute array() {
    in.parsePunctuation("<");
    var element = in.parseType();
    if (!(element instanceof IntegerType || element instanceof FloatType)) {
      throw in.error("the elements of a dense array are integers or floating-point numbers, not " + element);
    }
    var values = new ArrayList<Long>();
    if (in.parseOptionalPunctuation(":")) {
      do {
        values.add(numbers.element(element));
      } while (in.parseOptionalPunctuation(","));
    }
    in.parsePunctuation(">");
    return new DenseArrayAttr(element, values);
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
