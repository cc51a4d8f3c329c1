package mlr.ir.rewrite;

/** What a greedy run did: whether anything changed, and whether the last sweep left nothing to change. */
public record GreedyResult(boolean changed, boolean converged) {}
