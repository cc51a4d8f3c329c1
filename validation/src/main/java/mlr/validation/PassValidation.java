package mlr.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.validation.subject.SameCode;

/**
 * Checks each pass by running: interprets what the pass changed, functions and whole nodes, before and after on the same
 * inputs. The first difference is reported to the pass's diagnostics with the code of both sides, and makes the pass fail as
 * one that is broken. The inputs are the same in every run.
 */
public final class PassValidation implements PassInstrumentation {
  private static final long SEED = 31;
  private final Validation validation;

  /** The operations as they were before the passes that are running. */
  private final Map<RunningPass, Operation> snapshots = Collections.synchronizedMap(new IdentityHashMap<>());

  private final LastRuns runs = new LastRuns();

  private final Map<String, Long> totals = new TreeMap<>();

  /** @param trials number of traces for a node, of groups of eight calls for a function; fewer where one takes long */
  public PassValidation(int trials) {
    this(new Validation(trials, SEED));
  }

  /** @param validation how to compare */
  public PassValidation(Validation validation) {
    this.validation = validation;
  }

  /** What a function calls is run with it and must not change meanwhile. */
  @Override
  public boolean needsOrder() {
    return true;
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    snapshots.put(pass, op.copy(new IrMapping()));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    var before = snapshots.remove(pass);
    var result = switch (op) {
      case ModuleOp after -> validation.compare(before, after, Licence.of(pass), runs);
      case Operation after when after.parentOp().orElse(null) instanceof ModuleOp module && SymbolTable.nameOf(after).isPresent() ->
          compare(before, after, module, Licence.of(pass));
      default -> ValidationResult.skipped("operations that are not in a module by name");
    };
    result.counts().forEach(pass.context()::count);
    result.counts().forEach((name, count) -> totals.merge(name, count, Long::sum));
    result.difference().ifPresent(difference -> fail(pass, difference));
  }

  private ValidationResult compare(Operation before, Operation after, ModuleOp module, Licence licence) {
    if (new SameCode().test(before, after)) {
      return ValidationResult.skipped(ValidationReport.UNCHANGED);
    }
    var sides = new Surroundings(module, after).sides(before);
    return validation.compare(sides.before(), sides.after(), licence, runs);
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    snapshots.remove(pass);
  }

  /** What was run in all passes so far, and what was not and why, a line each. */
  public String summary() {
    var lines = new StringBuilder("validation:\n");
    totals.forEach((name, count) -> lines.append("  ").append(count).append(' ').append(name).append('\n'));
    return lines.toString();
  }

  private static void fail(RunningPass pass, Difference difference) {
    var diagnostic = pass.context().diagnostics().error(difference.location(), "pass '" + pass.argument() + "' is wrong: " + difference.message());
    if (!difference.inputs().isEmpty()) {
      diagnostic.note(Location.UNKNOWN, "inputs:" + difference.inputText());
    }
    diagnostic.note(Location.UNKNOWN, "before the pass:\n" + difference.before());
    diagnostic.note(Location.UNKNOWN, "after the pass:\n" + difference.after());
    throw new PassChangedMeaning(difference.message());
  }
}
