package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.Deque;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/**
 * Checks that no pass touches anything outside the operation it runs on, which others may be working on at the same time. Takes
 * time proportional to the module for each run of a pass.
 */
public final class IsolationInstrumentation implements PassInstrumentation {
  private final Deque<String> outside = new ArrayDeque<>();

  @Override
  public void before(RunningPass pass, Operation op) {
    outside.push(surroundings(op));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    var before = outside.pop().lines().toList();
    var after = surroundings(op).lines().toList();
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      var was = i < before.size() ? before.get(i) : "(nothing)";
      var is = i < after.size() ? after.get(i) : "(nothing)";
      if (!was.equals(is)) {
        throw new IllegalStateException("the pass changed what is outside its operation, from\n  " + was.strip() + "\nto\n  " + is.strip());
      }
    }
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    outside.pop();
  }

  /** Everything but what is in {@code op}: its ancestors without their regions, and the operations beside each. */
  private static String surroundings(Operation op) {
    var text = new StringBuilder();
    for (var at = op; at.parentOp().isPresent(); at = at.parentOp().get()) {
      var parent = at.parentOp().get();
      text.append(parent.name()).append(' ').append(parent.attributes().asMap()).append(' ').append(parent.location()).append('\n');
      for (var region : parent.regions()) {
        for (var block : region.blocks()) {
          text.append("block\n");
          for (var beside : block) {
            text.append(beside == at ? "the operation" : IrText.exact(beside)).append('\n');
          }
        }
      }
    }
    return text.toString();
  }

  @Override
  public boolean needsOrder() {
    return true;
  }
}
