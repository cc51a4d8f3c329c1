package mlr.dialects.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The clock of a port relative to its node's base: the conditions to sample by, outermost first. Written {@code .}
 * for the base, {@code . on c}, {@code . on not c}, {@code . on Drive(g)}, and so on, where names are ports.
 */
public record ClockPath(List<Step> steps) {
  public static final ClockPath BASE = new ClockPath(List.of());

  /** One sampling: present where the port {@code condition} equals {@code value}; Boolean unless {@code constructor} names one. */
  public record Step(String condition, String constructor, long value) {
    @Override
    public String toString() {
      if (!constructor.isEmpty()) {
        return " on " + constructor + "(" + condition + ")";
      }
      return value != 0 ? " on " + condition : " on not " + condition;
    }
  }

  public ClockPath {
    steps = List.copyOf(steps);
  }

  public boolean isBase() {
    return steps.isEmpty();
  }

  /** Reads the text form; constructors get their numbers from {@code enums} (type name to constructors in order). */
  public static ClockPath parse(String text, Map<String, List<String>> enums) {
    var steps = new ArrayList<Step>();
    var parts = text.strip().split("\\s+on\\s+");
    if (!parts[0].equals(".")) {
      throw new IllegalArgumentException("clock '" + text + "' does not start with '.'");
    }
    for (int i = 1; i < parts.length; i++) {
      steps.add(step(parts[i].strip(), enums));
    }
    return new ClockPath(steps);
  }

  private static Step step(String text, Map<String, List<String>> enums) {
    if (text.startsWith("not ")) {
      return new Step(text.substring(4).strip(), "", 0);
    }
    int open = text.indexOf('(');
    if (open < 0) {
      return new Step(text, "", 1);
    }
    var constructor = text.substring(0, open);
    var port = text.substring(open + 1, text.length() - 1);
    for (var constructors : enums.values()) {
      if (constructors.contains(constructor)) {
        return new Step(port, constructor, constructors.indexOf(constructor));
      }
    }
    throw new IllegalArgumentException("clock names the unknown constructor '" + constructor + "'");
  }

  @Override
  public String toString() {
    var out = new StringBuilder(".");
    steps.forEach(out::append);
    return out.toString();
  }
}
