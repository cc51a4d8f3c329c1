package mlr.ir.text.reader;

/** The characters of a text, the part around the last one asked for in an array: most of what reading takes is looking at characters. */
final class TextWindow {
  private static final int SIZE = 1 << 14;

  /** How much of the window lies before the character that it is moved for: readers step back a little. */
  private static final int BEFORE = SIZE / 32;

  private final String text;
  private final int length;
  private final char[] window = new char[SIZE];
  private int first;
  private int count;
  private int hash;

  TextWindow(String text) {
    this.text = text;
    this.length = text.length();
  }

  int length() {
    return length;
  }

  /** The character at an offset, which is not negative; 0 beyond the end. */
  char charAt(int offset) {
    int at = offset - first;
    return at >= 0 && at < count ? window[at] : offset >= length ? 0 : moveTo(offset)[offset - first];
  }

  /** The first offset from {@code from} on whose character is of none of the {@link CharacterKinds}; {@link #hash} is of those before it. */
  int skip(int kinds, int from) {
    int sum = 0;
    for (int offset = from; offset < length; offset = first + count) {
      var characters = offset >= first && offset < first + count ? window : moveTo(offset);
      int end = count;
      for (int at = offset - first; at < end; at++) {
        char c = characters[at];
        if (!CharacterKinds.is(c, kinds)) {
          hash = sum;
          return first + at;
        }
        sum = 31 * sum + c;
      }
    }
    hash = sum;
    return Math.max(from, length);
  }

  /** A number for the characters that were skipped last, the same for the same characters. */
  int hash() {
    return hash;
  }

  private char[] moveTo(int offset) {
    first = Math.max(0, offset - BEFORE);
    count = Math.min(SIZE, length - first);
    text.getChars(first, first + count, window, 0);
    return window;
  }
}
