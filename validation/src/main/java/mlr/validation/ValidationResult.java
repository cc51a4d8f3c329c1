package mlr.validation;

import java.util.Map;
import java.util.Optional;

/**
 * What comparing two modules found.
 *
 * @param difference the first one; empty when the second module may stand for the first as far as was run
 * @param counts what was run and what was not, and why, by name
 */
public record ValidationResult(Optional<Difference> difference, Map<String, Long> counts) {
  public ValidationResult {
    counts = Map.copyOf(counts);
  }

  /** Nothing was run. */
  static ValidationResult skipped(String why) {
    var report = new ValidationReport();
    report.skipped(why);
    return new ValidationResult(Optional.empty(), report.counts());
  }
}
