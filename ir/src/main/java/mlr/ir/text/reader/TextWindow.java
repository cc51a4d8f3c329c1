package mlr.ir.text.reader;

import java.nio.charset.StandardCharsets;

/** The characters of a text, the part around the last one asked for in an array: most of what reading takes is looking at characters. */
final class TextWindow {
  private static final int SIZE = 1 << 14;

  /** How much of the window lies before the character that it is moved for: readers step back a little. */
  private static final int BEFORE = SIZE / 32;

  /** Stands for each character that a byte does not hold: nothing but strings and comments may have one. */
  private static final byte OTHER = (byte) 0x80;

  private final String text;
  private final int length;
  private final byte[] window = new byte[SIZE];
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

  /** The character at an offset, which is not negative, any one beyond U+007F for those; 0 beyond the end. */
  char charAt(int offset) {
    int at = offset - first;
    byte c = at >= 0 && at < count ? window[at] : offset >= length ? 0 : moveTo(offset)[offset - first];
    return (char) (c & 0xff);
  }

  /** The first offset from {@code from} on that has no white space. */
  int skipSpace(int from) {
    for (int offset = from; offset < length; offset = first + count) {
      var characters = offset >= first && offset < first + count ? window : moveTo(offset);
      int end = count;
      for (int at = offset - first; at < end; at++) {
        byte c = characters[at];
        if (c > ' ' || !CharacterKinds.is(c, CharacterKinds.SPACE)) {
          return first + at;
        }
      }
    }
    return Math.max(from, length);
  }

  /** The first offset from {@code from} on whose character is of none of the {@link CharacterKinds}; {@link #hash} is of those before it. */
  int skip(int kinds, int from) {
    int sum = 0;
    for (int offset = from; offset < length; offset = first + count) {
      var characters = offset >= first && offset < first + count ? window : moveTo(offset);
      int end = count;
      for (int at = offset - first; at < end; at++) {
        byte c = characters[at];
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

  // The old way to get the bytes is the only one that copies them as they are, without a look at each. Of a character that needs more than a byte it takes the
  // lower one, so that such a text must be looked at; it is rare.
  @SuppressWarnings("deprecation")
  private byte[] moveTo(int offset) {
    first = Math.max(0, offset - BEFORE);
    count = Math.min(SIZE, length - first);
    text.getBytes(first, first + count, window, 0);
    if (!text.startsWith(new String(window, 0, count, StandardCharsets.ISO_8859_1), first)) {
      for (int i = 0; i < count; i++) {
        char c = text.charAt(first + i);
        window[i] = c <= 0x7f ? (byte) c : OTHER;
      }
    }
    return window;
  }
}
