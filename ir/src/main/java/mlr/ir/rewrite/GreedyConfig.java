package mlr.ir.rewrite;

/**
 * How the greedy driver works.
 *
 * @param maxIterations sweeps over the IR after which it stops although something still changes
 * @param maxRewrites pattern applications after which it gives up, see {@link EndlessRewrite}
 * @param fold whether operations are folded and equal constants unified
 * @param canonicalize whether each operation's own canonicalization patterns apply besides the given ones
 * @param listener hears of every change
 */
public record GreedyConfig(int maxIterations, long maxRewrites, boolean fold, boolean canonicalize, RewriteListener listener) {
  /** Ten sweeps, folding, only the patterns given. */
  public static final GreedyConfig DEFAULT = new GreedyConfig(10, 1_000_000, true, false, RewriteListener.NONE);

  public GreedyConfig withMaxIterations(int iterations) {
    return new GreedyConfig(iterations, maxRewrites, fold, canonicalize, listener);
  }

  public GreedyConfig withMaxRewrites(long rewrites) {
    return new GreedyConfig(maxIterations, rewrites, fold, canonicalize, listener);
  }

  public GreedyConfig withFolding(boolean folds) {
    return new GreedyConfig(maxIterations, maxRewrites, folds, canonicalize, listener);
  }

  public GreedyConfig withCanonicalization(boolean canonicalizes) {
    return new GreedyConfig(maxIterations, maxRewrites, fold, canonicalizes, listener);
  }

  public GreedyConfig withListener(RewriteListener newListener) {
    return new GreedyConfig(maxIterations, maxRewrites, fold, canonicalize, newListener);
  }
}
