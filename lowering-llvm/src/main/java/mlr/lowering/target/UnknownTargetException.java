package mlr.lowering.target;

import java.util.Comparator;
import java.util.List;
import mlr.lowering.LoweringException;

/** The user named a target that does not exist. */
public final class UnknownTargetException extends LoweringException {
  private static final long serialVersionUID = 1L;

  UnknownTargetException(String name, List<String> known) {
    super("unknown target '" + name + "'", wayOut(name, known));
  }

  private static String wayOut(String name, List<String> known) {
    var nearest = known.stream()
        .min(Comparator.<String>comparingInt(candidate -> editDistance(name, candidate))
            .thenComparing(candidate -> !candidate.startsWith(name)))
        .filter(candidate -> editDistance(name, candidate) <= Math.max(2, name.length() / 3));
    return nearest.map(candidate -> "did you mean '" + candidate + "'? ").orElse("")
        + "the known targets are " + String.join(", ", known);
  }

  /** Levenshtein's distance between two names. */
  private static int editDistance(String from, String to) {
    var previous = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      var current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
