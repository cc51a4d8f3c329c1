package mlr.frontend.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was meant to be. */
public final class Suggestions {
  private Suggestions() {}

  /** {@code "; did you mean 'x'?"} for the nearest of {@code known}, or nothing when none is near. */
  public static String didYouMean(String name, Collection<String> known) {
    return nearest(name, known).map(found -> "; did you mean '" + found + "'?").orElse("");
  }

  /** The candidate with the least edit distance, at most a third of the length; of equals the one of nearest length. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    int limit = Math.max(1, (name.length() + 1) / 3);
    return known.stream().filter(k -> !k.equals(name) && distance(name, k) <= limit)
        .filter(k -> name.length() > 1 || k.equalsIgnoreCase(name))
        .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparingInt(k -> Math.abs(k.length() - name.length())));
  }

  /** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours; case does not count. */
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int replace = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1;
        rows[i][j] = Math.min(rows[i - 1][j - 1] + replace, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
