package mlr.tools.mlr.demo;

import java.util.Locale;
import java.util.Optional;

/** The demo's table: a line an engine. */
public final class DemoTable {
  /** What compiled code costs: bytes, and on boards instructions per decision and the high-water mark of the stack. */
  public record Cost(long codeBytes, long constantBytes, long stateBytes, Optional<Double> instructions, Optional<Long> stackBytes) {}

  private static final String ROW = "%-12s %10s %14s %23s %10s %14s %10s %10s";

  private DemoTable() {}

  public static String header() {
    return String.format(Locale.ROOT, ROW, "engine", "decisions", "largest |dQ|", "instructions/decision", "code B", "constants B", "state B", "stack B").stripTrailing();
  }

  /** The line of an engine; {@code cost} is empty for the interpreter. */
  public static String line(String engine, Recording.Agreement agreement, Optional<Cost> cost) {
    return String.format(Locale.ROOT, ROW, engine, agreement.equal() + "/" + agreement.of(), String.format(Locale.ROOT, "%.1e", agreement.largestDifference()),
        cost.flatMap(Cost::instructions).map(n -> String.format(Locale.ROOT, "%.0f", n)).orElse(""), number(cost.map(Cost::codeBytes)),
        number(cost.map(Cost::constantBytes)), number(cost.map(Cost::stateBytes)), number(cost.flatMap(Cost::stackBytes))).stripTrailing();
  }

  private static String number(Optional<Long> value) {
    return value.map(String::valueOf).orElse("");
  }
}
