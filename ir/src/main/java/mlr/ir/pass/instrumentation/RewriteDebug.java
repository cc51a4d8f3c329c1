package mlr.ir.pass.instrumentation;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.rewrite.RewriteListener;
import mlr.ir.text.KeptNames;

/** Writes down what a rewrite driver does, in upstream's form without its addresses. */
final class RewriteDebug implements RewriteListener {
  private static final String RULE = "//===-------------------------------------------===//";
  private final DebugLog debug;
  private String driver = "";
  private KeptNames names = new KeptNames();

  RewriteDebug(DebugLog debug) {
    this.debug = debug;
  }

  private void log(String line) {
    debug.log(driver, () -> line);
  }

  @Override
  public void driverStarts(String name, Operation root) {
    driver = name;
    if (debug.isOn(driver)) {
      names = new KeptNames();
      IrText.name(root, names);
      names.seal();
    }
  }

  @Override
  public void visiting(Operation op) {
    if (debug.isOn(driver)) {
      // What is in it comes by itself.
      log("\n" + RULE + "\nProcessing operation : '" + op.name() + "'" + (op.regions().isEmpty() ? " {\n  " + OpLine.alone(op, names) + "\n}" : ""));
    }
  }

  @Override
  public void trying(String rewrite, Operation op) {
    log("  * Pattern " + rewrite + " : '" + op.name() + "' {");
  }

  @Override
  public void applied(String rewrite) {
    log("  } -> SUCCESS : " + rewrite + " applied");
  }

  @Override
  public void refused(String rewrite, String reason) {
    log("  } -> FAILURE : " + (reason.isEmpty() ? "pattern failed to match" : reason));
  }

  @Override
  public void created(Operation op) {
    log("    ** Insert  : '" + op.name() + "'");
  }

  @Override
  public void modified(Operation op) {
    log("    ** Modified: '" + op.name() + "'");
  }

  @Override
  public void replacing(Operation op, List<? extends Value> values) {
    log("    ** Replace : '" + op.name() + "'");
  }

  @Override
  public void erasing(Operation op) {
    log("    ** Erase   : '" + op.name() + "'");
  }
}
