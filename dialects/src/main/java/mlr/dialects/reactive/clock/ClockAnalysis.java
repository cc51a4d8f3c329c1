package mlr.dialects.reactive.clock;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.dialects.reactive.NodeOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;

/**
 * The clock of every value in a node, by unification as in Heptagon: samplings fix clocks, every other operation
 * wants its operands and results on one clock, and what is left free runs on the clock of the region it stands in.
 * Constants and whatever is computed from constants alone are on every clock.
 */
public final class ClockAnalysis {
  private final Map<Value, Clock> clocks;
  private final Map<Operation, Clock> activations;
  private final Conditions conditions;
  private final boolean free;

  ClockAnalysis(Map<Value, Clock> clocks, Map<Operation, Clock> activations, Conditions conditions, boolean free) {
    this.clocks = clocks;
    this.activations = activations;
    this.conditions = conditions;
    this.free = free;
  }

  /** Analyses a node that is known to be well clocked. */
  public static ClockAnalysis of(NodeOp node, Operation module) {
    return of(node, module, new DiagnosticEngine());
  }

  /** Analyses a node and reports clashes, each with the two clocks and the variables. */
  public static ClockAnalysis of(NodeOp node, Operation module, DiagnosticEngine diagnostics) {
    return new ClockConstraints(node, module, diagnostics).solve();
  }

  /** The clock of a value; a time-invariant one reports the clock of the region it stands in. */
  public Clock clockOf(Value value) {
    var clock = clocks.get(value);
    if (clock == null) {
      throw new IllegalArgumentException("no clock for a value outside the analysed node");
    }
    return clock;
  }

  /**
   * The clock on which an operation runs: for a segment the clock whose instants it counts, for an instance its base,
   * for a reset block, a then part and anything without results the clock of its operands or of its region.
   */
  public Clock activationOf(Operation op) {
    var clock = activations.get(op);
    return clock != null ? clock : clockOf(op.result(0));
  }

  /** The value that stands for a condition in clocks. */
  public Value canonicalCondition(Value condition) {
    return conditions.canonical(condition);
  }

  /** Whether something runs at every instant of its region for the only reason that nothing ties it to another clock. */
  public boolean hasFreeClocks() {
    return free;
  }

  /** Whether a value never changes and is present on every clock: computed from constants and parameters alone. */
  public static boolean isTimeInvariant(Value value) {
    return isTimeInvariant(value, new IdentityHashMap<>());
  }

  /** {@code known} has false for what is being looked at, so that a value that depends on itself is none. */
  private static boolean isTimeInvariant(Value value, Map<Value, Boolean> known) {
    var before = known.putIfAbsent(value, false);
    if (before != null) {
      return before;
    }
    boolean invariant = value.definingOp().filter(op -> op.definition().hasTrait(mlr.ir.definition.Trait.PURE) && op.regions().isEmpty())
        .filter(op -> op.operands().stream().allMatch(operand -> isTimeInvariant(operand, known))).isPresent();
    known.put(value, invariant);
    return invariant;
  }
}
