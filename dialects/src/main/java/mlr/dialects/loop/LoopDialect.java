package mlr.dialects.loop;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.definition.OpDefinition;

/** Structured control flow, upstream's scf under our name. */
public final class LoopDialect implements Dialect {
  @Override
  public String namespace() {
    return "loop";
  }

  @Override
  public String description() {
    return """
        Structured loops and conditionals; syntax and meaning are those of upstream MLIR's scf. Values that change from iteration to iteration
        are carried as operands, region arguments and results.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(ForOp.DEFINITION, IfOp.DEFINITION, WhileOp.DEFINITION, ConditionOp.DEFINITION, YieldOp.DEFINITION);
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith");
  }
}
