package mlr.ir.text.reader;

/** What the characters of a token may be, as bits to be tested together. */
final class CharacterKinds {
  static final int SPACE = 1;
  static final int LETTER = 2;
  static final int DIGIT = 4;
  static final int HEX_DIGIT = 8;

  /** Of a keyword or an operation's name. */
  static final int WORD = 16;

  /** Of the name behind a sigil. */
  static final int SUFFIX = 32;

  private static final byte[] KINDS = new byte[128];

  static {
    mark(" \n\t\r", SPACE);
    for (char c = 'a'; c <= 'z'; c++) {
      mark("" + c + (char) (c - 'a' + 'A'), LETTER | WORD | SUFFIX);
    }
    mark("0123456789", DIGIT | HEX_DIGIT | WORD | SUFFIX);
    mark("abcdefABCDEF", HEX_DIGIT);
    mark("_$.", WORD | SUFFIX);
    mark("-", SUFFIX);
  }

  private CharacterKinds() {}

  private static void mark(String characters, int kinds) {
    for (char c : characters.toCharArray()) {
      KINDS[c] |= (byte) kinds;
    }
  }

  /** Whether a character is of one of the kinds. */
  static boolean is(char c, int kinds) {
    return c < KINDS.length && (KINDS[c] & kinds) != 0;
  }

  /** The same of a byte of text; those beyond ASCII are of none. */
  static boolean is(byte c, int kinds) {
    return c >= 0 && (KINDS[c] & kinds) != 0;
  }
}
