package mlr.ir.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What changed from one text to another, line by line: a shortest script of removals and additions by Myers' greedy algorithm
 * ("An O(ND) Difference Algorithm", 1986), which takes time in proportion to the lines plus the square of the changes.
 */
public final class LineDiff {
  /** Changes beyond which the script is no longer the shortest: all lines between the first and the last change then count as changed. */
  private static final int MAX_CHANGES = 2_000;

  /** The unchanged lines that are shown around a change. */
  private static final int CONTEXT = 3;

  private enum Kind {
    KEPT(' '), REMOVED('-'), ADDED('+');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }
  }

  private record Edit(Kind kind, String line) {}

  private final List<String> before;
  private final List<String> after;

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The changes in unified form, {@code @@ -1,4 +1,5 @@} and lines marked with a space, a minus or a plus; empty when there are none. */
  public static String unified(String before, String after) {
    return unified(before, after, _ -> false);
  }

  /** The same with the nearest line before each hunk that {@code isHeading} accepts behind the hunk's numbers. */
  public static String unified(String before, String after, Predicate<String> isHeading) {
    return before.equals(after) ? "" : hunks(new LineDiff(before.lines().toList(), after.lines().toList()).edits(), isHeading);
  }

  private List<Edit> edits() {
    int shorter = Math.min(before.size(), after.size());
    int prefix = 0;
    while (prefix < shorter && before.get(prefix).equals(after.get(prefix))) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
      suffix++;
    }
    var edits = new ArrayList<Edit>();
    before.subList(0, prefix).forEach(line -> edits.add(new Edit(Kind.KEPT, line)));
    edits.addAll(middle(before.subList(prefix, before.size() - suffix), after.subList(prefix, after.size() - suffix)));
    before.subList(before.size() - suffix, before.size()).forEach(line -> edits.add(new Edit(Kind.KEPT, line)));
    return edits;
  }

  /** The furthest line of {@code old} reached on each diagonal, for each number of changes, until the end of both is reached. */
  private static List<Edit> middle(List<String> old, List<String> fresh) {
    int most = Math.min(MAX_CHANGES, old.size() + fresh.size());
    var furthest = new int[2 * most + 3];
    var trace = new ArrayList<int[]>();
    for (int changes = 0; changes <= most; changes++) {
      trace.add(Arrays.copyOfRange(furthest, most + 1 - changes - 1, most + 1 + changes + 2));
      for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
        int at = most + 1 + diagonal;
        boolean adds = diagonal == -changes || diagonal != changes && furthest[at - 1] < furthest[at + 1];
        int x = adds ? furthest[at + 1] : furthest[at - 1] + 1;
        while (x < old.size() && x - diagonal < fresh.size() && old.get(x).equals(fresh.get(x - diagonal))) {
          x++;
        }
        furthest[at] = x;
        if (x >= old.size() && x - diagonal >= fresh.size()) {
          return walkBack(old, fresh, trace);
        }
      }
    }
    var all = new ArrayList<Edit>();
    old.forEach(line -> all.add(new Edit(Kind.REMOVED, line)));
    fresh.forEach(line -> all.add(new Edit(Kind.ADDED, line)));
    return all;
  }

  private static List<Edit> walkBack(List<String> old, List<String> fresh, List<int[]> trace) {
    var reversed = new ArrayList<Edit>();
    int x = old.size();
    int y = fresh.size();
    for (int changes = trace.size() - 1; changes > 0; changes--) {
      var furthest = trace.get(changes);
      int at = changes + 1 + x - y;
      boolean adds = x - y == -changes || x - y != changes && furthest[at - 1] < furthest[at + 1];
      int fromX = adds ? furthest[at + 1] : furthest[at - 1];
      int fromY = adds ? fromX - (x - y + 1) : fromX - (x - y - 1);
      while (x > (adds ? fromX : fromX + 1) && y > (adds ? fromY + 1 : fromY)) {
        reversed.add(new Edit(Kind.KEPT, old.get(--x)));
        y--;
      }
      reversed.add(adds ? new Edit(Kind.ADDED, fresh.get(--y)) : new Edit(Kind.REMOVED, old.get(--x)));
    }
    while (x > 0) {
      reversed.add(new Edit(Kind.KEPT, old.get(--x)));
    }
    return reversed.reversed();
  }

  private static String hunks(List<Edit> edits, Predicate<String> isHeading) {
    var out = new StringBuilder();
    int oldLine = 1;
    int newLine = 1;
    for (int at = 0; at < edits.size(); ) {
      int start = nextChange(edits, at);
      if (start == edits.size()) {
        break;
      }
      int first = Math.max(at, start - CONTEXT);
      int end = endOfHunk(edits, start);
      oldLine += first - at;
      newLine += first - at;
      var hunk = edits.subList(first, end);
      int removed = (int) hunk.stream().filter(edit -> edit.kind() != Kind.ADDED).count();
      int added = (int) hunk.stream().filter(edit -> edit.kind() != Kind.REMOVED).count();
      out.append("@@ -").append(range(oldLine, removed)).append(" +").append(range(newLine, added)).append(" @@").append(heading(edits.subList(0, first), isHeading)).append('\n');
      hunk.forEach(edit -> out.append(edit.kind().mark).append(edit.line()).append('\n'));
      oldLine += removed;
      newLine += added;
      at = end;
    }
    return out.toString();
  }

  private static String heading(List<Edit> before, Predicate<String> isHeading) {
    return before.reversed().stream().filter(edit -> edit.kind() != Kind.ADDED).map(Edit::line).filter(isHeading).findFirst().map(line -> " " + line.strip()).orElse("");
  }

  private static int nextChange(List<Edit> edits, int from) {
    int at = from;
    while (at < edits.size() && edits.get(at).kind() == Kind.KEPT) {
      at++;
    }
    return at;
  }

  /** Changes whose contexts touch share a hunk. */
  private static int endOfHunk(List<Edit> edits, int firstChange) {
    int last = firstChange;
    for (int next = nextChange(edits, last + 1); next < edits.size() && next - last <= 2 * CONTEXT + 1; next = nextChange(edits, last + 1)) {
      last = next;
    }
    return Math.min(edits.size(), last + 1 + CONTEXT);
  }

  /** As diff writes ranges: an empty one by the line before it. */
  private static String range(int start, int count) {
    return count == 1 ? String.valueOf(start) : (count == 0 ? start - 1 : start) + "," + count;
  }
}
