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
    var split = SplitBlock.behind(loop);
    var body = loop.body();
    var yield = loop.yield();
    split.take(loop.region(0));
    var head = split.insertBlock();
    head.takeArguments(body);
    rewriter.convertArguments(head);

    rewriter.builder().setInsertionPoint(yield);
    var next = rewriter.create(AddOp.DEFINITION, location, head.argument(0), operands.get(2)).result();
    rewriter.create(BrOp.of(head, List.of(), yield.location()).operand(next).operands(converted(yield, 0, rewriter)));
    rewriter.eraseOp(yield);

    rewriter.builder().setInsertionPointToEnd(head);
    var more = rewriter.create(ICmpOp.of(IntegerPredicate.SLT, head.argument(0), operands.get(1), location)).result();
    var start = BrOp.of(head, List.of(), location).operand(operands.getFirst());
    var carried = new ArrayList<Value>(head.argumentCount() - 1);
    for (int i = 1; i < head.argumentCount(); i++) {
      carried.add(head.argument(i));
      start.operand(operands.get(i + 2));
    }
    rewriter.create(CondBrOp.of(more, body, List.of(), split.rest(), carried, location));
    replace(loop, split.rest(), rewriter);
    rewriter.builder().setInsertionPointToEnd(split.before());
    rewriter.create(start);
    return MatchResult.applied();
  }

  private static MatchResult choose(IfOp choice, List<Value> operands, ConversionRewriter rewriter) {
    if (!converts(choice.resultTypes(), rewriter)) {
      return MatchResult.failure("its results are of types " + choice.resultTypes());
    }
    var location = choice.location();
    var split = SplitBlock.behind(choice);
    var whenTrue = choice.thenRegion().entry();
    var whenFalse = choice.elseRegion().isEmpty() ? split.rest() : choice.elseRegion().entry();
    for (var branch : List.of(choice.elseRegion(), choice.thenRegion())) {
      if (!branch.isEmpty()) {
        endWithBranch(branch.entry(), split.rest(), rewriter);
        split.take(branch);
      }
    }
    replace(choice, split.rest(), rewriter);
    rewriter.builder().setInsertionPointToEnd(split.before());
    rewriter.create(CondBrOp.of(operands.getFirst(), whenTrue, List.of(), whenFalse, List.of(), location));
    return MatchResult.applied();
  }

  private static MatchResult repeat(WhileOp loop, List<Value> operands, ConversionRewriter rewriter) {
    var condition = loop.condition();
    if (!converts(loop.resultTypes(), rewriter)) {
      return MatchResult.failure("its results are of types " + loop.resultTypes());
    }
    var location = loop.location();
    var split = SplitBlock.behind(loop);
    var head = loop.before();
    var body = loop.after();
    endWithBranch(body, head, rewriter);
    rewriter.builder().setInsertionPoint(condition);
    var values = converted(condition, 1, rewriter);
    rewriter.create(CondBrOp.of(rewriter.remap(condition.condition()).orElseThrow(), body, values, split.rest(), values, condition.location()));
    rewriter.eraseOp(condition);
    rewriter.convertArguments(head);
    rewriter.convertArguments(body);
    split.take(loop.region(1));
    split.take(loop.region(0));
    replace(loop, split.rest(), rewriter);
    rewriter.builder().setInsertionPointToEnd(split.before());
    rewriter.create(BrOp.of(head, operands, location));
    return MatchResult.applied();
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
    var values = new ArrayList<Value>(terminator.operandCount() - from);
    for (int i = from; i < terminator.operandCount(); i++) {
      values.add(rewriter.remap(terminator.operand(i)).orElseThrow());
    }
    return values;
  }

  private static boolean converts(List<Type> types, ConversionRewriter rewriter) {
    return types.stream().allMatch(type -> rewriter.convert(type).isPresent());
  }
}
