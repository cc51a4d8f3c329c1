package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.IntegerType;

/** {@code merge c (A -> a) (B -> b)}: complementary streams joined. */
public final class MergeOp extends Operation {
  private static final OpSpec<MergeOp> SPEC = OpDefinition.named("reactive.merge", MergeOp.class, MergeOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.INTEGER);
  private static final OperandHandle BRANCHES = SPEC.variadicOperand("branches", Types.ANY);
  static {
    SPEC.result("result", Types.ANY);
  }

  private static final AttributeHandle<DenseArrayAttr> CASES = SPEC.attribute("cases", DenseArrayAttr.class, "the condition's value for each branch, i64", DenseArrayAttr.of(IntegerType.I64));
  public static final OpDefinition<MergeOp> DEFINITION = SPEC.summary("join complementary streams")
      .description("""
          `branches[i]` is present exactly where `condition` equals `cases[i]`; the result is the one that is present.""")
      .infer(state -> List.of(state.operands().get(1).type()))
      .effects()
      .assembly(new MergeFormat())
      .verify(MergeOp::check).build();

  MergeOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public List<Value> branches() {
    return BRANCHES.all(this);
  }

  /** The condition's value for each branch. */
  public long[] cases() {
    return CASES.in(this).longs();
  }

  private static void check(MergeOp op, DiagnosticEngine diagnostics) {
    if (op.cases().length != op.branches().size()) {
      diagnostics.opError(op, "has " + op.cases().length + " cases for " + op.branches().size() + " branches");
    }
    for (var branch : op.branches()) {
      if (!branch.type().equals(op.result().type())) {
        diagnostics.opError(op, "joins " + branch.type() + " into a stream of " + op.result().type());
      }
    }
  }
}
