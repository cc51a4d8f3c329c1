package mlr.dialects.cf;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.BranchInterface;

/** The check that branches of several dialects share. */
public final class BranchTargets {
  private BranchTargets() {}

  /** Reports where the operands for a successor differ from its arguments in number or type. */
  public static <T extends Operation & BranchInterface> void check(T branch, DiagnosticEngine diagnostics) {
    for (int i = 0; i < branch.successors().size(); i++) {
      List<Value> operands = branch.successorOperands(i);
      var arguments = branch.successors().get(i).arguments();
      if (operands.size() != arguments.size()) {
        diagnostics.opError(branch, "branch has " + operands.size() + " operands for successor #" + i + ", but target block has " + arguments.size());
        continue;
      }
      for (int k = 0; k < operands.size(); k++) {
        if (!operands.get(k).type().equals(arguments.get(k).type())) {
          diagnostics.opError(branch, "type mismatch for bb argument #" + k + " of successor #" + i + ": '" + operands.get(k).type() + "' is given for '" + arguments.get(k).type() + "'");
        }
      }
    }
  }
}
