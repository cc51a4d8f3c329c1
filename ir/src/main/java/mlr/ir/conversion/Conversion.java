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
  private final TypeConverter converter;
  private final DiagnosticEngine diagnostics;
  private final boolean full;
  private final Set<Operation> erased = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Operation> pending = new ArrayDeque<>();
  private final Map<Operation, List<String>> refusals = new LinkedHashMap<>();

  private Conversion(ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics, boolean full) {
    this.target = target;
    this.patterns = patterns.stream().sorted(Comparator.comparingInt(ConversionPattern::benefit).reversed()).toList();
    this.converter = converter;
    this.diagnostics = diagnostics;
    this.full = full;
  }

  /** Converts what is nested in {@code root}; operations that the target says nothing of may stay. Returns whether no illegal one is left. */
  public static boolean applyPartial(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return new Conversion(target, patterns, converter, diagnostics, false).run(root);
  }

  /** Converts what is nested in {@code root}; all operations left must be said to be legal. Returns whether they are. */
  public static boolean applyFull(Operation root, ConversionTarget target, List<ConversionPattern> patterns, TypeConverter converter, DiagnosticEngine diagnostics) {
    return new Conversion(target, patterns, converter, diagnostics, true).run(root);
  }

  private boolean run(Operation root) {
    int errors = diagnostics.errorCount();
    var trace = new RewriteTrace();
    root.walkPreOrder(op -> {
      if (op != root) {
        pending.add(op);
      }
    });
    long budget = REWRITES_PER_OPERATION * Math.max(1000, pending.size());
    for (long rewrites = 0; !pending.isEmpty(); ) {
      var op = pending.remove();
      var applied = legalize(op);
      if (applied.isPresent()) {
        if (rewrites > budget - RewriteTrace.LENGTH) {
          trace.add(applied.get().name(), op.location());
        }
        if (++rewrites > budget) {
          throw new EndlessRewrite(root.name(), budget, trace);
        }
      }
    }
    refusals.forEach(this::report);
    CastReconciliation.run(root, converter);
    reportCasts(root);
    return diagnostics.errorCount() == errors;
  }

  private boolean isLegal(Operation op) {
    return op instanceof UnrealizedConversionCastOp || target.isLegal(op).orElse(!full);
  }

  private Optional<ConversionPattern> legalize(Operation op) {
    if (erased.contains(op) || isLegal(op)) {
      return Optional.empty();
    }
    var reasons = new ArrayList<String>();
    for (var pattern : patterns) {
      if (pattern.rootName().isEmpty() || pattern.rootName().equals(op.name())) {
        var created = new ArrayList<Operation>();
        switch (apply(pattern, op, created)) {
          case MatchResult.MatchFailure(var reason) -> reasons.add("pattern '" + pattern.name() + "' does not apply: " + reason);
          case MatchResult.Applied _ -> {
            created.reversed().forEach(pending::addFirst);
            if (!erased.contains(op) && !isLegal(op)) {
              refusals.put(op, List.of("pattern '" + pattern.name() + "' changed it in place, but it still is not legal"));
            }
            return Optional.of(pattern);
          }
        }
      }
    }
    refusals.put(op, reasons);
    return Optional.empty();
  }

  private MatchResult apply(ConversionPattern pattern, Operation op, List<Operation> created) {
    var rewriter = new ConversionRewriter(op, converter, new RewriteListener() {
      @Override
      public void created(Operation newOp) {
        newOp.walkPreOrder(created::add);
      }

      @Override
      public void erasing(Operation oldOp) {
        oldOp.walk(erased::add);
      }
    });
    var operands = new ArrayList<Value>();
    for (int i = 0; i < op.operandCount(); i++) {
      var operand = rewriter.remap(op.operand(i));
      if (operand.isEmpty()) {
        return MatchResult.failure("operand #" + i + " is of type '" + op.operand(i).type() + "', which no rule converts");
      }
      operands.add(operand.get());
    }
    return pattern.matchAndRewrite(op, operands, rewriter);
  }

  private void report(Operation op, List<String> reasons) {
    if (erased.contains(op) || isLegal(op)) {
      return;
    }
    var diagnostic = diagnostics.error(op.location(), "failed to legalize operation '" + op.name() + "'"
        + (target.isLegal(op).isPresent() ? " that was explicitly marked illegal" : ""));
    diagnostic.note("its types are (" + types(op.operands()) + ") -> (" + types(op.results()) + ")");
    reasons.forEach(diagnostic::note);
    if (reasons.isEmpty()) {
      diagnostic.note("no pattern converts '" + op.name() + "'");
    }
  }

  private static String types(List<? extends Value> values) {
    return values.stream().map(value -> value.type().toString()).collect(Collectors.joining(", "));
  }

  private void reportCasts(Operation root) {
    for (var cast : root.collect(UnrealizedConversionCastOp.class)) {
      if (!target.isLegal(cast).orElse(false) && refusals.isEmpty()) {
        diagnostics.error(cast.location(), "failed to legalize unresolved materialization from (" + types(cast.operands()) + ") to ("
            + types(cast.results()) + ") that remained live after conversion")
            .note(cast.result(0).users().getFirst().location(), "see existing live user here: " + cast.result(0).users().getFirst().name());
      }
    }
  }
}
