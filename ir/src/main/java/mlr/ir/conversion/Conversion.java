package mlr.ir.conversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;
import mlr.ir.conversion.TypeConverter.Kind;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.EndlessRewrite;
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
  private final List<ConversionPattern> patterns;
  private final Map<OpDefinition<?>, List<ConversionPattern>> candidates = new IdentityHashMap<>();
  private final TypeConverter converter;
  private final DiagnosticEngine diagnostics;
  private final boolean full;
  private final Set<Operation> erased = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Operation, Kind> casts = new IdentityHashMap<>();
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final Map<Pending, List<String>> refusals = new LinkedHashMap<>();
  private final RewriteListener listener;

  /** An operation to look at, and the pattern that made it; blank when it was there from the start. */
  private record Pending(Operation op, String madeBy) {}

  private Conversion(ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics, boolean full,
      RewriteListener listener) {
    this.listener = listener;
    this.target = target;
    this.patterns = patterns.stream().sorted(Comparator.comparingInt(ConversionPattern::benefit).reversed()).toList();
    this.converter = converter;
    this.diagnostics = diagnostics;
    this.full = full;
  }

  /** Converts what is nested in {@code root}; operations that the target says nothing of may stay. Returns whether no illegal one is left. */
  public static boolean applyPartial(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return new Conversion(target, patterns, converter, diagnostics, false, RewriteListener.NONE).run(root);
  }

  /** Converts what is nested in {@code root}; all operations left must be said to be legal. Returns whether they are. */
  public static boolean applyFull(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return applyFull(root, target, patterns, converter, diagnostics, RewriteListener.NONE);
  }

  /** The same while {@code listener} hears of every pattern that is tried. */
  public static boolean applyFull(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics,
      RewriteListener listener) {
    return new Conversion(target, patterns, converter, diagnostics, true, listener).run(root);
  }

  private boolean run(Operation root) {
    int errors = diagnostics.errorCount();
    listener.driverStarts("dialect-conversion", root);
    var trace = new RewriteTrace();
    root.walkPreOrder(op -> {
      if (op != root) {
        pending.add(new Pending(op, ""));
      }
    });
    long budget = REWRITES_PER_OPERATION * Math.max(1000, pending.size());
    for (long rewrites = 0; !pending.isEmpty(); ) {
      var next = pending.remove();
      var applied = legalize(next);
      if (applied.isPresent()) {
        if (rewrites > budget - RewriteTrace.LENGTH) {
          trace.add(applied.get().name(), next.op().location());
        }
        if (++rewrites > budget) {
          throw new EndlessRewrite(root.name(), budget, trace);
        }
      }
    }
    refusals.forEach(this::report);
    CastReconciliation.run(root, converter, casts);
    reportCasts(root);
    return diagnostics.errorCount() == errors;
  }

  private boolean isLegal(Operation op) {
    return op instanceof UnrealizedConversionCastOp || target.isLegal(op).orElse(!full);
  }

  private List<ConversionPattern> candidates(Operation op) {
    return candidates.computeIfAbsent(op.definition(), definition ->
        patterns.stream().filter(pattern -> pattern.rootName().isEmpty() || pattern.rootName().equals(definition.name())).toList());
  }

  private Optional<ConversionPattern> legalize(Pending next) {
    var op = next.op();
    if (erased.contains(op) || isLegal(op)) {
      return Optional.empty();
    }
    listener.visiting(op);
    var reasons = new ArrayList<String>();
    for (var pattern : listener.mayRewrite(op) ? candidates(op) : List.<ConversionPattern>of()) {
      var created = new ArrayList<Operation>();
      listener.trying(pattern.name(), op);
      switch (apply(pattern, op, created)) {
        case MatchResult.MatchFailure(var reason) -> {
          listener.refused(pattern.name(), reason);
          reasons.add("pattern '" + pattern.name() + "' does not apply: " + reason);
        }
        case MatchResult.Applied _ -> {
          listener.applied(pattern.name());
          created.reversed().forEach(newOp -> pending.addFirst(new Pending(newOp, pattern.name())));
          if (!erased.contains(op) && !isLegal(op)) {
            refusals.put(next, List.of("pattern '" + pattern.name() + "' changed it in place, but it still is not legal"));
          }
          return Optional.of(pattern);
        }
      }
    }
    refusals.put(next, reasons);
    return Optional.empty();
  }

  private MatchResult apply(ConversionPattern pattern, Operation op, List<Operation> created) {
    var rewriter = new ConversionRewriter(op, converter, casts, new RewriteListener() {
      @Override
      public void created(Operation newOp) {
        newOp.walkPreOrder(created::add);
        listener.created(newOp);
      }

      @Override
      public void modified(Operation changedOp) {
        listener.modified(changedOp);
      }

      @Override
      public void replacing(Operation oldOp, List<? extends Value> values) {
        listener.replacing(oldOp, values);
      }

      @Override
      public void erasing(Operation oldOp) {
        oldOp.walk(erased::add);
        listener.erasing(oldOp);
      }
    });
    var operands = new ArrayList<List<Value>>();
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
    if (erased.contains(op) || isLegal(op)) {
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

  private void reportCasts(Operation root) {
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
