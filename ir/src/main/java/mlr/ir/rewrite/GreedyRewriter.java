package mlr.ir.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Trait;

/**
 * Applies patterns and folds to everything inside an operation until nothing changes: a worklist, visited from the
 * top; unused operations without effects go; constants move to the right of commutative operations; of several patterns
 * the one of largest benefit is tried first. Blocks that can't be reached and cycles that nothing reads go at the end of
 * each sweep.
 */
public final class GreedyRewriter {
  /** How many of the latest rewrites name the patterns of an endless rewriting. */
  private static final int TRACE = 256;

  private final Operation root;
  private final GreedyConfig config;
  private final PatternIndex patterns;
  private final OpFolder folder;
  private final Worklist worklist = new Worklist();
  private final Tracker tracker = new Tracker();
  private final ArrayDeque<String> trace = new ArrayDeque<>();
  private long rewrites;
  private boolean changed;

  private GreedyRewriter(Operation root, List<RewritePattern> patterns, GreedyConfig config, DialectRegistry registry) {
    this.root = root;
    this.config = config;
    this.patterns = new PatternIndex(patterns, config.canonicalize());
    this.folder = new OpFolder(registry, tracker);
  }

  /**
   * Rewrites what is nested in {@code root}, not {@code root} itself.
   *
   * @param registry gives the dialects that folded constants are made by
   * @throws EndlessRewrite when the budget of rewrites is used up
   */
  public static GreedyResult apply(Operation root, List<RewritePattern> patterns, GreedyConfig config, DialectRegistry registry) {
    return new GreedyRewriter(root, patterns, config, registry).run();
  }

  /** Rewrites with the default configuration. */
  public static GreedyResult apply(Operation root, List<RewritePattern> patterns, DialectRegistry registry) {
    return apply(root, patterns, GreedyConfig.DEFAULT, registry);
  }

  private GreedyResult run() {
    boolean everChanged = false;
    for (int i = 0; i < config.maxIterations(); i++) {
      changed = false;
      sweep();
      changed |= UnreachableBlocks.erase(root, tracker) | DeadCycles.erase(root, tracker);
      if (!changed) {
        return new GreedyResult(everChanged, true);
      }
      everChanged = true;
    }
    return new GreedyResult(everChanged, false);
  }

  private void sweep() {
    var all = new ArrayList<Operation>();
    root.walkPreOrder(all::add);
    if (config.fold()) {
      // In program order, so that a constant met later never takes the place of one that stands before it.
      all.removeIf(op -> op != root && ConstantFolding.isConstant(op) && unify(op));
    }
    worklist.pushAll(all.subList(1, all.size()));
    for (var op = worklist.pop(); op.isPresent(); op = worklist.pop()) {
      process(op.get());
    }
  }

  private boolean unify(Operation constant) {
    var known = folder.unify(constant);
    known.ifPresent(value -> replace(constant, List.of(value)));
    return known.isPresent();
  }

  private void process(Operation op) {
    if (Effects.isTriviallyDead(op)) {
      erase(op);
    } else if (!config.fold() || !fold(op)) {
      rewrite(op);
    }
  }

  private boolean fold(Operation op) {
    if (ConstantFolding.isConstant(op)) {
      return unify(op);
    }
    if (op.isUnused()) {
      return false;
    }
    moveConstantRight(op);
    var values = folder.fold(op);
    values.ifPresent(v -> replace(op, v));
    return values.isPresent();
  }

  private void moveConstantRight(Operation op) {
    if (op.definition().hasTrait(Trait.COMMUTATIVE) && op.operandCount() == 2 && ConstantFolding.constant(op.operand(0)).isPresent()
        && ConstantFolding.constant(op.operand(1)).isEmpty()) {
      op.setOperands(List.of(op.operand(1), op.operand(0)));
      tracker.modified(op);
      changed = true;
    }
  }

  private void replace(Operation op, List<Value> values) {
    count("fold of " + op.name());
    tracker.replacing(op, values);
    op.replaceAllUsesWith(values);
    if (Effects.wouldBeDeadIfUnused(op)) {
      erase(op);
    }
  }

  private void erase(Operation op) {
    tracker.erasing(op);
    op.erase();
    changed = true;
  }

  private void rewrite(Operation op) {
    var candidates = patterns.candidates(op);
    if (candidates.isEmpty()) {
      return;
    }
    for (var pattern : candidates) {
      if (pattern.matchAndRewrite(op, new PatternRewriter(op, tracker))) {
        count(pattern.name());
        return;
      }
    }
  }

  private void count(String what) {
    changed = true;
    trace.add(what);
    if (trace.size() > TRACE) {
      trace.remove();
    }
    if (++rewrites > config.maxRewrites()) {
      throw new EndlessRewrite(root, config.maxRewrites(), new TreeSet<>(trace));
    }
  }

  /** Keeps the worklist true to the IR and passes everything on. */
  private final class Tracker implements RewriteListener {
    @Override
    public void created(Operation op) {
      op.walkPreOrder(worklist::push);
      config.listener().created(op);
    }

    @Override
    public void modified(Operation op) {
      worklist.push(op);
      config.listener().modified(op);
    }

    @Override
    public void replacing(Operation op, List<? extends Value> values) {
      for (var result : op.results()) {
        result.users().forEach(worklist::push);
      }
      config.listener().replacing(op, values);
    }

    @Override
    public void erasing(Operation op) {
      op.walk(inner -> {
        worklist.remove(inner);
        folder.erased(inner);
        for (var operand : inner.operands()) {
          operand.definingOp().filter(definition -> !op.isAncestorOf(definition)).ifPresent(worklist::push);
        }
      });
      config.listener().erasing(op);
    }
  }
}
