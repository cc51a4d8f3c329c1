package mlr.dialects.reactive.clock;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.WhenOp;
import mlr.ir.BlockArgument;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.dataflow.SparseFacts;
import mlr.ir.dataflow.SparseForwardAnalysis;
import mlr.ir.dataflow.SparseForwardSolver;
import mlr.ir.diagnostics.DebugLog;

/**
 * When each stream of a node is present, as far as what it is computed from tells: the part of the clock calculus in which information
 * flows forward, without unification. What users alone tie to a clock, and what passes through instances and regions, stays open.
 * Where it gives a clock, {@link ClockAnalysis} gives the same.
 */
public final class ClockPresence implements SparseForwardAnalysis<ClockPresence.Presence> {
  /** When a stream is present. */
  public sealed interface Presence {
    /** Whenever it is asked for: nothing that has a clock has gone into it. */
    record Always() implements Presence {}

    /** On a clock. */
    record On(Clock clock) implements Presence {}

    /** Not known from here. */
    record Open() implements Presence {}

    /** The clock, if it is known. */
    default Optional<Clock> known() {
      return this instanceof On(Clock clock) ? Optional.of(clock) : Optional.empty();
    }
  }

  private static final Presence ALWAYS = new Presence.Always();
  private static final Presence OPEN = new Presence.Open();

  private final Conditions conditions = new Conditions();
  private final Map<Value, Presence> inputs = new HashMap<>();

  private ClockPresence(NodeOp node, Operation module) {
    var ports = NodeInterface.ofNode(module, node).inputs();
    var named = new HashMap<String, Value>();
    for (int i = 0; i < ports.size(); i++) {
      named.put(ports.get(i).name(), node.body().argument(i));
    }
    for (int i = 0; i < ports.size(); i++) {
      var steps = ports.get(i).clock().steps();
      boolean known = steps.stream().allMatch(step -> named.containsKey(step.condition()));
      Clock clock = new Clock.Base(node);
      for (var step : known ? steps : steps.subList(0, 0)) {
        clock = new Clock.On(clock, conditions.canonical(named.get(step.condition())), step.value());
      }
      inputs.put(node.body().argument(i), known ? new Presence.On(clock) : OPEN);
    }
  }

  /** The presence of all streams of {@code node}. */
  public static SparseFacts<Presence> of(NodeOp node, Operation module) {
    return SparseForwardSolver.solve(new ClockPresence(node, module), node, DebugLog.OFF);
  }

  @Override
  public Presence newBoundaryFact(Value value) {
    return value instanceof BlockArgument ? inputs.getOrDefault(value, OPEN) : OPEN;
  }

  @Override
  public Presence newInitialFact() {
    return ALWAYS;
  }

  @Override
  public Presence meet(Presence a, Presence b) {
    return a.equals(ALWAYS) || a.equals(b) ? b : b.equals(ALWAYS) ? a : OPEN;
  }

  @Override
  public List<Presence> transferNode(Operation op, List<Presence> operands) {
    return Collections.nCopies(op.resultCount(), switch (op) {
      case WhenOp when -> meet(presence(op, when.operand(), operands), presence(op, when.condition(), operands)) instanceof Presence.On(Clock clock)
          ? new Presence.On(new Clock.On(clock, conditions.canonical(when.condition()), when.value())) : OPEN;
      case MergeOp merge -> presence(op, merge.condition(), operands);
      case CurrentOp hold -> presence(op, hold.sampled(), operands) instanceof Presence.On(Clock.On(Clock parent, var _, var _)) ? new Presence.On(parent) : OPEN;
      case InstanceOp _ -> OPEN;
      case Operation plain when plain.regions().isEmpty() -> operands.stream().reduce(ALWAYS, this::meet);
      default -> OPEN;
    });
  }

  private static Presence presence(Operation op, Value operand, List<Presence> operands) {
    return operands.get(op.operands().indexOf(operand));
  }
}
