package mlr.ir.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;

/** What a dialect needs to read the inside of its own types and attributes. Failures report and throw {@link ParseFailure}. */
public interface TypeParser {
  /** The place of the current token. */
  Location location();

  Type parseType();

  /** A type if one comes next. */
  Optional<Type> parseOptionalType();

  Attribute parseAttribute();

  /** An attribute written without its type, which is {@code type}: {@code 5} as well as {@code 1.5} and {@code dense<0>}. */
  Attribute parseAttribute(Type type);

  /** An attribute if one comes next. */
  Optional<Attribute> parseOptionalAttribute();

  /** {@code [1, 2]}: a dense array without its element type, which is {@code element}. */
  DenseArrayAttr parseBareArray(Type element);

  /** An attribute of a dialect without the leading {@code #dialect.mnemonic}. */
  Attribute parseStrippedAttribute(String dialect, String mnemonic);

  /** An integer literal, with optional minus sign. */
  long parseInteger();

  /** An integer literal of at most 32 bits, with optional minus sign. */
  int parseInt();

  /** An integer if one comes next. */
  Optional<Long> parseOptionalInteger();

  /** A bare identifier. */
  String parseKeyword();

  /** {@code keyword}, which must come next. */
  void parseKeyword(String keyword);

  /** Reads {@code keyword} if it comes next. */
  boolean parseOptionalKeyword(String keyword);

  /** One of several keywords; the error lists them. */
  String parseKeywordOf(Collection<String> keywords);

  /** A case of an enumeration: one of {@code names} as a keyword or in quotes. */
  Optional<String> parseOptionalCaseOf(Collection<String> names);

  String parseCaseOf(Collection<String> names);

  /** One of several keywords if it comes next. */
  Optional<String> parseOptionalKeywordOf(Collection<String> keywords);

  /** A string literal's value. */
  String parseString();

  /** A string literal's value if one comes next. */
  Optional<String> parseOptionalString();

  /** Reads the punctuation {@code token} ({@code < > ( ) [ ] { } , : = -> ? *}), which must come next. */
  void parsePunctuation(String token);

  /** Reads the punctuation {@code token} if it comes next. */
  boolean parseOptionalPunctuation(String token);

  /** Reads {@code element} zero or more times, separated by commas, between {@code open}, which must come next, and {@code close}. */
  void parseCommaSeparated(String open, String close, Runnable element);

  /** Extents {@code 2x?x3x}, including the last {@code x}; the element type follows. */
  List<Long> parseDimensions();

  /** Reports an error at the current token and throws; the return type lets callers write {@code throw parser.error(…)}. */
  ParseFailure error(String message);

  /** Reports an error at another place and throws. */
  ParseFailure errorAt(Location where, String message);
}
