package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.cf.BranchOp;
import mlr.dialects.cf.CondBranchOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.loop.ConditionOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.loop.WhileOp;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;

/**
 * Turns structured loops and conditionals into blocks and branches; what they carry becomes block arguments.
 *
 * <pre>{@code
 *                                                          cf.br ^head(%lb, %x)
 *                                                        ^head(%i, %a):
 * %r = loop.for %i = %lb to %ub step %s                    %c = arith.cmpi slt, %i, %ub
 *     iter_args(%a = %x) -> (f32) {              ->        cf.cond_br %c, ^body, ^rest(%a)
 *   …                                                    ^body:
 *   loop.yield %b : f32                                    …
 * }                                                        cf.br ^head(%i + %s, %b)
 *                                                        ^rest(%r):
 * }</pre>
 */
final class StructuredLowering {
  private StructuredLowering() {}

  /** Lowers all of them in {@code root}, outer ones first, so that each body is moved once and while it is one block. */
  static void run(Operation root) {
    var structured = new ArrayList<Operation>();
    root.walkPreOrder(op -> {
      if (op instanceof ForOp || op instanceof IfOp || op instanceof WhileOp) {
        structured.add(op);
      }
    });
    for (var op : structured) {
      switch (op) {
        case ForOp loop -> lower(loop);
        case IfOp choice -> lower(choice);
        case WhileOp loop -> lower(loop);
        default -> throw new IllegalStateException("no structure: " + op.name());
      }
    }
  }

  private static void lower(ForOp loop) {
    var location = loop.location();
    var before = loop.block().orElseThrow();
    var rest = splitBehind(loop);
    var region = rest.region().orElseThrow();
    var head = region.insertBlock(region.indexOf(rest), new Block());
    var entry = List.<Value>of(loop.lowerBound(), loop.upperBound(), loop.step());
    var initial = loop.initialValues();
    for (var argument : loop.body().arguments()) {
      argument.replaceAllUsesWith(head.addArgument(argument.type(), argument.location()));
    }
    var body = loop.body();
    dropArguments(body);
    var yield = lastBlock(loop.region(0)).last().orElseThrow();
    moveBlocks(loop.region(0), rest);

    var builder = OpBuilder.before(yield);
    var next = new ArrayList<Value>(List.of(builder.create(AddIOp.DEFINITION, location, head.argument(0), entry.get(2)).result()));
    next.addAll(yield.operands());
    builder.create(BranchOp.of(head, next, yield.location()));
    yield.erase();

    builder.setInsertionPointToEnd(head);
    var more = builder.create(CmpIOp.of(IntegerPredicate.SLT, head.argument(0), entry.get(1), location)).result();
    builder.create(CondBranchOp.of(more, body, List.of(), rest, head.arguments().subList(1, head.arguments().size()), location));

    var start = new ArrayList<Value>(List.of(entry.getFirst()));
    start.addAll(initial);
    finish(loop, before, head, start, rest);
  }

  private static void lower(IfOp choice) {
    var location = choice.location();
    var before = choice.block().orElseThrow();
    var rest = splitBehind(choice);
    var condition = choice.condition();
    var whenTrue = choice.thenRegion().entry();
    boolean hasElse = !choice.elseRegion().isEmpty();
    var whenFalse = hasElse ? choice.elseRegion().entry() : rest;
    endWithBranch(choice.thenRegion(), rest);
    moveBlocks(choice.thenRegion(), rest);
    if (hasElse) {
      endWithBranch(choice.elseRegion(), rest);
      moveBlocks(choice.elseRegion(), rest);
    }
    choice.replaceAllUsesWith(rest.arguments());
    choice.erase();
    OpBuilder.atEnd(before).create(CondBranchOp.of(condition, whenTrue, List.of(), whenFalse, List.of(), location));
  }

  private static void lower(WhileOp loop) {
    var before = loop.block().orElseThrow();
    var rest = splitBehind(loop);
    var initial = loop.initialValues();
    var head = loop.before();
    var body = loop.after();
    var condition = (ConditionOp) lastBlock(loop.region(0)).last().orElseThrow();
    endWithBranch(loop.region(1), head);
    var values = condition.arguments();
    OpBuilder.before(condition).create(CondBranchOp.of(condition.condition(), body, values, rest, values, condition.location()));
    condition.erase();
    moveBlocks(loop.region(0), rest);
    moveBlocks(loop.region(1), rest);
    finish(loop, before, head, initial, rest);
  }

  /** Moves what stands behind {@code op} to a new block that takes its results. */
  private static Block splitBehind(Operation op) {
    var block = op.block().orElseThrow();
    var region = block.region().orElseThrow();
    var rest = region.insertBlock(region.indexOf(block) + 1, new Block());
    op.nextInBlock().ifPresent(next -> block.splitInto(next, rest));
    op.results().forEach(result -> rest.addArgument(result.type(), op.location()));
    return rest;
  }

  private static void finish(Operation op, Block before, Block target, List<Value> arguments, Block rest) {
    Location location = op.location();
    op.replaceAllUsesWith(rest.arguments());
    op.erase();
    OpBuilder.atEnd(before).create(BranchOp.of(target, arguments, location));
  }

  private static void dropArguments(Block block) {
    for (int i = block.arguments().size() - 1; i >= 0; i--) {
      block.eraseArgument(i);
    }
  }

  private static Block lastBlock(Region region) {
    return region.blocks().getLast();
  }

  private static void endWithBranch(Region region, Block target) {
    var yield = lastBlock(region).last().orElseThrow();
    OpBuilder.before(yield).create(BranchOp.of(target, yield.operands(), yield.location()));
    yield.erase();
  }

  private static void moveBlocks(Region from, Block position) {
    var to = position.region().orElseThrow();
    for (var block : List.copyOf(from.blocks())) {
      from.removeBlock(block);
      to.insertBlock(to.indexOf(position), block);
    }
  }
}
