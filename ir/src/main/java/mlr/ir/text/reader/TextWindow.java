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
    return at >= 0 && at < count ? window[at] : moveTo(offset);
  }

  private char moveTo(int offset) {
    if (offset >= length) {
      return 0;
    }
    first = Math.max(0, offset - BEFORE);
    count = Math.min(SIZE, length - first);
    text.getChars(first, first + count, window, 0);
    return window[offset - first];
  }
}
