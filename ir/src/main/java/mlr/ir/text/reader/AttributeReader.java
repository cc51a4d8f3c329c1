package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.OpaqueAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.Spelling;
import mlr.ir.text.TypeParser;
import mlr.ir.types.FunctionType;
import mlr.ir.types.OpaqueType;

/** Reads types, attributes and locations, those of dialects and the aliases for them included. */
public class AttributeReader extends TokenReader implements TypeParser {
  private static final int RECENT = 4;

  final DialectRegistry registry;
  final Map<String, Attribute> attributeAliases = new LinkedHashMap<>();
  final Map<String, Type> typeAliases = new LinkedHashMap<>();
  final Map<String, ResourceBlob> resources;
  private final Map<Type, Type> sharedTypes = new HashMap<>();

  /** The types that are one word, by that word. */
  private final Map<String, Type> wordTypes = new HashMap<>();

  /** A few of these, found without hashing by the very same word. */
  private final String[] recentWords = new String[RECENT];
  private final Type[] recentTypes = new Type[RECENT];
  private int nextRecent;
  private final TypeReader types = new TypeReader(this);
  private final BuiltinAttributeReader attributes = new BuiltinAttributeReader(this);
  private final LocationReader locations = new LocationReader(this);

  public AttributeReader(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    this(source, registry, options, diagnostics, new LinkedHashMap<>());
  }

  /** @param resources what {@code dense_resource} attributes refer to, by name; names met first are added */
  public AttributeReader(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics,
      Map<String, ResourceBlob> resources) {
    super(source, options, diagnostics);
    this.registry = registry;
    this.resources = resources;
  }

  @Override
  public final Type parseType() {
    if (!atType()) {
      throw expected("a type");
    }
    if (!at(TokenKind.WORD)) {
      return readType();
    }
    var word = lexer.spelling();
    for (int i = 0; i < RECENT; i++) {
      if (recentWords[i] == word) {
        lexer.advance();
        return recentTypes[i];
      }
    }
    return wordType(word);
  }

  private Type wordType(String word) {
    var type = wordTypes.get(word);
    if (type != null) {
      lexer.advance();
    } else {
      int end = lexer.end();
      type = readType();
      if (lexer.previousEnd() != end) {
        return type;
      }
      wordTypes.put(word, type);
    }
    recentWords[nextRecent] = word;
    recentTypes[nextRecent] = type;
    nextRecent = (nextRecent + 1) % RECENT;
    return type;
  }

  @Override
  public final Optional<Type> parseOptionalType() {
    return atType() ? Optional.of(parseType()) : Optional.empty();
  }

  private boolean atType() {
    return at(TokenKind.WORD) || at(TokenKind.TYPE) || atPunctuation("(");
  }

  private Type readType() {
    enterNested();
    try {
      return sharedTypes.computeIfAbsent(at(TokenKind.TYPE) ? dialectType() : types.read(), t -> t);
    } finally {
      leaveNested();
    }
  }

  /** A type that is no function type, or a list of types in parentheses. */
  final List<Type> parseResultTypes() {
    return types.resultTypes();
  }

  @Override
  public final List<Long> parseDimensions() {
    return types.dimensions();
  }

  @Override
  public final Attribute parseAttribute() {
    return parseAttribute(Optional.empty());
  }

  @Override
  public final Attribute parseAttribute(Type type) {
    return parseAttribute(Optional.of(type));
  }

  private Attribute parseAttribute(Optional<Type> implied) {
    enterNested();
    try {
      return at(TokenKind.ATTRIBUTE) ? dialectAttribute(implied) : attributes.read(implied);
    } finally {
      leaveNested();
    }
  }

  @Override
  public final Optional<Attribute> parseOptionalAttribute() {
    boolean present = switch (lexer.kind()) {
      case ATTRIBUTE, TYPE, SYMBOL, INTEGER, FLOAT, STRING -> true;
      case WORD -> attributes.isKeyword(lexer.spelling());
      case PUNCTUATION -> atPunctuation("[") || atPunctuation("{") || atPunctuation("-") || atPunctuation("(");
      default -> false;
    };
    return present ? Optional.of(parseAttribute()) : Optional.empty();
  }

  @Override
  public final DenseArrayAttr parseBareArray(Type element) {
    return attributes.bareArray(element);
  }

  @Override
  public final Attribute parseStrippedAttribute(String dialect, String mnemonic) {
    var where = location();
    return registry.dialect(dialect).flatMap(d -> d.parseAttribute(mnemonic, this))
        .orElseThrow(() -> errorAt(where, "dialect '" + dialect + "' has no attribute '" + mnemonic + "'"));
  }

  /** {@code {a = 1 : i32, b}}. */
  final Map<String, Attribute> parseAttributeDictionary() {
    return attributes.dictionary();
  }

  final BuiltinAttributeReader builtinAttributes() {
    return attributes;
  }

  /** {@code @name} or {@code @"name"} without the {@code @}. */
  final String parseSymbolText() {
    if (!at(TokenKind.SYMBOL)) {
      throw expected("a symbol '@name'");
    }
    var spelling = lexer.spelling();
    var name = spelling.charAt(1) == '"' ? unquote(spelling.substring(1)) : spelling.substring(1);
    lexer.advance();
    return name;
  }

  /** The inside of {@code loc(…)}. */
  final Location parseLocationBody() {
    return locations.body();
  }

  public final List<Type> parseTypeList() {
    var all = new ArrayList<Type>(FEW);
    do {
      all.add(parseType());
    } while (parseOptionalPunctuation(","));
    return all;
  }

  public final List<Type> parseColonTypeList() {
    parsePunctuation(":");
    return parseTypeList();
  }

  public final List<Type> parseOptionalArrowTypeList() {
    return parseOptionalPunctuation("->") ? parseResultTypes() : List.of();
  }

  public final FunctionType parseFunctionType() {
    if (!atPunctuation("(")) {
      throw expected("a function type");
    }
    return (FunctionType) parseType();
  }

  public final Map<String, Attribute> parseOptionalAttributeMap() {
    return atPunctuation("{") ? parseAttributeDictionary() : Map.of();
  }

  public final void parseOptionalAttributeDictionary(OperationState state) {
    if (atPunctuation("{")) {
      state.attributes(parseAttributeDictionary());
    }
  }

  public final void parseOptionalAttributeDictionaryWithKeyword(OperationState state) {
    if (parseOptionalKeyword("attributes")) {
      if (!atPunctuation("{")) {
        throw expected("'{'");
      }
      parseOptionalAttributeDictionary(state);
    }
  }

  public final SymbolRefAttr parseSymbol() {
    return parseOptionalSymbol().orElseThrow(() -> expected("a symbol '@name'"));
  }

  public final Optional<SymbolRefAttr> parseOptionalSymbol() {
    return at(TokenKind.SYMBOL) ? Optional.of(builtinAttributes().symbolReference()) : Optional.empty();
  }

  public final String parseSymbolName() {
    return parseSymbolText();
  }

  public final Optional<String> parseOptionalSymbolName() {
    return at(TokenKind.SYMBOL) ? Optional.of(parseSymbolText()) : Optional.empty();
  }

  public final Optional<Location> parseOptionalLocation() {
    if (!atWord("loc")) {
      return Optional.empty();
    }
    lexer.advance();
    parsePunctuation("(");
    var read = parseLocationBody();
    parsePunctuation(")");
    return Optional.of(read);
  }

  private Type dialectType() {
    return dialectEntity("type", "!", typeAliases, OpaqueType::new, Dialect::parseType);
  }

  private Attribute dialectAttribute(Optional<Type> implied) {
    return dialectEntity("attribute", "#", attributeAliases,
        (dialect, text) -> new OpaqueAttr(dialect, text, implied.isPresent() ? implied : attributes.optionalType()), Dialect::parseAttribute);
  }

  /** How a dialect reads what it owns, given the mnemonic. */
  private interface DialectSyntax<T> {
    Optional<? extends T> read(Dialect dialect, String mnemonic, TypeParser parser);
  }

  /** An alias, {@code prefix dialect.mnemonic…}, {@code prefix dialect<mnemonic…>}, or whatever an unknown dialect has written. */
  private <T> T dialectEntity(String what, String prefix, Map<String, T> aliases, BiFunction<String, String, ? extends T> opaque, DialectSyntax<T> syntax) {
    var where = location();
    int end = lexer.end();
    var name = take().substring(1);
    int dot = name.indexOf('.');
    if (dot < 0 && lexer.charAt(end) != '<') {
      var known = aliases.get(name);
      if (known == null) {
        throw errorAt(where, "undefined " + what + " alias '" + prefix + name + "'" + Spelling.suggestion(name, aliases.keySet()));
      }
      return known;
    }
    var namespace = dot < 0 ? name : name.substring(0, dot);
    var dialect = registry.dialect(namespace);
    if (dialect.isEmpty()) {
      return opaque.apply(namespace, verbatim(where, namespace, name.substring(namespace.length()), end));
    }
    if (dot < 0) {
      parsePunctuation("<");
    }
    var mnemonic = dot < 0 ? parseKeyword() : name.substring(dot + 1);
    var read = syntax.read(dialect.get(), mnemonic, this);
    if (read.isEmpty()) {
      throw errorAt(where, "dialect '" + namespace + "' has no " + what + " '" + mnemonic + "'");
    }
    if (dot < 0) {
      parsePunctuation(">");
    }
    return read.get();
  }

  /** The text of an attribute or type of an unknown dialect: what follows the namespace in its name, then {@code <…>} if that comes at once. */
  private String verbatim(Location where, String namespace, String rest, int end) {
    if (!options.allowUnregisteredDialect()) {
      throw errorAt(where, "dialect '" + namespace + "' is not registered" + Spelling.suggestion(namespace, registry.namespaces()));
    }
    if (lexer.charAt(end) != '<') {
      return rest;
    }
    int close = skipBalanced(end);
    lexer.reset(close);
    // As upstream, "<name>" and "<name<…>>" are written ".name" and ".name<…>".
    int nameEnd = end + 1;
    while (Lexer.isWordPart(lexer.charAt(nameEnd)) && lexer.charAt(nameEnd) != '$') {
      nameEnd++;
    }
    boolean named = rest.isEmpty() && Lexer.isLetter(lexer.charAt(end + 1));
    boolean pretty = named && (nameEnd == close - 1 || lexer.charAt(nameEnd) == '<' && skipBalanced(nameEnd) == close - 1);
    return pretty ? "." + lexer.slice(end + 1, close - 1) : rest + lexer.slice(end, close);
  }

  /** The offset behind the bracket that closes the one at {@code open}; strings and arrows are passed over. */
  private int skipBalanced(int open) {
    var closers = new StringBuilder();
    int at = open;
    do {
      char c = lexer.charAt(at);
      switch (c) {
        case '<' -> closers.append('>');
        case '(' -> closers.append(')');
        case '[' -> closers.append(']');
        case '{' -> closers.append('}');
        case '>', ')', ']', '}' -> {
          if (closers.charAt(closers.length() - 1) != c) {
            throw errorAt(source.location(at), "expected '" + closers.charAt(closers.length() - 1) + "' before '" + c + "'");
          }
          closers.setLength(closers.length() - 1);
        }
        case '-' -> at += lexer.charAt(at + 1) == '>' ? 1 : 0;
        case '"' -> {
          int quote = at;
          for (at++; lexer.charAt(at) != '"'; at++) {
            at += lexer.charAt(at) == '\\' ? 1 : 0;
            if (lexer.charAt(at) == 0 || lexer.charAt(at) == '\n') {
              throw errorAt(source.location(quote), "string is not closed on its line");
            }
          }
        }
        case 0 -> throw errorAt(source.location(open), "'" + lexer.charAt(open) + "' is never closed");
        default -> { }
      }
      at++;
    } while (!closers.isEmpty());
    return at;
  }
}
