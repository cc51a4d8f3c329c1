package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.ir.Location;

/** The last rewrites before a budget runs out, and the cycle that they form. */
public final class RewriteTrace {
  /** How many rewrites before the end of a budget are worth recording: a cycle may be as long as a third of it. */
  public static final int LENGTH = 4096;

  private final List<String> names = new ArrayList<>();
  private Location location = Location.UNKNOWN;

  /** Takes note of a rewrite. */
  public void add(String name, Location at) {
    names.add(name);
    location = at;
  }

  /** Where the last rewrite was. */
  Location location() {
    return location;
  }

  /** The shortest sequence whose repetition the trace ends in; empty when it is none. */
  List<String> cycle() {
    int period = period();
    return period * 3 <= names.size() ? names.subList(names.size() - period, names.size()) : List.of();
  }

  /** What patterns apply, as the end of a sentence. */
  String describe() {
    var cycle = cycle();
    if (cycle.isEmpty()) {
      return "these still apply, in no fixed turn: " + list(new LinkedHashSet<>(names));
    }
    Set<String> once = new LinkedHashSet<>(cycle);
    return once.size() == 1 ? "this one still applies, to what it made itself: " + list(once) : "these undo one another in turn: " + list(once);
  }

  private static String list(Set<String> patterns) {
    return patterns.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
  }

  /**
   * The shortest period of the last three quarters, by the failure function of Knuth, Morris and Pratt on the reversed
   * trace; what came first may still belong to other work.
   */
  private int period() {
    var reversed = names.subList(names.size() / 4, names.size()).reversed();
    int[] border = new int[reversed.size()];
    for (int i = 1; i < border.length; i++) {
      int length = border[i - 1];
      while (length > 0 && !reversed.get(i).equals(reversed.get(length))) {
        length = border[length - 1];
      }
      border[i] = reversed.get(i).equals(reversed.get(length)) ? length + 1 : 0;
    }
    return border.length == 0 ? Integer.MAX_VALUE / 3 : border.length - border[border.length - 1];
  }
}
