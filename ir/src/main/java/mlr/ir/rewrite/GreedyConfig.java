package mlr.ir.rewrite;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the greedy driver works. The limits are for those who want to stop it early; a driver without them that does not
 * come to an end is stopped by {@link EndlessRewrite}.
 *
 * @param maxIterations sweeps over the IR after which it stops although something still changes; -1 for any number
 * @param maxRewrites pattern applications and folds after which it stops although something still changes; -1 for any number
 * @param choices what it does
 * @param listener hears of every change
 */
public record GreedyConfig(int maxIterations, long maxRewrites, Set<Choice> choices, RewriteListener listener) {
  /** What a driver may do or leave. */
  public enum Choice {
    /** To visit operations in the order of the text, or else from its end. */
    TOP_DOWN,
    /** To erase blocks that can't be reached, and cycles of values that nothing else uses. */
    SIMPLIFY_REGIONS,
    /** To fold operations and unify equal constants. */
    FOLD,
    /** To apply each operation's own canonicalization patterns besides the given ones, and to merge blocks. */
    CANONICALIZE,
    /**
     * To compare the IR before and after each pattern, so that a pattern whose answer is wrong is named at once; takes time proportional to
     * the size of the enclosing isolated operation for each attempt.
     */
    CHECK_PATTERNS
  }

  /** Ten sweeps, folding, only the patterns given. */
  public static final GreedyConfig DEFAULT = new GreedyConfig(10, -1, Set.of(Choice.TOP_DOWN, Choice.SIMPLIFY_REGIONS, Choice.FOLD), RewriteListener.NONE);

  public GreedyConfig {
    choices = Set.copyOf(choices);
  }

  /** Whether the driver does this. */
  public boolean does(Choice choice) {
    return choices.contains(choice);
  }

  public GreedyConfig withMaxIterations(int iterations) {
    return new GreedyConfig(iterations, maxRewrites, choices, listener);
  }

  public GreedyConfig withMaxRewrites(long rewrites) {
    return new GreedyConfig(maxIterations, rewrites, choices, listener);
  }

  /** The same but for one choice. */
  public GreedyConfig with(Choice choice, boolean chosen) {
    var changed = EnumSet.noneOf(Choice.class);
    changed.addAll(choices);
    if (chosen) {
      changed.add(choice);
    } else {
      changed.remove(choice);
    }
    return new GreedyConfig(maxIterations, maxRewrites, changed, listener);
  }

  public GreedyConfig withListener(RewriteListener newListener) {
    return new GreedyConfig(maxIterations, maxRewrites, choices, newListener);
  }
}
