package mlr.ir.pass.instrumentation;

import mlr.ir.Operation;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.ir.verify.Verifier;

/** Verifies the IR after each pass. Invalid IR is an error of the pass, not of its user. */
public final class VerifyInstrumentation implements PassInstrumentation {
  @Override
  public void after(RunningPass pass, Operation op) {
    if (!Verifier.verify(op, pass.context().diagnostics())) {
      throw new IllegalStateException("the pass left invalid IR");
    }
  }
}
