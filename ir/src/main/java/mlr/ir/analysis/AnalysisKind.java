package mlr.ir.analysis;

import java.util.function.Function;
import mlr.ir.Operation;
import mlr.ir.dataflow.Liveness;

/**
 * A kind of analysis that an {@link AnalysisManager} keeps: what computes it, and what of the IR it reads.
 *
 * @param name for statistics and debugging
 * @param reads what it depends on; as long as that is the same, so is the result
 * @param compute makes the result for what is in an operation
 */
public record AnalysisKind<A>(String name, Aspect reads, Function<Operation, A> compute) {
  /** Parts of the IR that analyses read. */
  public enum Aspect {
    /** Blocks and successors, and the operations that run their regions again and again. */
    CONTROL_FLOW,
    /** Symbols and the attributes that name them. */
    SYMBOLS,
    /** Everything. */
    ALL
  }

  public static final AnalysisKind<DominanceInfo> DOMINANCE = new AnalysisKind<>("dominance", Aspect.CONTROL_FLOW, DominanceInfo::of);
  public static final AnalysisKind<LoopInfo> LOOPS = new AnalysisKind<>("loops", Aspect.CONTROL_FLOW, LoopInfo::new);
  public static final AnalysisKind<CallGraph> CALL_GRAPH = new AnalysisKind<>("call-graph", Aspect.SYMBOLS, CallGraph::new);
  public static final AnalysisKind<AliasAnalysis> ALIASES = new AnalysisKind<>("aliases", Aspect.ALL, AliasAnalysis::new);
  public static final AnalysisKind<Liveness> LIVENESS = new AnalysisKind<>("liveness", Aspect.ALL, Liveness::new);

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof AnalysisKind<?> kind && name.equals(kind.name) && reads == kind.reads && compute.equals(kind.compute);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
