package mlr.ir.pass.instrumentation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/**
 * Prints the IR before and after chosen passes, under upstream's headers {@code // -----// IR Dump After CSE (cse) //----- //}.
 */
public final class PrintInstrumentation implements PassInstrumentation {
  private final PrintSelection selection;
  private final Function<Operation, String> printer;
  private final DumpPlace place;

  /** What is being changed by the passes that are running, the innermost first; kept only to see whether it changed. */
  private final Deque<String> unchanged = new ArrayDeque<>();

  /**
   * @param printer gives the text of an operation with a line break behind it
   * @param place where the dumps go
   */
  public PrintInstrumentation(PrintSelection selection, Function<Operation, String> printer, DumpPlace place) {
    this.selection = selection;
    this.printer = printer;
    this.place = place;
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    if (selection.before().test(pass.argument())) {
      print("Before " + pass.title(), pass, op);
    }
    if (selection.onlyChanged()) {
      unchanged.push(IrText.exact(op));
    }
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    boolean changed = !selection.onlyChanged() || !unchanged.pop().equals(IrText.exact(op));
    if (changed && !selection.onlyFailed() && selection.after().test(pass.argument())) {
      print("After " + pass.title(), pass, op);
    }
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    if (selection.onlyChanged()) {
      unchanged.pop();
    }
    if (selection.after().test(pass.argument())) {
      print("After " + pass.title() + " Failed", pass, op);
    }
  }

  private void print(String when, RunningPass pass, Operation op) {
    var where = selection.moduleScope() ? " ('" + op.name() + "' operation" + SymbolTable.nameOf(op).map(name -> ": @" + name).orElse("") + ")" : "";
    var text = "// -----// IR Dump " + when + " (" + pass.argument() + ")" + where + " //----- //\n"
        + printer.apply(selection.moduleScope() ? IrText.outermost(op) : op) + "\n\n";
    place.put(text, pass, op);
  }

  /** The IR around an operation is only at rest while nothing else runs. */
  @Override
  public boolean needsOrder() {
    return selection.moduleScope();
  }

  @Override
  public PassInstrumentation fork() {
    return new PrintInstrumentation(selection, printer, place);
  }
}
