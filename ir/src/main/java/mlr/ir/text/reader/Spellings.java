package mlr.ir.text.reader;

import java.util.Arrays;

/** Pieces of the text as strings. A piece that came lately is the same string again: names repeat, and a string keeps its hash. */
final class Spellings {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 40;

  private final String text;
  private final String[] recent = new String[SLOTS];

  Spellings(String text) {
    this.text = text;
    Arrays.fill(recent, "");
  }

  /** The piece between two offsets, which has a hash by which it is found. */
  String slice(int from, int to, int hash) {
    int length = to - from;
    if (length > LONGEST) {
      return text.substring(from, to);
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    var known = recent[slot];
    if (known.length() == length && text.startsWith(known, from)) {
      return known;
    }
    var made = text.substring(from, to);
    recent[slot] = made;
    return made;
  }
}
