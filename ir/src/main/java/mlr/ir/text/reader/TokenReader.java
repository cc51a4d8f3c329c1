package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mlr.ir.Location;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.ParseFailure;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.Quoting;
import mlr.ir.text.Spelling;

/** The current token and what all readers do with it: look, take, expect, fail. */
abstract class TokenReader {
  /** Room for what most lists hold, less than they take by themselves. */
  static final int FEW = 4;

  final SourceFile source;
  final Lexer lexer;
  final DiagnosticEngine diagnostics;
  final ParserOptions options;
  private int nesting;
  // The optional keywords that the current word is not, for suggestions.
  private final List<String> tried = new ArrayList<>();
  private int triedAt = -1;
  private int lastLine;

  TokenReader(SourceFile source, ParserOptions options, DiagnosticEngine diagnostics) {
    this.source = source;
    this.lexer = new Lexer(source.text());
    this.diagnostics = diagnostics;
    this.options = options;
  }

  /** The place of the current token. */
  public final Location location() {
    var where = source.location(lexer.start(), lastLine);
    lastLine = where.line();
    return where;
  }

  final boolean at(TokenKind kind) {
    return lexer.kind() == kind;
  }

  final boolean atWord(String word) {
    return at(TokenKind.WORD) && lexer.end() - lexer.start() == word.length() && lexer.startsWith(word);
  }

  final boolean atPunctuation(String token) {
    return lexer.isPunctuation(token);
  }

  /** Takes the current token and returns its spelling. */
  final String take() {
    var spelling = lexer.spelling();
    lexer.advance();
    return spelling;
  }

  /** Takes the current token and returns the name behind its sigil. */
  final String takeName() {
    var name = lexer.name();
    lexer.advance();
    return name;
  }

  public final boolean parseOptionalPunctuation(String token) {
    if (!atPunctuation(token)) {
      return false;
    }
    lexer.take(token.length());
    return true;
  }

  public final void parsePunctuation(String token) {
    if (!parseOptionalPunctuation(token)) {
      throw expected("'" + token + "'");
    }
  }

  /** One of several punctuations, which must come next. */
  final String parsePunctuationOf(List<String> tokens) {
    for (var token : tokens) {
      if (parseOptionalPunctuation(token)) {
        return token;
      }
    }
    throw expected("one of " + String.join(", ", tokens));
  }

  public final boolean parseOptionalKeyword(String keyword) {
    if (!atWord(keyword)) {
      if (at(TokenKind.WORD)) {
        noteTried(keyword);
      }
      return false;
    }
    lexer.advance();
    return true;
  }

  private void noteTried(String keyword) {
    if (triedAt != lexer.start()) {
      triedAt = lexer.start();
      tried.clear();
    }
    tried.add(keyword);
  }

  public final void parseKeyword(String keyword) {
    if (!parseOptionalKeyword(keyword)) {
      throw expected("'" + keyword + "'");
    }
  }

  public final String parseKeyword() {
    if (!at(TokenKind.WORD)) {
      throw expected("a keyword");
    }
    return take();
  }

  public final Optional<String> parseOptionalKeywordOf(Collection<String> keywords) {
    return at(TokenKind.WORD) && keywords.contains(lexer.spelling()) ? Optional.of(take()) : Optional.empty();
  }

  public final String parseKeywordOf(Collection<String> keywords) {
    return parseOptionalKeywordOf(keywords).orElseThrow(() -> expected("one of " + String.join(", ", keywords), keywords));
  }

  public final Optional<String> parseOptionalCaseOf(Collection<String> names) {
    return at(TokenKind.STRING) && names.contains(unquote(lexer.spelling())) ? parseOptionalString() : parseOptionalKeywordOf(names);
  }

  public final String parseCaseOf(Collection<String> names) {
    return parseOptionalCaseOf(names).orElseThrow(() -> expected("one of " + String.join(", ", names), names));
  }

  public final String parseString() {
    if (!at(TokenKind.STRING)) {
      throw expected("a string");
    }
    var value = unquote(lexer.spelling());
    lexer.advance();
    return value;
  }

  public final Optional<String> parseOptionalString() {
    return at(TokenKind.STRING) ? Optional.of(parseString()) : Optional.empty();
  }

  final String unquote(String literal) {
    var value = Quoting.unquote(literal);
    if (value.isEmpty()) {
      throw error("string literal has an unknown escape");
    }
    return value.get();
  }

  public final Optional<Long> parseOptionalInteger() {
    if (!at(TokenKind.INTEGER) && !atPunctuation("-")) {
      return Optional.empty();
    }
    return Optional.of(parseInteger());
  }

  public final long parseInteger() {
    boolean negative = parseOptionalPunctuation("-");
    if (!at(TokenKind.INTEGER)) {
      throw expected("an integer");
    }
    try {
      var spelling = lexer.spelling();
      long value = spelling.startsWith("0x") ? Long.parseUnsignedLong(spelling.substring(2), 16) : Long.parseLong(negative ? "-" + spelling : spelling);
      lexer.advance();
      return negative && spelling.startsWith("0x") ? -value : value;
    } catch (NumberFormatException _) {
      throw error("integer does not fit 64 bits");
    }
  }

  public final int parseInt() {
    var where = location();
    long value = parseInteger();
    if (value != (int) value) {
      throw errorAt(where, "integer does not fit 32 bits");
    }
    return (int) value;
  }

  /** Reads {@code element} zero or more times, separated by commas, between {@code open}, which must come next, and {@code close}. */
  public final void parseCommaSeparated(String open, String close, Runnable element) {
    parsePunctuation(open);
    if (parseOptionalPunctuation(close)) {
      return;
    }
    do {
      element.run();
    } while (parseOptionalPunctuation(","));
    parsePunctuation(close);
  }

  /** Checks that nothing is left. */
  public final void parseEnd() {
    if (!at(TokenKind.END)) {
      throw expected("the end of input");
    }
  }

  /** Checks that one level more than {@code levels} is allowed. */
  final void checkNesting(int levels) {
    if (levels >= options.maxNesting()) {
      throw error("nested deeper than " + options.maxNesting() + " levels; --max-nesting raises the limit");
    }
  }

  /** Runs {@code inner} one level of types, attributes and expressions deeper; refuses more levels than the options allow. */
  final void nested(Runnable inner) {
    enterNested();
    try {
      inner.run();
    } finally {
      leaveNested();
    }
  }

  /** Goes one level deeper as {@link #nested} does, until {@link #leaveNested}: for what is read so often that an object each time counts. */
  final void enterNested() {
    checkNesting(nesting);
    nesting++;
  }

  final void leaveNested() {
    nesting--;
  }

  /** Reports an error at the current token and throws. */
  public final ParseFailure error(String message) {
    throw at(TokenKind.ERROR) ? errorAt(location(), lexer.problem()) : errorAt(location(), message);
  }

  /** Reports an error at another place and throws. */
  public final ParseFailure errorAt(Location where, String message) {
    report(where, message);
    throw new ParseFailure(message);
  }

  final Diagnostic report(Location where, String message) {
    return diagnostics.error(where, message);
  }

  /** Reports what should have come next. At the end of a line that is where it is missing, not the next line's start. */
  final ParseFailure expected(String what) {
    throw expected(what, triedAt == lexer.start() ? tried : List.of());
  }

  private ParseFailure expected(String what, Collection<String> candidates) {
    if (at(TokenKind.ERROR)) {
      throw error(what);
    }
    var suggestion = at(TokenKind.WORD) ? Spelling.suggestion(lexer.spelling(), candidates) : "";
    boolean lineEnded = lexer.previousEnd() < lexer.start() && lexer.slice(lexer.previousEnd(), lexer.start()).indexOf('\n') >= 0;
    boolean missingBehind = (lineEnded || at(TokenKind.END)) && lexer.previousEnd() > 0;
    var found = at(TokenKind.END) ? "the end of input" : "'" + abbreviated(lexer.spelling()) + "'";
    throw errorAt(source.location(missingBehind ? lexer.previousEnd() : lexer.start()), "expected " + what + (missingBehind && !at(TokenKind.END) ? "" : ", found " + found + suggestion));
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
