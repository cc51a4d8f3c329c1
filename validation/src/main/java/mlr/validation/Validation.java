package mlr.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;

/**
 * Checks by running whether a module may stand for the one that it was made from. The same modules and seed give the same inputs
 * and the same answer.
 *
 * @param trials number of traces for a node, of groups of eight calls for a function; fewer where one takes long
 * @param seed chooses the random inputs; edge values come with any
 * @param work how much running may be done, one element of a tensor operation counting about one; one call or instant is always run
 */
public record Validation(int trials, long seed, long work) {
  public Validation {
    if (trials < 1) {
      throw new IllegalArgumentException("at least one trial, not " + trials);
    }
  }

  /** A validation that may do the usual amount of work. */
  public Validation(int trials, long seed) {
    this(trials, seed, WorkBudget.FOR_A_PASS);
  }

  /** Compares all that both modules have; neither is changed, and both must be valid. */
  public ValidationResult compare(Operation before, Operation after) {
    return compare(before, after, Licence.NONE, new LastRuns());
  }

  /** @param runs what the comparison of the last pass of the same pipeline ran; after this, what this one did */
  ValidationResult compare(Operation before, Operation after, Licence licence, LastRuns runs) {
    var report = new ValidationReport();
    var difference = compare(before, after, licence, runs, report);
    runs.turn();
    return new ValidationResult(difference, report.counts());
  }

  private Optional<Difference> compare(Operation before, Operation after, Licence licence, LastRuns runs, ValidationReport report) {
    return new ModuleComparison(before, after, licence, this, runs, report).run().or(() -> {
      var earlier = nested(before);
      var later = nested(after);
      if (earlier.size() != later.size()) {
        report.skipped("nested modules that are more or fewer after");
        return Optional.empty();
      }
      return IntStream.range(0, earlier.size()).boxed().flatMap(i -> compare(earlier.get(i), later.get(i), licence, runs, report).stream()).findFirst();
    });
  }

  private static List<Operation> nested(Operation module) {
    return module.region(0).entry().operations().stream().filter(ModuleOp.class::isInstance).toList();
  }
}
