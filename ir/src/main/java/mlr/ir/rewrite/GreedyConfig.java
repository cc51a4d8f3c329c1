package mlr.ir.rewrite;

/**
 * How the greedy driver works. The limits are for those who want to stop it early; a driver without them that does not
 * come to an end is stopped by {@link EndlessRewrite}.
 *
 * @param maxIterations sweeps over the IR after which it stops although something still changes; -1 for any number
 * @param maxRewrites pattern applications and folds after which it stops although something still changes; -1 for any number
 * @param topDown whether operations are visited in the order of the text, or else from its end
 * @param simplifyRegions whether blocks are merged, and those that can't be reached and cycles of values that nothing else uses are erased
 * @param fold whether operations are folded and equal constants unified
 * @param canonicalize whether each operation's own canonicalization patterns apply besides the given ones
 * @param checkPatterns whether the IR is compared before and after each pattern, so that a pattern whose answer is wrong is named
 *     at once; takes time proportional to the size of the enclosing isolated operation for each attempt
 * @param listener hears of every change
 */
public record GreedyConfig(int maxIterations, long maxRewrites, boolean topDown, boolean simplifyRegions, boolean fold, boolean canonicalize, boolean checkPatterns,
    RewriteListener listener) {
  /** Ten sweeps, folding, only the patterns given. */
  public static final GreedyConfig DEFAULT = new GreedyConfig(10, -1, true, true, true, false, false, RewriteListener.NONE);

  public GreedyConfig withMaxIterations(int iterations) {
    return new GreedyConfig(iterations, maxRewrites, topDown, simplifyRegions, fold, canonicalize, checkPatterns, listener);
  }

  public GreedyConfig withMaxRewrites(long rewrites) {
    return new GreedyConfig(maxIterations, rewrites, topDown, simplifyRegions, fold, canonicalize, checkPatterns, listener);
  }

  public GreedyConfig withTopDown(boolean inOrder) {
    return new GreedyConfig(maxIterations, maxRewrites, inOrder, simplifyRegions, fold, canonicalize, checkPatterns, listener);
  }

  public GreedyConfig withRegionSimplification(boolean simplifies) {
    return new GreedyConfig(maxIterations, maxRewrites, topDown, simplifies, fold, canonicalize, checkPatterns, listener);
  }

  public GreedyConfig withFolding(boolean folds) {
    return new GreedyConfig(maxIterations, maxRewrites, topDown, simplifyRegions, folds, canonicalize, checkPatterns, listener);
  }

  public GreedyConfig withCanonicalization(boolean canonicalizes) {
    return new GreedyConfig(maxIterations, maxRewrites, topDown, simplifyRegions, fold, canonicalizes, checkPatterns, listener);
  }

  public GreedyConfig withPatternChecks(boolean checks) {
    return new GreedyConfig(maxIterations, maxRewrites, topDown, simplifyRegions, fold, canonicalize, checks, listener);
  }

  public GreedyConfig withListener(RewriteListener newListener) {
    return new GreedyConfig(maxIterations, maxRewrites, topDown, simplifyRegions, fold, canonicalize, checkPatterns, newListener);
  }
}
