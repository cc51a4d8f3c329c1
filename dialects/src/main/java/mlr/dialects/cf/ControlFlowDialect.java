package mlr.dialects.cf;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.definition.OpDefinition;

/** Upstream's cf dialect: branches between blocks. */
public final class ControlFlowDialect implements Dialect {
  @Override
  public String namespace() {
    return "cf";
  }

  @Override
  public String description() {
    return "Unstructured control flow: branches between the blocks of one region, with upstream MLIR's names, syntax and meaning.";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(BranchOp.DEFINITION, CondBranchOp.DEFINITION, SwitchOp.DEFINITION, AssertOp.DEFINITION);
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith");
  }
}
