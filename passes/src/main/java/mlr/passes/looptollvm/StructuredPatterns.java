package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.llvm.Branches.BrOp;
import mlr.dialects.llvm.Branches.CondBrOp;
import mlr.dialects.llvm.Comparison.ICmpOp;
import mlr.dialects.llvm.IntegerArithmetic.AddOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.loop.WhileOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;

/**
 * Turns structured loops and conditionals into blocks and branches; what they carry becomes block arguments. Outer ones come first,
 * so that each body is moved once and while it is one block.
 *
 * <pre>{@code
 *                                                          llvm.br ^head(%lb, %x)
 *                                                        ^head(%i, %a):
 * %r = loop.for %i = %lb to %ub step %s                    %c = llvm.icmp "slt" %i, %ub
 *     iter_args(%a = %x) -> (f32) {              ->        llvm.cond_br %c, ^body, ^rest(%a)
 *   …                                                    ^body:
 *   loop.yield %b : f32                                    …
 * }                                                        llvm.br ^head(%i + %s, %b)
 *                                                        ^rest(%r):
 * }</pre>
 */
final class StructuredPatterns {
  private StructuredPatterns() {}

  static List<ConversionPattern> all() {
    return List.of(
        ConversionPattern.on(ForOp.DEFINITION, "counted loop", StructuredPatterns::count),
        ConversionPattern.on(IfOp.DEFINITION, "conditional", StructuredPatterns::choose),
        ConversionPattern.on(WhileOp.DEFINITION, "loop", StructuredPatterns::repeat));
  }

  private static MatchResult count(ForOp loop, List<Value> operands, ConversionRewriter rewriter) {
    var location = loop.location();
    var before = loop.block().orElseThrow();
    var region = before.region().orElseThrow();
    int at = region.indexOf(before) + 1;
    var rest = splitBehind(loop, region, at);
    var body = loop.body();
    var yield = loop.yield();
    region.takeBody(loop.region(0), at);
    var head = region.insertBlock(at, new Block());
    head.takeArguments(body);
    rewriter.convertArguments(head);

    rewriter.builder().setInsertionPoint(yield);
    var next = new ArrayList<Value>(head.argumentCount());
    next.add(rewriter.create(AddOp.DEFINITION, location, head.argument(0), operands.get(2)).result());
    addConverted(yield, 0, next, rewriter);
    rewriter.create(BrOp.of(head, next, yield.location()));
    rewriter.eraseOp(yield);

    rewriter.builder().setInsertionPointToEnd(head);
    var more = rewriter.create(ICmpOp.of(IntegerPredicate.SLT, head.argument(0), operands.get(1), location)).result();
    var carried = new ArrayList<Value>(head.argumentCount());
    var start = new ArrayList<Value>(head.argumentCount());
    start.add(operands.getFirst());
    for (int i = 1; i < head.argumentCount(); i++) {
      carried.add(head.argument(i));
      start.add(operands.get(i + 2));
    }
    rewriter.create(CondBrOp.of(more, body, List.of(), rest, carried, location));
    replace(loop, rest, rewriter);
    rewriter.builder().setInsertionPointToEnd(before);
    rewriter.create(BrOp.of(head, start, location));
    return MatchResult.applied();
  }

  private static MatchResult choose(IfOp choice, List<Value> operands, ConversionRewriter rewriter) {
    if (!converts(choice.resultTypes(), rewriter)) {
      return MatchResult.failure("its results are of types " + choice.resultTypes());
    }
    var location = choice.location();
    var before = choice.block().orElseThrow();
    var region = before.region().orElseThrow();
    int at = region.indexOf(before) + 1;
    var rest = splitBehind(choice, region, at);
    var whenTrue = choice.thenRegion().entry();
    var whenFalse = choice.elseRegion().isEmpty() ? rest : choice.elseRegion().entry();
    for (var branch : List.of(choice.elseRegion(), choice.thenRegion())) {
      if (!branch.isEmpty()) {
        endWithBranch(branch.entry(), rest, rewriter);
        region.takeBody(branch, at);
      }
    }
    replace(choice, rest, rewriter);
    rewriter.builder().setInsertionPointToEnd(before);
    rewriter.create(CondBrOp.of(operands.getFirst(), whenTrue, List.of(), whenFalse, List.of(), location));
    return MatchResult.applied();
  }

  private static MatchResult repeat(WhileOp loop, List<Value> operands, ConversionRewriter rewriter) {
    var condition = loop.condition();
    if (!converts(loop.resultTypes(), rewriter)) {
      return MatchResult.failure("its results are of types " + loop.resultTypes());
    }
    var location = loop.location();
    var before = loop.block().orElseThrow();
    var region = before.region().orElseThrow();
    int at = region.indexOf(before) + 1;
    var rest = splitBehind(loop, region, at);
    var head = loop.before();
    var body = loop.after();
    endWithBranch(body, head, rewriter);
    rewriter.builder().setInsertionPoint(condition);
    var values = converted(condition, 1, rewriter);
    rewriter.create(CondBrOp.of(rewriter.remap(condition.condition()).orElseThrow(), body, values, rest, values, condition.location()));
    rewriter.eraseOp(condition);
    rewriter.convertArguments(head);
    rewriter.convertArguments(body);
    region.takeBody(loop.region(1), at);
    region.takeBody(loop.region(0), at);
    replace(loop, rest, rewriter);
    rewriter.builder().setInsertionPointToEnd(before);
    rewriter.create(BrOp.of(head, operands, location));
    return MatchResult.applied();
  }

  /** Moves what stands behind {@code op} to a new block at a position, with an argument for each result. */
  private static Block splitBehind(Operation op, Region region, int at) {
    var rest = region.insertBlock(at, new Block());
    var next = op.nextInBlock();
    if (next.isPresent()) {
      op.requireBlock().splitInto(next.get(), rest);
    }
    for (int i = 0; i < op.resultCount(); i++) {
      rest.addArgument(op.result(i).type(), op.location());
    }
    return rest;
  }

  /** The arguments of {@code rest} take the place of the results of {@code op}; only then are their types converted, since casts stand behind their operands. */
  private static void replace(Operation op, Block rest, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, rest.arguments());
    rewriter.convertArguments(rest);
  }

  private static void endWithBranch(Block block, Block target, ConversionRewriter rewriter) {
    var yield = block.last().orElseThrow();
    rewriter.builder().setInsertionPoint(yield);
    rewriter.create(BrOp.of(target, converted(yield, 0, rewriter), yield.location()));
    rewriter.eraseOp(yield);
  }

  /** The operands of a terminator from a position on, in their converted types. */
  private static List<Value> converted(Operation terminator, int from, ConversionRewriter rewriter) {
    var values = new ArrayList<Value>(terminator.operandCount());
    addConverted(terminator, from, values, rewriter);
    return values;
  }

  private static void addConverted(Operation terminator, int from, List<Value> values, ConversionRewriter rewriter) {
    for (int i = from; i < terminator.operandCount(); i++) {
      values.add(rewriter.remap(terminator.operand(i)).orElseThrow());
    }
  }

  private static boolean converts(List<Type> types, ConversionRewriter rewriter) {
    return types.stream().allMatch(type -> rewriter.convert(type).isPresent());
  }
}
