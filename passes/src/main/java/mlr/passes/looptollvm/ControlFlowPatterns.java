package mlr.passes.looptollvm;

import java.util.List;
import mlr.dialects.cf.AssertOp;
import mlr.dialects.cf.BranchOp;
import mlr.dialects.cf.CondBranchOp;
import mlr.dialects.cf.SwitchOp;
import mlr.dialects.llvm.Branches.BrOp;
import mlr.dialects.llvm.Branches.CondBrOp;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;

/** Branches. An assertion that fails traps. */
record ControlFlowPatterns(DialectRegistry registry) {
  List<ConversionPattern> all() {
    return List.of(
        ConversionPattern.on(BranchOp.class, BranchOp.DEFINITION.name(), "branch", ControlFlowPatterns::branch),
        ConversionPattern.on(CondBranchOp.class, CondBranchOp.DEFINITION.name(), "conditional branch", ControlFlowPatterns::condition),
        ConversionPattern.on(SwitchOp.class, SwitchOp.DEFINITION.name(), "switch", this::choose),
        ConversionPattern.on(AssertOp.class, AssertOp.DEFINITION.name(), "assertion", this::claim));
  }

  private static MatchResult branch(BranchOp op, List<Value> operands, ConversionRewriter rewriter) {
    rewriter.replaceOpWith(op, BrOp.of(op.target(), operands, op.location()));
    return MatchResult.applied();
  }

  private static MatchResult condition(CondBranchOp op, List<Value> operands, ConversionRewriter rewriter) {
    int split = 1 + op.successorOperands(0).size();
    rewriter.replaceOpWith(op, CondBrOp.of(operands.getFirst(), op.successors().get(0), operands.subList(1, split),
        op.successors().get(1), operands.subList(split, operands.size()), op.location()));
    return MatchResult.applied();
  }

  /** Both dialects write cases in the same attributes. */
  private MatchResult choose(SwitchOp op, List<Value> operands, ConversionRewriter rewriter) {
    var state = OperationState.of(registry.operation("llvm.switch").orElseThrow(), op.location()).operands(operands).attributes(op.attributes());
    op.successors().forEach(state::successor);
    rewriter.replaceOpWith(op, state);
    return MatchResult.applied();
  }

  private MatchResult claim(AssertOp op, List<Value> operands, ConversionRewriter rewriter) {
    var block = op.block().orElseThrow();
    var region = block.region().orElseThrow();
    var rest = region.insertBlock(region.indexOf(block) + 1, new Block());
    block.splitInto(op.nextInBlock().orElseThrow(), rest);
    var failed = region.addBlock();
    var builder = OpBuilder.atEnd(failed);
    builder.create(OperationState.of(registry.operation("llvm.intr.trap").orElseThrow(), op.location()));
    builder.create(OperationState.of(registry.operation("llvm.unreachable").orElseThrow(), op.location()));
    rewriter.replaceOpWith(op, CondBrOp.of(operands.getFirst(), rest, List.of(), failed, List.of(), op.location()));
    return MatchResult.applied();
  }
}
