package mlr.ir.pass.instrumentation;

import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.ir.rewrite.RewriteListener;

/** Debug output of types {@code pass-manager}, {@code greedy-rewriter} and {@code dialect-conversion}. */
public final class DebugInstrumentation implements PassInstrumentation {
  @Override
  public void before(RunningPass pass, Operation op) {
    pass.context().debug().log("pass-manager", () -> "running " + pass.element() + " on " + describe(op));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    pass.context().debug().log("pass-manager", () -> "finished " + pass.argument() + " on " + describe(op));
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    pass.context().debug().log("pass-manager", () -> "failed " + pass.argument() + " on " + describe(op));
  }

  private static String describe(Operation op) {
    return "'" + op.name() + "'" + SymbolTable.nameOf(op).map(name -> " @" + name).orElse("");
  }

  @Override
  public RewriteListener rewrites(RunningPass pass, Operation op) {
    var debug = pass.context().debug();
    return debug.isOn("greedy-rewriter") || debug.isOn("dialect-conversion") ? new RewriteDebug(debug) : RewriteListener.NONE;
  }
}
