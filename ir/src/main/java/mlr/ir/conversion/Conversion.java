package mlr.ir.conversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
  /** How many rewrites each operation of the program may lead to on average, which counts as one of so many operations if it has fewer. */
  private static final long REWRITES_PER_OPERATION = 1000;
  private static final long FEW_OPERATIONS = 1000;

  private final ConversionTarget target;
  private final PatternIndex<ConversionPattern> patterns;
  private final TypeConverter converter;
  private final DiagnosticEngine diagnostics;
  private final boolean full;
  private final ConversionCasts casts = new ConversionCasts();
  private final ArrayDeque<Operation> initial = new ArrayDeque<>();
  private final Consumer<Operation> noteInitial = this::noteInitial;
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final Map<Pending, List<String>> refusals = new LinkedHashMap<>();
  private final RewriteListener listener;
  private final ConversionRewriter rewriter;
  private final Operation root;
  private final Operation outermost;
  private final RewriteTrace trace = new RewriteTrace();

  /** What stands directly in the root and was not looked at yet. */
  private final ArrayDeque<Operation> parts = new ArrayDeque<>();

  /** How many operations the program had as far as it was looked at, how many rewrites they led to, and how many they may lead to. */
  private long looked;
  private long rewrites;
  private long budget = REWRITES_PER_OPERATION * FEW_OPERATIONS;

  /** An operation to look at, and the pattern that made it; blank when it was there from the start. */
  private record Pending(Operation op, String madeBy) {}

  private Conversion(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics, boolean full,
      RewriteListener listener) {
    this.root = root;
    this.outermost = outermost(root);
    this.listener = listener;
    this.target = target;
    this.patterns = new PatternIndex<>(patterns);
    this.converter = converter;
    this.diagnostics = diagnostics;
    this.full = full;
    this.rewriter = new ConversionRewriter(root, converter, casts, listener);
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
      for (var block : region.blocks()) {
        parts.addAll(block.operations());
      }
    }
    while (!parts.isEmpty()) {
      convertAllIn(parts.remove());
    }
    refusals.forEach(this::report);
    if (casts.mayBeThere() && CastReconciliation.run(root, converter, casts)) {
      reportCasts();
    }
    return diagnostics.errorCount() == errors;
  }

  /** Converts {@code part}, which stands directly in the root, and all that is nested in it now: right after these were looked up, as they are at hand then. */
  private void convertAllIn(Operation part) {
    part.walkPreOrder(noteInitial);
    looked += initial.size();
    while (!initial.isEmpty()) {
      legalize(initial.remove(), "");
      while (!pending.isEmpty()) {
        var next = pending.pop();
        legalize(next.op(), next.madeBy());
      }
    }
  }

  private void noteInitial(Operation op) {
    initial.add(op);
    if (op instanceof UnrealizedConversionCastOp) {
      casts.met();
    }
  }

  private void count(ConversionPattern pattern, Operation op) {
    if (rewrites == REWRITES_PER_OPERATION * FEW_OPERATIONS - RewriteTrace.LENGTH) {
      // Only now does it matter how many operations there are in all.
      parts.forEach(part -> part.walk(_ -> looked++));
      budget = REWRITES_PER_OPERATION * Math.max(FEW_OPERATIONS, looked);
    }
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

  private void legalize(Operation op, String madeBy) {
    if (isErased(op) || isLegal(op)) {
      return;
    }
    listener.visiting(op);
    var candidates = patterns.candidates(op);
    int tried = listener.mayRewrite(op) ? candidates.size() : 0;
    List<String> reasons = List.of();
    for (int n = 0; n < tried; n++) {
      var pattern = candidates.get(n);
      listener.trying(pattern.name(), op);
      if (apply(pattern, op) instanceof MatchResult.MatchFailure(var reason)) {
        listener.refused(pattern.name(), reason);
        reasons = reasons.isEmpty() ? new ArrayList<>() : reasons;
        reasons.add("pattern '" + pattern.name() + "' does not apply: " + reason);
        continue;
      }
      listener.applied(pattern.name());
      var newOps = rewriter.newOperations();
      for (int i = newOps.size() - 1; i >= 0; i--) {
        if (!isLegal(newOps.get(i))) {
          pending.push(new Pending(newOps.get(i), pattern.name()));
        }
      }
      if (!isErased(op) && !isLegal(op)) {
        refusals.put(new Pending(op, madeBy), List.of("pattern '" + pattern.name() + "' changed it in place, but it still is not legal"));
      }
      count(pattern, op);
      return;
    }
    refusals.put(new Pending(op, madeBy), reasons);
  }

  private MatchResult apply(ConversionPattern pattern, Operation op) {
    rewriter.turnTo(op);
    if (pattern.takesSeveral()) {
      return applyToSeveral(pattern, op);
    }
    var operands = new ArrayList<Value>(op.operandCount());
    for (int i = 0; i < op.operandCount(); i++) {
      var operand = op.operand(i);
      var type = converter.convert(operand.type());
      if (type.isEmpty()) {
        return applyToSeveral(pattern, op);
      }
      operands.add(rewriter.cast(operand, type.get(), operand.location()));
    }
    return pattern.matchAndRewrite(op, operands, rewriter);
  }

  private MatchResult applyToSeveral(ConversionPattern pattern, Operation op) {
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
