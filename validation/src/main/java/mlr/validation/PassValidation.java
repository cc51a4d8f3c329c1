package mlr.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/**
 * Checks each pass by running: interprets what the pass changed, functions and whole nodes, before and after on the same
 * inputs. The first difference is reported to the pass's diagnostics with the code of both sides, and makes the pass fail as
 * one that is broken. The inputs are the same in every run.
 */
public final class PassValidation implements PassInstrumentation {
  private static final long SEED = 31;
  private final Validation validation;

  /** The modules as they were before the passes that are running. */
  private final Map<RunningPass, Operation> snapshots = Collections.synchronizedMap(new IdentityHashMap<>());

  /** @param trials number of traces for a node, of groups of eight calls for a function; fewer where one takes long */
  public PassValidation(int trials) {
    this.validation = new Validation(trials, SEED);
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    snapshots.put(pass, outermost(op).copy(new IrMapping()));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    var before = snapshots.remove(pass);
    var after = outermost(op);
    if (before instanceof ModuleOp && after instanceof ModuleOp) {
      var result = validation.compare(before, after, IntendedRounding.of(pass.options()));
      result.counts().forEach(pass.context()::count);
      result.difference().ifPresent(difference -> fail(pass, difference));
    }
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    snapshots.remove(pass);
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

  /** What a function calls may be changing too while others run. */
  @Override
  public boolean needsOrder() {
    return true;
  }

  private static Operation outermost(Operation op) {
    var outer = op;
    for (var parent = op.parentOp(); parent.isPresent(); parent = outer.parentOp()) {
      outer = parent.get();
    }
    return outer;
  }
}
