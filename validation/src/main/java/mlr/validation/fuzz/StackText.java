package mlr.validation.fuzz;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What was thrown, as text: the deepest cause and where it came from. */
final class StackText {
  private static final int FRAMES = 8;

  private StackText() {}

  static String of(Throwable thrown) {
    var deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest + Arrays.stream(deepest.getStackTrace()).limit(FRAMES).map(frame -> "\n    at " + frame).collect(Collectors.joining());
  }
}
