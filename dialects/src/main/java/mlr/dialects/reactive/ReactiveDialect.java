package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.definition.OpDefinition;

/** Synchronous programs: nodes, delays in both directions of time, clocks, segments. */
public final class ReactiveDialect implements Dialect {
  public static final String NAMESPACE = "reactive";

  @Override
  public String namespace() {
    return NAMESPACE;
  }

  @Override
  public String description() {
    return """
        MLR programs as they are written: nodes whose bodies are graphs of equations between streams. A stream of T has the SSA
        type T; clocks are the result of an analysis. Nothing says when or where anything is stored.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(NodeOp.DEFINITION, ReturnOp.DEFINITION, FbyOp.DEFINITION, PreOp.DEFINITION, ArrowOp.DEFINITION, PostOp.DEFINITION,
        WhenOp.DEFINITION, MergeOp.DEFINITION, CurrentOp.DEFINITION, WordOp.DEFINITION, InstanceOp.DEFINITION, CallOp.DEFINITION,
        ResetOp.DEFINITION, YieldOp.DEFINITION, SegmentOp.DEFINITION, SegmentYieldOp.DEFINITION, ThenOp.DEFINITION, ThenYieldOp.DEFINITION,
        InitialOp.DEFINITION, FinalOp.DEFINITION, AllOp.DEFINITION, ReplayOp.DEFINITION, ParamOp.DEFINITION, AssertOp.DEFINITION);
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith", "tensor", "math");
  }
}
