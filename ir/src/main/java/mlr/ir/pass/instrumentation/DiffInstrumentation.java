package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.Deque;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.KeptNames;
import mlr.ir.text.PrintOptions;
import mlr.ir.tool.LineDiff;

/**
 * Prints what each pass changed, and nothing of what it did not, as a unified diff. Values that were there before keep their
 * names, so that nothing looks changed for being renumbered.
 */
public final class DiffInstrumentation implements PassInstrumentation {
  private record Before(String text, KeptNames names) {}

  private final PrintOptions options;
  private final Deque<Before> running = new ArrayDeque<>();

  public DiffInstrumentation(PrintOptions options) {
    this.options = options.withLocalScope(true);
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    var names = new KeptNames();
    running.push(new Before(text(op, names), names.seal()));
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    show(pass, op, "");
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    show(pass, op, " Failed");
  }

  private void show(RunningPass pass, Operation op, String outcome) {
    var before = running.pop();
    var changes = LineDiff.unified(before.text(), text(op, before.names()), line -> line.contains("@") && line.endsWith("{"));
    if (!changes.isEmpty()) {
      var where = op.parentOp().isEmpty() ? "" : " ('" + op.name() + "' operation" + SymbolTable.nameOf(op).map(name -> ": @" + name).orElse("") + ")";
      pass.context().debug().write("// -----// IR Diff After " + pass.title() + outcome + " (" + pass.argument() + ")" + where + " //----- //\n" + changes + "\n");
    }
  }

  private String text(Operation op, KeptNames names) {
    try {
      return IrPrinter.print(op, options, names);
    } catch (RuntimeException _) {
      // IR that a pass broke may be beyond its custom form.
      return IrPrinter.print(op, options.withGeneric(true), names);
    }
  }

  @Override
  public PassInstrumentation fork() {
    return new DiffInstrumentation(options);
  }
}
