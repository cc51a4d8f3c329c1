package mlr.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import mlr.ir.IrMapping;
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
  private final int trials;

  /** The outermost modules as they were before the passes that are running, the innermost pass first. */
  private final Deque<Operation> snapshots = new ArrayDeque<>();

  /** @param trials number of traces for a node, of groups of eight calls for a function; fewer where one takes long */
  public PassValidation(int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException("at least one trial, not " + trials);
    }
    this.trials = trials;
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    snapshots.push(outermost(op).copy(new IrMapping()));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    var before = snapshots.pop();
    var after = outermost(op);
    if (before instanceof ModuleOp && after instanceof ModuleOp) {
      var report = new ValidationReport(pass);
      new ModuleComparison(before, after, IntendedRounding.of(pass.options()), trials, report).run();
      report.count();
    }
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    snapshots.pop();
  }

  private static Operation outermost(Operation op) {
    var outer = op;
    for (var parent = op.parentOp(); parent.isPresent(); parent = outer.parentOp()) {
      outer = parent.get();
    }
    return outer;
  }
}
