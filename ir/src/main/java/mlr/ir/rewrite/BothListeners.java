package mlr.ir.rewrite;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Passes everything on to two listeners. */
record BothListeners(RewriteListener first, RewriteListener second) implements RewriteListener {
  @Override
  public void created(Operation op) {
    first.created(op);
    second.created(op);
  }

  @Override
  public void modified(Operation op) {
    first.modified(op);
    second.modified(op);
  }

  @Override
  public void replacing(Operation op, List<? extends Value> values) {
    first.replacing(op, values);
    second.replacing(op, values);
  }

  @Override
  public void erasing(Operation op) {
    first.erasing(op);
    second.erasing(op);
  }

  @Override
  public void driverStarts(String driver, Operation root) {
    first.driverStarts(driver, root);
    second.driverStarts(driver, root);
  }

  @Override
  public void visiting(Operation op) {
    first.visiting(op);
    second.visiting(op);
  }

  @Override
  public boolean mayRewrite(Operation op) {
    return first.mayRewrite(op) && second.mayRewrite(op);
  }

  @Override
  public void trying(String rewrite, Operation op) {
    first.trying(rewrite, op);
    second.trying(rewrite, op);
  }

  @Override
  public void applied(String rewrite) {
    first.applied(rewrite);
    second.applied(rewrite);
  }

  @Override
  public void refused(String rewrite, String reason) {
    first.refused(rewrite, reason);
    second.refused(rewrite, reason);
  }
}
