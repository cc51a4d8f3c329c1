package mlr.ir.text.reader;

/** Cuts MLIR's text into tokens. Holds only the current token, as positions in the text; lines and columns are worked out when asked for. */
final class Lexer {
  private final String text;
  private final TextWindow window;
  private final Spellings spellings;
  private TokenKind kind;
  private int start;
  private int end;
  private int previousEnd;
  private String problem = "";

  Lexer(String text) {
    this.text = text;
    this.window = new TextWindow(text);
    this.spellings = new Spellings(text, window);
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
    return spellings.slice(start, end);
  }

  /** The current token without its first character: the name behind a sigil. */
  String name() {
    return spellings.slice(start + 1, end);
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

  void advance() {
    previousEnd = end;
    start = skipSpace(end);
    end = start;
    if (start >= window.length()) {
      kind = TokenKind.END;
      return;
    }
    char c = window.charAt(start);
    switch (c) {
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
        if (isLetter(c) || c == '_') {
          word();
        } else if (isDigit(c)) {
          number();
        } else {
          int point = text.codePointAt(start);
          fail(start + Character.charCount(point), "unexpected character '" + (point < 0x20 ? "\\" + Integer.toHexString(point) : Character.toString(point)) + "'");
        }
      }
    }
  }

  private int skipSpace(int from) {
    int at = from;
    while (true) {
      char c = window.charAt(at);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '/' && charAt(at + 1) == '/') {
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length() : newline;
      } else {
        return at;
      }
    }
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
    do {
      end++;
    } while (isWordPart(charAt(end)));
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
    int at = start + 1;
    if (isDigit(charAt(at))) {
      while (isDigit(charAt(at))) {
        at++;
      }
    } else {
      while (isSuffixPart(charAt(at))) {
        at++;
      }
    }
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
      end = start + 2;
      while (isHexDigit(charAt(end))) {
        end++;
      }
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
    while (isDigit(charAt(end))) {
      end++;
    }
  }

  private void string(int quote, TokenKind tokenKind) {
    for (int at = quote + 1; at < text.length() && charAt(at) != '\n'; at++) {
      char c = charAt(at);
      if (c == '"') {
        kind = tokenKind;
        end = at + 1;
        return;
      }
      if (c == '\\') {
        at++;
      }
    }
    int newline = text.indexOf('\n', quote);
    fail(newline < 0 ? text.length() : newline, "string is not closed on its line");
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static boolean isWordPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private static boolean isSuffixPart(char c) {
    return isWordPart(c) || c == '-';
  }
}
