package mlr.ir.text.reader;

/** Cuts MLIR's text into tokens. Holds only the current token, as positions in the text; lines and columns are worked out when asked for. */
final class Lexer {
  private final String text;
  private final TextWindow window;
  private final Spellings spellings;
  private TokenKind kind;
  private char first;

  /** A number for what the current token says, by which its spelling is found. */
  private int hash;
  private int start;
  private int end;
  private int previousEnd;
  private String problem = "";

  Lexer(String text) {
    this.text = text;
    this.window = new TextWindow(text);
    this.spellings = new Spellings(text);
    reset(0);
  }

  TokenKind kind() {
    return kind;
  }

  /** Offset of the current token's first character. */
  int start() {
    return start;
  }

  /** Offset behind the current token's last character. */
  int end() {
    return end;
  }

  /** Offset behind the previous token's last character. */
  int previousEnd() {
    return previousEnd;
  }

  /** What is wrong with the current token of kind {@link TokenKind#ERROR}. */
  String problem() {
    return problem;
  }

  String spelling() {
    return spellings.slice(start, end, hash);
  }

  /** The current token without its first character: the name behind a sigil. */
  String name() {
    return spellings.slice(start + 1, end, hash);
  }

  /** Whether the current token is punctuation that starts with {@code token}; an arrow is no minus. */
  boolean isPunctuation(String token) {
    return kind == TokenKind.PUNCTUATION && first == token.charAt(0)
        && (token.length() > 1 ? text.startsWith(token, start) : first != '-' || end == start + 1);
  }

  /** Whether the text at the current token starts with {@code prefix}. */
  boolean startsWith(String prefix) {
    return text.startsWith(prefix, start);
  }

  /** The character at an offset, 0 beyond the end. */
  char charAt(int offset) {
    return window.charAt(offset);
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  /** Makes the token that starts at or behind {@code offset} the current one. */
  void reset(int offset) {
    end = offset;
    advance();
  }

  /** Goes on behind so many characters of the current token. */
  void take(int length) {
    end = start + length;
    advance();
  }

  void advance() {
    previousEnd = end;
    skipSpace();
    end = start;
    if (start >= window.length()) {
      kind = TokenKind.END;
      return;
    }
    switch (first) {
      case '"' -> string(start, TokenKind.STRING);
      case '@' -> symbol();
      case '%' -> suffixed(TokenKind.VALUE, "value");
      case '^' -> suffixed(TokenKind.BLOCK, "block");
      case '!' -> suffixed(TokenKind.TYPE, "type");
      case '#' -> {
        if (charAt(start + 1) == '-' && charAt(start + 2) == '}') {
          punctuation(3);
        } else {
          suffixed(TokenKind.ATTRIBUTE, "attribute");
        }
      }
      case '-' -> punctuation(charAt(start + 1) == '>' ? 2 : 1);
      case '{' -> punctuation(charAt(start + 1) == '-' && charAt(start + 2) == '#' ? 3 : 1);
      case '.' -> {
        if (text.startsWith("...", start)) {
          punctuation(3);
        } else {
          fail(start + 1, "unexpected character '.'");
        }
      }
      case ':', ',', '=', '>', '(', '[', '<', '+', '?', '}', ')', ']', '*', '|', '/' -> punctuation(1);
      default -> {
        if (isLetter(first) || first == '_') {
          word();
        } else if (isDigit(first)) {
          number();
        } else {
          int point = text.codePointAt(start);
          fail(start + Character.charCount(point), "unexpected character '" + (point < 0x20 ? "\\" + Integer.toHexString(point) : Character.toString(point)) + "'");
        }
      }
    }
  }

  /** Goes to the first character of the next token. */
  private void skipSpace() {
    start = window.skipSpace(end);
    first = window.charAt(start);
    while (first == '/' && charAt(start + 1) == '/') {
      int newline = text.indexOf('\n', start);
      start = newline < 0 ? text.length() : window.skipSpace(newline);
      first = window.charAt(start);
    }
  }

  private int skip(int kinds, int from) {
    int behind = window.skip(kinds, from);
    hash = 31 * window.hash() + first;
    return behind;
  }

  private void punctuation(int length) {
    kind = TokenKind.PUNCTUATION;
    end = start + length;
  }

  private void fail(int to, String message) {
    kind = TokenKind.ERROR;
    problem = message;
    end = to;
  }

  private void word() {
    kind = TokenKind.WORD;
    end = skip(CharacterKinds.WORD, start + 1);
  }

  private void symbol() {
    if (charAt(start + 1) == '"') {
      string(start + 1, TokenKind.SYMBOL);
    } else if (isLetter(charAt(start + 1)) || charAt(start + 1) == '_') {
      word();
      kind = TokenKind.SYMBOL;
    } else {
      fail(start + 1, "@ identifier expected to start with letter or '_'");
    }
  }

  private void suffixed(TokenKind tokenKind, String what) {
    int at = skip(isDigit(charAt(start + 1)) ? CharacterKinds.DIGIT : CharacterKinds.SUFFIX, start + 1);
    if (at == start + 1) {
      fail(at, "invalid " + what + " name");
    } else {
      kind = tokenKind;
      end = at;
    }
  }

  private void number() {
    kind = TokenKind.INTEGER;
    if (charAt(start) == '0' && charAt(start + 1) == 'x' && isHexDigit(charAt(start + 2))) {
      end = skip(CharacterKinds.HEX_DIGIT, start + 2);
      return;
    }
    skipDigits();
    if (charAt(end) != '.') {
      return;
    }
    kind = TokenKind.FLOAT;
    end++;
    skipDigits();
    if (charAt(end) == 'e' || charAt(end) == 'E') {
      int sign = charAt(end + 1) == '-' || charAt(end + 1) == '+' ? 1 : 0;
      if (isDigit(charAt(end + 1 + sign))) {
        end += 1 + sign;
        skipDigits();
      }
    }
  }

  private void skipDigits() {
    end = skip(CharacterKinds.DIGIT, end);
  }

  private void string(int quote, TokenKind tokenKind) {
    hash = 0;
    for (int at = quote + 1; at < text.length() && charAt(at) != '\n'; at++) {
      char c = charAt(at);
      if (c == '"') {
        kind = tokenKind;
        end = at + 1;
        return;
      }
      hash = 31 * hash + c;
      if (c == '\\') {
        at++;
      }
    }
    int newline = text.indexOf('\n', quote);
    fail(newline < 0 ? text.length() : newline, "string is not closed on its line");
  }

  static boolean isLetter(char c) {
    return CharacterKinds.is(c, CharacterKinds.LETTER);
  }

  static boolean isDigit(char c) {
    return CharacterKinds.is(c, CharacterKinds.DIGIT);
  }

  private static boolean isHexDigit(char c) {
    return CharacterKinds.is(c, CharacterKinds.HEX_DIGIT);
  }

  static boolean isWordPart(char c) {
    return CharacterKinds.is(c, CharacterKinds.WORD);
  }
}
