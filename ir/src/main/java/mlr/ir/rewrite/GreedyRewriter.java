package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import mlr.ir.DialectRegistry;
import mlr.ir.OpOperand;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.Trait;
import mlr.ir.rewrite.GreedyConfig.Choice;

/**
 * Applies patterns and folds to everything inside an operation until nothing changes: a worklist, visited from the
 * top; unused operations without effects go; constants move to the right of commutative operations; of several patterns
 * the one of largest benefit is tried first. Blocks are merged, and those that can't be reached and cycles that nothing reads go, at the
 * end of each sweep. An isolated operation is finished, sweep after sweep, before the next one is begun.
 */
public final class GreedyRewriter {
  /** How many rewrites each operation may lead to on average, for at least a thousand operations, before they count as endless. */
  private static final long REWRITES_PER_OPERATION = 100;

  private final Operation root;
  private final GreedyConfig config;
  private final boolean folds;
  private final PatternIndex<RewritePattern> patterns;
  private final OpFolder folder;
  private final Worklist worklist = new Worklist();

  /** What the sweep in progress started from, and whether operations with regions have come or gone since. */
  private final List<Operation> swept = new ArrayList<>();
  private boolean regionsChanged;

  /** What the rewrite in progress has created, in that order. */
  private final List<Operation> created = new ArrayList<>();
  private final Tracker tracker = new Tracker();
  private final RewriteTrace trace = new RewriteTrace();
  private final PatternChecks checks;
  private final RewriteListener listener;
  private final long limit;

  /** Number of operations met so far, and of rewrites allowed for so many. */
  private long size;
  private long budget;
  private long rewrites;
  private boolean changed;
  private boolean everChanged;
  private boolean lastSweep;
  private final Set<String> unsettled = new TreeSet<>();

  private GreedyRewriter(Operation root, List<? extends RewritePattern> patterns, GreedyConfig config, DialectRegistry registry) {
    this.root = root;
    this.config = config;
    this.folds = config.does(Choice.FOLD);
    this.patterns = new PatternIndex<>(patterns, definition -> config.does(Choice.CANONICALIZE) ? definition.canonicalizationPatterns() : List.of());
    this.folder = new OpFolder(registry, tracker);
    this.checks = new PatternChecks(root, config.does(Choice.CHECK_PATTERNS));
    this.listener = config.listener();
    this.limit = config.maxRewrites() < 0 ? Long.MAX_VALUE : config.maxRewrites();
  }

  /**
   * Rewrites what is nested in {@code root}, not {@code root} itself.
   *
   * @param registry gives the dialects that folded constants are made by
   * @throws EndlessRewrite when the rewriting does not come to an end
   * @throws WrongPatternResult when a pattern says that it applied and changed nothing, or the other way round
   */
  public static GreedyResult apply(Operation root, List<? extends RewritePattern> patterns, GreedyConfig config, DialectRegistry registry) {
    return new GreedyRewriter(root, patterns, config, registry).run();
  }

  /** Rewrites with the default configuration. */
  public static GreedyResult apply(Operation root, List<? extends RewritePattern> patterns, DialectRegistry registry) {
    return apply(root, patterns, GreedyConfig.DEFAULT, registry);
  }

  private GreedyResult run() {
    listener.driverStarts("greedy-rewriter", root);
    boolean settled = true;
    var others = new ArrayList<Operation>();
    // What stands in an operation that is isolated is finished before the next one: nothing goes from one to the other.
    for (var region : root.regions()) {
      for (var block : region.blocks()) {
        for (var op : block) {
          if (isIndependent(op)) {
            settled &= settle(List.of(op), false);
            folder.clear();
          } else {
            others.add(op);
          }
        }
      }
    }
    settled &= settle(others, true);
    if (!settled && unsettled.isEmpty()) {
      unsettled.add("simplification of regions");
    }
    return new GreedyResult(everChanged, settled ? List.of() : List.copyOf(unsettled));
  }

  private static boolean isIndependent(Operation op) {
    return op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE) && op.operandCount() == 0 && op.resultCount() == 0;
  }

  /**
   * Sweeps over some operations, and what is in them, until nothing changes; returns whether it came to that.
   *
   * @param withRoot whether they stand in the root's regions together, which are looked at too then
   */
  private boolean settle(List<Operation> ops, boolean withRoot) {
    for (int i = 0; i != config.maxIterations(); i++) {
      if (rewrites >= limit) {
        return false;
      }
      changed = false;
      lastSweep = i == config.maxIterations() - 1;
      collect(ops, withRoot);
      if (i == 0) {
        size += swept.size();
        budget = REWRITES_PER_OPERATION * Math.max(1000, size);
      }
      sweep();
      if (regionsChanged) {
        collect(ops, withRoot);
      }
      changed |= simplifyRegions();
      everChanged |= changed;
      if (!changed) {
        return true;
      }
    }
    return false;
  }

  private void collect(List<Operation> ops, boolean withRoot) {
    swept.clear();
    regionsChanged = false;
    if (withRoot) {
      swept.add(root);
    }
    for (var op : ops) {
      if (op.isInBlock()) {
        op.walkPreOrder(swept::add);
      }
    }
  }

  private void sweep() {
    if (folds) {
      // In program order, so that a constant met later never takes the place of one that stands before it.
      for (var op : swept) {
        if (rewrites < limit && op != root && ConstantFolding.isConstant(op)) {
          unify(op);
        }
      }
    }
    // All are visited below. One that waits from before would come too early.
    worklist.clear();
    worklist.pushAll(config.does(Choice.TOP_DOWN) ? swept : swept.reversed());
    worklist.remove(root);
    for (var op = worklist.pop(); op.isPresent() && rewrites < limit; op = worklist.pop()) {
      process(op.get());
      // Operands are created before what uses them, and visited first: a use then sees what they fold to.
      worklist.pushAll(created);
      created.clear();
    }
  }

  private boolean simplifyRegions() {
    boolean merges = config.does(Choice.CANONICALIZE);
    boolean erases = config.does(Choice.SIMPLIFY_REGIONS);
    if (!merges && !erases || !listener.mayRewrite(root)) {
      return false;
    }
    listener.trying("(simplify regions)", root);
    return told("(simplify regions)", new RegionSimplification(merges, erases, tracker).run(swept));
  }

  /** Tells the listener what came of a rewrite, and returns it. */
  private boolean told(String rewrite, boolean applied) {
    if (applied) {
      listener.applied(rewrite);
    } else {
      listener.refused(rewrite, "");
    }
    return applied;
  }

  private boolean unify(Operation constant) {
    if (!listener.mayRewrite(constant)) {
      return false;
    }
    listener.trying("(unify constants)", constant);
    var known = folder.unify(constant);
    if (known.isPresent()) {
      replace(constant, List.of(known.get()));
    }
    return told("(unify constants)", known.isPresent());
  }

  private void process(Operation op) {
    listener.visiting(op);
    if (!listener.mayRewrite(op)) {
      return;
    }
    if (Effects.isTriviallyDead(op)) {
      listener.trying("(erase dead)", op);
      erase(op);
      listener.applied("(erase dead)");
    } else if (!folds || !fold(op)) {
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
    listener.trying("(fold)", op);
    var values = folder.fold(op);
    if (values.isPresent()) {
      replace(op, values.get());
    }
    return told("(fold)", values.isPresent());
  }

  private void moveConstantRight(Operation op) {
    if (op.definition().hasTrait(Trait.COMMUTATIVE) && op.operandCount() == 2 && ConstantFolding.constant(op.operand(0)).isPresent()
        && ConstantFolding.constant(op.operand(1)).isEmpty()) {
      listener.trying("(constant to the right)", op);
      op.setOperands(List.of(op.operand(1), op.operand(0)));
      tracker.modified(op);
      listener.applied("(constant to the right)");
      changed = true;
    }
  }

  private void replace(Operation op, List<Value> values) {
    countFold(op);
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
    boolean watched = listener != RewriteListener.NONE;
    PatternRewriter rewriter = null;
    for (int i = 0; i < candidates.size(); i++) {
      var pattern = candidates.get(i);
      if (!watched && !pattern.mayMatch(op)) {
        continue;
      }
      if (rewriter == null) {
        rewriter = new PatternRewriter(op, tracker);
      }
      checks.before(op);
      if (watched) {
        listener.trying(pattern.name(), op);
      }
      rewriter.builder().setInsertionPoint(op);
      boolean applied = pattern.matchAndRewrite(op, rewriter);
      checks.after(pattern, applied);
      if (watched) {
        told(pattern.name(), applied);
      }
      if (applied) {
        count(pattern.name(), op);
        return;
      }
    }
  }

  /** Names are made only where someone may read them: near the end of the budget, and in the last sweep. */
  private boolean isRecording() {
    return lastSweep || rewrites >= Math.min(budget, limit) - RewriteTrace.LENGTH;
  }

  private void countFold(Operation op) {
    count(isRecording() ? "fold of " + op.name() : "", op);
  }

  private void count(String what, Operation op) {
    changed = true;
    if (isRecording()) {
      trace.add(what, op.location());
      unsettled.add(what);
    }
    if (++rewrites > budget) {
      throw new EndlessRewrite(root.name(), budget, trace);
    }
  }

  /** Keeps the worklist true to the IR and passes everything on. */
  private final class Tracker implements RewriteListener {
    private final Consumer<OpOperand> pushOwner = use -> worklist.push(use.owner());

    @Override
    public void created(Operation op) {
      checks.heard("created", op);
      if (op.regions().isEmpty()) {
        created.add(op);
      } else {
        op.walkPreOrder(created::add);
        regionsChanged = true;
      }
      listener.created(op);
    }

    @Override
    public void modified(Operation op) {
      checks.heard("modified", op);
      worklist.push(op);
      listener.modified(op);
    }

    @Override
    public void replacing(Operation op, List<? extends Value> values) {
      checks.heard("replaced", op);
      for (int i = 0; i < op.resultCount(); i++) {
        op.result(i).forEachUse(pushOwner);
      }
      listener.replacing(op, values);
    }

    @Override
    public void erasing(Operation op) {
      checks.heard("erased", op);
      if (op.regions().isEmpty()) {
        forget(op, op);
      } else {
        op.walk(inner -> forget(inner, op));
        regionsChanged = true;
      }
      listener.erasing(op);
    }

    /** Forgets what goes with {@code erased}, and visits the operations outside whose results it used. */
    private void forget(Operation op, Operation erased) {
      worklist.remove(op);
      folder.erased(op);
      for (int i = 0; i < op.operandCount(); i++) {
        if (op.operand(i) instanceof OpResult result && !erased.isAncestorOf(result.owner())) {
          worklist.push(result.owner());
        }
      }
    }
  }
}
