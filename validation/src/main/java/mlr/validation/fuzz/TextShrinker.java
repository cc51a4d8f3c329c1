package mlr.validation.fuzz;

import java.util.function.Predicate;

/** Makes a text that shows a failure smaller: leaves out parts, of half its length at first, then shorter ones, as long as it shows. */
final class TextShrinker {
  private final Predicate<String> shows;
  private int checksLeft;

  /** @param checks the most that {@code shows} may be asked */
  TextShrinker(Predicate<String> shows, int checks) {
    this.shows = shows;
    this.checksLeft = checks;
  }

  /** The shortest text found. */
  String shrink(String text) {
    var shortest = text;
    for (int length = text.length() / 2; length > 0 && checksLeft > 0; length /= 2) {
      for (int at = 0; at < shortest.length() && checksLeft > 0; ) {
        var candidate = shortest.substring(0, at) + shortest.substring(Math.min(shortest.length(), at + length));
        checksLeft--;
        if (shows.test(candidate)) {
          shortest = candidate;
        } else {
          at += length;
        }
      }
    }
    return shortest;
  }
}
