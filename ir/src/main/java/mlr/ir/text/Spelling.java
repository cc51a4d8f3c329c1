package mlr.ir.text;

import java.util.Collection;
import java.util.Optional;

/** Finds what a misspelt word was probably meant to be. */
public final class Spelling {
  private Spelling() {}

  /** The candidate nearest to {@code word} by edit distance, the first of several; empty when none is near (a third of the word, at most 3 edits, and not all of it). */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    int best = Math.min(3, Math.max(1, word.length() / 3)) + 1;
    Optional<String> found = Optional.empty();
    for (var candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < best && !candidate.equals(word)) {
        int distance = distance(word, candidate);
        if (distance < best && distance < word.length()) {
          best = distance;
          found = Optional.of(candidate);
        }
      }
    }
    return found;
  }

  /** {@code "; did you mean 'x'?"}, or nothing when no candidate is near. */
  public static String suggestion(String word, Collection<String> candidates) {
    return closest(word, candidates).map(c -> "; did you mean '" + c + "'?").orElse("");
  }

  // Damerau's distance: insertion, deletion, substitution, and exchange of neighbours count one each.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
