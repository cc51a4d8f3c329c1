package mlr.ir.text.reader;

/** The characters of a text, the part around the last one asked for in an array: most of what reading takes is looking at characters. */
final class TextWindow {
  private static final int SIZE = 1 << 14;

  /** How much of the window lies before the character that it is moved for: readers step back a little. */
  private static final int BEFORE = SIZE / 8;

  private final String text;
  private final int length;
  private final char[] window = new char[SIZE];
  private int first;
  private int count;

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

  /** The first offset from {@code from} on whose character is of none of the {@link CharacterKinds}. */
  int skip(int kinds, int from) {
    for (int offset = from; offset < length; offset = first + count) {
      var characters = offset >= first && offset < first + count ? window : moveTo(offset);
      for (int at = offset - first; at < count; at++) {
        if (!CharacterKinds.is(characters[at], kinds)) {
          return first + at;
        }
      }
    }
    return Math.max(from, length);
  }

  /** A number for the characters between two offsets, the same for the same characters. */
  int hash(int from, int to) {
    int hash = to - from;
    if (from >= first && to <= first + count) {
      for (int at = from - first; at < to - first; at++) {
        hash = 31 * hash + window[at];
      }
    } else {
      for (int offset = from; offset < to; offset++) {
        hash = 31 * hash + charAt(offset);
      }
    }
    return hash;
  }

  private char[] moveTo(int offset) {
    first = Math.max(0, offset - BEFORE);
    count = Math.min(SIZE, length - first);
    text.getChars(first, first + count, window, 0);
    return window;
  }
}
