package mlr.ir.interfaces;

/** A branch that goes to its only successor and does nothing else; canonicalization merges blocks across it. */
public interface UnconditionalBranchInterface extends BranchInterface {}
