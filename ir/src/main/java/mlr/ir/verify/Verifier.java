package mlr.ir.verify;

import java.util.function.Consumer;
import mlr.ir.Operation;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * Checks that IR is what its definitions say: declared operands, results, attributes, regions and successors, traits,
 * terminators, branches, symbols, the operations' own checks, and dominance of definitions over uses. Messages are
 * upstream's. One run reports every operation that is wrong; an operation whose shape is wrong gets no further checks.
 */
public final class Verifier {
  private final DiagnosticEngine diagnostics;
  private final DeclarationVerifier declarations;
  private final TraitVerifier traits;
  private final ControlFlowVerifier controlFlow;
  private final Consumer<Operation> verifyNested = this::verify;

  /** What a check threw; null when none did. */
  private RuntimeException misled;

  private Verifier(DiagnosticEngine diagnostics) {
    this.diagnostics = diagnostics;
    declarations = new DeclarationVerifier(diagnostics);
    traits = new TraitVerifier(diagnostics);
    controlFlow = new ControlFlowVerifier(diagnostics);
  }

  /** Checks {@code root} and everything in it; returns whether nothing was wrong. */
  public static boolean verify(Operation root, DiagnosticEngine diagnostics) {
    int before = diagnostics.errorCount();
    var verifier = new Verifier(diagnostics);
    verifier.verify(root);
    if (verifier.misled != null && diagnostics.errorCount() == before) {
      throw verifier.misled;
    }
    if (!root.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      verifier.verifyDominance(root);
    }
    return diagnostics.errorCount() == before;
  }

  /** An operation's check may look at others, a callee or a terminator; where their shape is wrong, that is what there is to report. */
  private void verifyByItself(Operation op) {
    try {
      op.definition().verify(op, diagnostics);
    } catch (RuntimeException exception) {
      misled = exception;
    }
  }

  private boolean controlFlowOf(Operation op, boolean shaped) {
    try {
      return controlFlow.verify(op, shaped);
    } catch (RuntimeException exception) {
      // What a branch hands over may be said by attributes that its own check finds wrong.
      misled = exception;
      return true;
    }
  }

  private void verify(Operation op) {
    boolean shaped = !op.definition().isRegistered() || declarations.verify(op);
    shaped &= controlFlowOf(op, shaped);
    if (shaped && traits.verify(op)) {
      verifyByItself(op);
    }
    for (int i = 0; i < op.regionCount(); i++) {
      var region = op.region(i);
      for (int n = 0; n < region.blockCount(); n++) {
        region.block(n).forEach(verifyNested);
      }
    }
    // While all of it is still at hand, in the caches and otherwise.
    if (op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      verifyDominance(op);
    }
  }

  private void verifyDominance(Operation op) {
    if (misled == null) {
      new DominanceVerifier(new DominanceInfo(), diagnostics).verify(op);
    }
  }
}
