package mlr.ir.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineDiffTest {
  private static String lines(String letters) {
    return String.join("\n", letters.split(""));
  }

  @Test
  void equalTextsHaveNoChanges() {
    assertEquals("", LineDiff.unified("a\nb\n", "a\nb\n"));
  }

  @Test
  void aChangeStandsBetweenThreeLinesOfContext() {
    assertEquals("""
        @@ -2,7 +2,7 @@
         b
         c
         d
        -e
        +X
         f
         g
         h
        """, LineDiff.unified(lines("abcdefghi"), lines("abcdXfghi")));
  }

  @Test
  void changesFarApartAreShownApart() {
    assertEquals("""
        @@ -1,3 +1,4 @@
        +X
         a
         b
         c
        @@ -7,4 +8,3 @@
         g
         h
         i
        -j
        """, LineDiff.unified(lines("abcdefghij"), lines("Xabcdefghi")));
  }

  @Test
  void anEmptyTextIsALineBeforeTheFirst() {
    assertEquals("@@ -0,0 +1,2 @@\n+a\n+b\n", LineDiff.unified("", "a\nb"));
  }

  /** Applying the script to the old text gives the new one, and no script from fewer changes does. */
  @Test
  void theScriptIsRightAndShortest() {
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      var before = randomLines(random);
      var after = randomLines(random);
      var script = LineDiff.unified(String.join("\n", before), String.join("\n", after)).lines().toList();
      var kept = script.stream().filter(line -> line.startsWith(" ")).count();
      var removed = script.stream().filter(line -> line.startsWith("-")).count();
      var added = script.stream().filter(line -> line.startsWith("+")).count();
      assertEquals(before.size() + after.size() - 2 * common(before, after), removed + added, () -> before + " " + after + " " + script);
      assertTrue(kept <= before.size());
      assertEquals(after, applied(before, script), () -> before + " " + after + " " + script);
    }
  }

  @Test
  void manyChangesTakeLittleTime() {
    var before = String.join("\n", IntStream.range(0, 100_000).mapToObj(i -> "a" + i).toList());
    var after = String.join("\n", IntStream.range(0, 100_000).mapToObj(i -> "b" + i).toList());
    assertEquals(200_001, LineDiff.unified(before, after).lines().count());
  }

  private static List<String> randomLines(Random random) {
    return random.ints(random.nextInt(12), 0, 4).mapToObj(i -> String.valueOf((char) ('a' + i))).toList();
  }

  private static List<String> applied(List<String> before, List<String> script) {
    var result = new ArrayList<String>();
    int at = 0;
    for (var line : script) {
      if (line.startsWith("@@")) {
        var old = line.split(" ")[1].substring(1).split(",");
        int start = Integer.parseInt(old[0]) - (old.length > 1 && old[1].equals("0") ? 0 : 1);
        result.addAll(before.subList(at, start));
        at = start;
      } else {
        if (!line.startsWith("-")) {
          result.add(line.substring(1));
        }
        at += line.startsWith("+") ? 0 : 1;
      }
    }
    result.addAll(before.subList(at, before.size()));
    return result;
  }

  private static int common(List<String> a, List<String> b) {
    var best = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        best[i][j] = a.get(i - 1).equals(b.get(j - 1)) ? best[i - 1][j - 1] + 1 : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[a.size()][b.size()];
  }
}
