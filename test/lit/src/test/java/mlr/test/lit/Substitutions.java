package mlr.test.lit;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names a {@code RUN:} line may use: {@code %s} the test file, {@code %S} its folder, {@code %t} a path of its own for
 * temporary files, {@code %T} that path's folder, {@code %{examples}} the example programs, {@code %%} a percent sign.
 * Any other {@code %name} is refused, so that a misspelt one does not pass unseen.
 */
record Substitutions(Map<String, String> values) {
  private static final Pattern NAME = Pattern.compile("%(?:\\{(\\w+)}|(%)|([sStT])(?!\\w)|(\\w+)?)");

  static Substitutions of(Path root, Path test, Path temporary) {
    return new Substitutions(Map.of(
        "s", test.toString(),
        "S", test.getParent().toString(),
        "t", temporary.toString(),
        "T", temporary.getParent().toString(),
        "%", "%",
        "examples", root.resolve("examples").toString()));
  }

  String apply(String line) {
    return NAME.matcher(line).replaceAll(match -> Matcher.quoteReplacement(valueOf(match, line)));
  }

  private String valueOf(MatchResult match, String line) {
    for (int group = 1; group <= 3; group++) {
      if (match.group(group) != null && values.containsKey(match.group(group))) {
        return values.get(match.group(group));
      }
    }
    throw new IllegalArgumentException("unknown substitution `" + match.group() + "` in RUN: " + line);
  }
}
