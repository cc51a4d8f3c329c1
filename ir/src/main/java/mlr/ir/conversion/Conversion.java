package mlr.ir.conversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.EndlessRewrite;
import mlr.ir.rewrite.PatternIndex;
import mlr.ir.rewrite.RewriteListener;
import mlr.ir.rewrite.RewriteTrace;

/**
 * Turns illegal operations into legal ones by patterns, outer operations before those in them, and what a pattern creates
 * right after it. Patterns take effect at once and nothing is rolled back: after a failure the IR is a mixture that only
 * diagnostics should look at. Casts between old and new types that are left over cancel out, or become what the type
 * converter materializes; any that remain must be legal themselves.
 */
public final class Conversion {
  /** How many rewrites each operation of the program may lead to on average, for at least a thousand operations. */
  private static final long REWRITES_PER_OPERATION = 1000;

  private final ConversionTarget target;
  private final PatternIndex<ConversionPattern> patterns;
  private final TypeConverter converter;
  private final DiagnosticEngine diagnostics;
  private final boolean full;
  private final ConversionCasts casts = new ConversionCasts();
  private final ArrayDeque<Operation> initial = new ArrayDeque<>();
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final Map<Pending, List<String>> refusals = new LinkedHashMap<>();
  private final RewriteListener listener;
  private final CreatedOperations created;
  private final Operation root;
  private final Operation outermost;
  private final RewriteTrace trace = new RewriteTrace();

  /** How many operations the program had as far as it was looked at, and how many rewrites they led to. */
  private long looked;
  private long rewrites;

  /** An operation to look at, and the pattern that made it; blank when it was there from the start. */
  private record Pending(Operation op, String madeBy) {}

  private Conversion(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics, boolean full,
      RewriteListener listener) {
    this.root = root;
    this.outermost = outermost(root);
    this.listener = listener;
    this.created = new CreatedOperations(listener);
    this.target = target;
    this.patterns = new PatternIndex<>(patterns);
    this.converter = converter;
    this.diagnostics = diagnostics;
    this.full = full;
  }

  /** Converts what is nested in {@code root}; operations that the target says nothing of may stay. Returns whether no illegal one is left. */
  public static boolean applyPartial(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return new Conversion(root, target, patterns, converter, diagnostics, false, RewriteListener.NONE).run();
  }

  /** Converts what is nested in {@code root}; all operations left must be said to be legal. Returns whether they are. */
  public static boolean applyFull(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return applyFull(root, target, patterns, converter, diagnostics, RewriteListener.NONE);
  }

  /** The same while {@code listener} hears of every pattern that is tried. */
  public static boolean applyFull(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics,
      RewriteListener listener) {
    return new Conversion(root, target, patterns, converter, diagnostics, true, listener).run();
  }

  private boolean run() {
    int errors = diagnostics.errorCount();
    listener.driverStarts("dialect-conversion", root);
    for (var region : root.regions()) {
      for (var block : List.copyOf(region.blocks())) {
        block.operations().forEach(this::convertAllIn);
      }
    }
    refusals.forEach(this::report);
    if (casts.mayBeThere() && CastReconciliation.run(root, converter, casts)) {
      reportCasts();
    }
    return diagnostics.errorCount() == errors;
  }

  /** Converts {@code part}, which stands directly in the root, and all that is nested in it now: right after these were looked up, as they are at hand then. */
  private void convertAllIn(Operation part) {
    if (isErased(part)) {
      return;
    }
    part.walkPreOrder(op -> {
      initial.add(op);
      if (op instanceof UnrealizedConversionCastOp) {
        casts.met();
      }
    });
    looked += initial.size();
    while (!initial.isEmpty()) {
      pending.push(new Pending(initial.remove(), ""));
      while (!pending.isEmpty()) {
        var next = pending.pop();
        legalize(next).ifPresent(pattern -> count(pattern, next.op()));
      }
    }
  }

  private void count(ConversionPattern pattern, Operation op) {
    long budget = REWRITES_PER_OPERATION * Math.max(1000, looked);
    if (rewrites > budget - RewriteTrace.LENGTH) {
      trace.add(pattern.name(), op.location());
    }
    if (++rewrites > budget) {
      throw new EndlessRewrite(root.name(), budget, trace);
    }
  }

  private static Operation outermost(Operation op) {
    var outer = op.parentOp();
    return outer.isEmpty() ? op : outermost(outer.get());
  }

  /** Erased operations are those that the program no longer encloses: a look at the few parents costs less than a set of them. */
  private boolean isErased(Operation op) {
    return !outermost.isAncestorOf(op);
  }

  private boolean isLegal(Operation op) {
    return op instanceof UnrealizedConversionCastOp || target.isLegal(op).orElse(!full);
  }

  private Optional<ConversionPattern> legalize(Pending next) {
    var op = next.op();
    if (isErased(op) || isLegal(op)) {
      return Optional.empty();
    }
    listener.visiting(op);
    var reasons = new ArrayList<String>(0);
    for (var pattern : listener.mayRewrite(op) ? patterns.candidates(op) : List.<ConversionPattern>of()) {
      listener.trying(pattern.name(), op);
      if (apply(pattern, op) instanceof MatchResult.MatchFailure(var reason)) {
        listener.refused(pattern.name(), reason);
        reasons.add("pattern '" + pattern.name() + "' does not apply: " + reason);
        continue;
      }
      listener.applied(pattern.name());
      var newOps = created.all();
      for (int i = newOps.size() - 1; i >= 0; i--) {
        if (!isLegal(newOps.get(i))) {
          pending.push(new Pending(newOps.get(i), pattern.name()));
        }
      }
      if (!isErased(op) && !isLegal(op)) {
        refusals.put(next, List.of("pattern '" + pattern.name() + "' changed it in place, but it still is not legal"));
      }
      return Optional.of(pattern);
    }
    refusals.put(next, reasons);
    return Optional.empty();
  }

  private MatchResult apply(ConversionPattern pattern, Operation op) {
    created.clear();
    var rewriter = new ConversionRewriter(op, converter, casts, created);
    if (pattern.takesSeveral()) {
      return applyToSeveral(pattern, op, rewriter);
    }
    var operands = new ArrayList<Value>(op.operandCount());
    for (int i = 0; i < op.operandCount(); i++) {
      var operand = rewriter.remap(op.operand(i));
      if (operand.isEmpty()) {
        return applyToSeveral(pattern, op, rewriter);
      }
      operands.add(operand.get());
    }
    return pattern.matchAndRewrite(op, operands, rewriter);
  }

  private static MatchResult applyToSeveral(ConversionPattern pattern, Operation op, ConversionRewriter rewriter) {
    var operands = new ArrayList<List<Value>>(op.operandCount());
    for (int i = 0; i < op.operandCount(); i++) {
      var operand = rewriter.remapToSeveral(op.operand(i));
      if (operand.isEmpty()) {
        return MatchResult.failure("operand #" + i + " is of type '" + op.operand(i).type() + "', which no rule converts");
      }
      operands.add(operand.get());
    }
    return pattern.matchAndRewriteSeveral(op, operands, rewriter);
  }

  private void report(Pending left, List<String> reasons) {
    var op = left.op();
    if (isErased(op) || isLegal(op)) {
      return;
    }
    var diagnostic = diagnostics.error(op.location(), "failed to legalize operation '" + op.name() + "'"
        + (target.condition(op).isEmpty() && target.isLegal(op).isPresent() ? " that was explicitly marked illegal" : ""));
    diagnostic.note("its types are (" + types(op.operands()) + ") -> (" + types(op.results()) + ")");
    target.condition(op).ifPresent(condition -> diagnostic.note("it is legal only if " + condition));
    if (!left.madeBy().isEmpty()) {
      diagnostic.note("it was made by pattern '" + left.madeBy() + "'");
    }
    reasons.forEach(diagnostic::note);
    if (reasons.isEmpty()) {
      diagnostic.note("no pattern converts '" + op.name() + "'");
    }
  }

  private static String types(List<? extends Value> values) {
    return values.stream().map(value -> value.type().toString()).collect(Collectors.joining(", "));
  }

  private void reportCasts() {
    if (!refusals.isEmpty()) {
      return;
    }
    for (var cast : root.collect(UnrealizedConversionCastOp.class)) {
      if (!target.isLegal(cast).orElse(false)) {
        var user = cast.results().stream().flatMap(result -> result.users().stream()).findFirst().orElse(cast);
        diagnostics.error(cast.location(), "failed to legalize unresolved materialization from (" + types(cast.operands()) + ") to ("
            + types(cast.results()) + ") that remained live after conversion")
            .note(user.location(), "see existing live user here: " + user.name());
      }
    }
  }
}
