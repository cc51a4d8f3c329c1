package mlr.ir.rewrite;

import mlr.ir.Operation;
import mlr.ir.definition.Trait;

/**
 * Holds each pattern to its answer. What the rewriter hears is always compared with it; on demand the IR itself is too,
 * which finds changes that went past the rewriter and changes that come to nothing.
 */
final class PatternChecks {
  private final Operation root;
  private final boolean comparesIr;
  private Operation at;
  private Operation scope;
  private long fingerprint;
  private long changes;
  private long changesBefore;
  private String lastChange = "";
  private Operation lastChanged;

  PatternChecks(Operation root, boolean comparesIr) {
    this.root = root;
    this.comparesIr = comparesIr;
    at = root;
    scope = root;
    lastChanged = root;
  }

  /** The rewriter was told that {@code op} was {@code created}, {@code modified}, {@code replaced} or {@code erased}. */
  void heard(String what, Operation op) {
    changes++;
    lastChange = what;
    lastChanged = op;
  }

  /** A pattern is about to be tried on {@code op}. */
  void before(Operation op) {
    at = op;
    changesBefore = changes;
    if (comparesIr) {
      scope = scope(op);
      fingerprint = IrFingerprint.of(scope);
    }
  }

  /** A pattern has been tried on the operation of {@link #before}. */
  void after(RewritePattern pattern, boolean applied) {
    boolean heard = changes != changesBefore;
    if (applied && !heard) {
      throw WrongPatternResult.nothingChanged(pattern.name(), at.name(), at.location());
    }
    if (!applied && heard) {
      throw WrongPatternResult.changedAfterAll(pattern.name(), at.name(), at.location(), lastChange + " '" + lastChanged.name() + "'");
    }
    if (comparesIr && applied == (IrFingerprint.of(scope) == fingerprint)) {
      throw applied ? WrongPatternResult.sameIr(pattern.name(), at.name(), at.location())
          : WrongPatternResult.secretChange(pattern.name(), at.name(), at.location());
    }
  }

  /** The nearest operation around {@code op} that nothing reaches out of, or the root. */
  private Operation scope(Operation op) {
    var around = op.parentOp().orElse(root);
    while (around != root && !around.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      around = around.parentOp().orElse(root);
    }
    return around;
  }
}
