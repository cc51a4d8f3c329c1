package mlr.ir.pass.instrumentation;

import java.io.PrintStream;
import java.util.function.Function;
import java.util.function.Predicate;
import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;

/**
 * Prints the IR before and after passes chosen by argument, under upstream's headers
 * {@code // -----// IR Dump After Cse (cse) //----- //}.
 */
public final class PrintInstrumentation implements PassInstrumentation {
  private final Predicate<String> before;
  private final Predicate<String> after;
  private final Function<Operation, String> printer;
  private final PrintStream out;

  public PrintInstrumentation(Predicate<String> before, Predicate<String> after, Function<Operation, String> printer, PrintStream out) {
    this.before = before;
    this.after = after;
    this.printer = printer;
    this.out = out;
  }

  @Override
  public void before(RunningPass pass, Operation op) {
    if (before.test(pass.argument())) {
      print("Before", pass, op);
    }
  }

  @Override
  public void after(RunningPass pass, Operation op) {
    if (after.test(pass.argument())) {
      print("After", pass, op);
    }
  }

  @Override
  public void afterFailure(RunningPass pass, Operation op) {
    if (after.test(pass.argument())) {
      print("After", pass, op, " Failed");
    }
  }

  private void print(String when, RunningPass pass, Operation op) {
    print(when, pass, op, "");
  }

  private void print(String when, RunningPass pass, Operation op, String outcome) {
    out.print("// -----// IR Dump " + when + " " + pass.title() + outcome + " (" + pass.argument() + ") //----- //\n" + printer.apply(op).stripTrailing() + "\n\n");
    out.flush();
  }
}
