package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.YieldOp;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.AliasAnalysis;
import mlr.passes.loop.dependence.Access;
import mlr.passes.loop.dependence.Distance;

/**
 * Two loops of one block that run equally often, with what stands between them.
 *
 * @param firstAccesses what the body of the first one does to memory
 */
record LoopFuser(ForOp first, List<Operation> between, ForOp second, List<Access> firstAccesses, List<Access> secondAccesses, AliasAnalysis aliases) {
  /** The pair, if bounds are equal and both only access memory. */
  static Optional<LoopFuser> of(ForOp first, List<Operation> between, ForOp second, AliasAnalysis aliases) {
    if (!same(first.lowerBound(), second.lowerBound()) || !same(first.upperBound(), second.upperBound()) || !same(first.step(), second.step())) {
      return Optional.empty();
    }
    return Access.in(LoopBody.operations(first)).flatMap(a -> Access.in(LoopBody.operations(second)).map(b -> new LoopFuser(first, between, second, a, b, aliases)));
  }

  private static boolean same(Value a, Value b) {
    return a == b || a.type().equals(b.type()) && ConstantOp.valueOf(a).isPresent() && ConstantOp.valueOf(a).equals(ConstantOp.valueOf(b));
  }

  /** Whether the loops belong together in the way asked for. */
  boolean fits(LoopFusionPass.Mode mode) {
    return switch (mode) {
      case PRODUCER -> shareMemory(true);
      case SIBLING -> shareMemory(false);
      case GREEDY -> shareMemory(true) || shareMemory(false);
    };
  }

  private boolean shareMemory(boolean written) {
    return firstAccesses.stream().filter(a -> a.writes() == written).anyMatch(a -> secondAccesses.stream().anyMatch(b -> !b.writes() && a.memref() == b.memref()));
  }

  /** Makes one loop of the two; empty when that would change what they do. */
  Optional<ForOp> fuse() {
    boolean dependsOnResults = uses(second, List.of(first));
    if (dependsOnResults || !keepsDependences()) {
      return Optional.empty();
    }
    if (canPass(first, firstAccesses, true)) {
      return Optional.of(fuseAt(second));
    }
    return canPass(second, secondAccesses, false) ? Optional.of(fuseAt(first)) : Optional.empty();
  }

  /** Whether no access of the second loop comes before one of the first in a later iteration, where both meet and one writes. */
  private boolean keepsDependences() {
    var induction = List.of(new Distance.Induction(first.inductionVariable(), second.inductionVariable(), ConstantBounds.of(first)));
    return firstAccesses.stream().allMatch(a -> secondAccesses.stream().filter(b -> a.writes() || b.writes())
        .allMatch(b -> Distance.across(a, b, induction, aliases).map(d -> d.loops().getFirst().filter(distance -> distance >= 0).isPresent()).orElse(true)));
  }

  /** Whether a loop may change places with everything in between: down, over what must not need it, or up, over what it must not need. */
  private boolean canPass(ForOp loop, List<Access> accesses, boolean down) {
    boolean needed = down ? between.stream().anyMatch(op -> uses(op, List.of(loop))) : uses(loop, between);
    return !needed && between.stream().allMatch(op -> Access.in(List.of(op)).filter(others -> !conflict(accesses, others)).isPresent());
  }

  private boolean conflict(List<Access> some, List<Access> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> (a.writes() || b.writes()) && aliases.alias(a.memref(), b.memref()) != AliasAnalysis.Alias.NO));
  }

  /** Whether {@code op}, or something in it, uses a result of {@code definitions}. */
  private static boolean uses(Operation op, List<Operation> definitions) {
    return definitions.stream().flatMap(definition -> definition.results().stream()).flatMap(result -> result.users().stream()).anyMatch(op::isAncestorOf);
  }

  private ForOp fuseAt(ForOp place) {
    var builder = OpBuilder.before(place);
    var initial = new ArrayList<>(first.initialValues());
    initial.addAll(second.initialValues());
    var attributes = first.attributes().asMap();
    var fused = (ForOp) builder.create(ForOp.of(first.lowerBound(), first.upperBound(), first.step(), initial, first.location()).attributes(attributes));
    var yielded = new ArrayList<Value>();
    int carried = first.resultCount();
    moveBody(first, fused, fused.carriedArguments().subList(0, carried), yielded);
    moveBody(second, fused, fused.carriedArguments().subList(carried, initial.size()), yielded);
    OpBuilder.atEnd(fused.body()).create(YieldOp.of(yielded, first.location()));
    first.replaceAllUsesWith(fused.results().subList(0, carried));
    second.replaceAllUsesWith(fused.results().subList(carried, initial.size()));
    first.erase();
    second.erase();
    return fused;
  }

  private static void moveBody(ForOp from, ForOp to, List<? extends Value> carried, List<Value> yielded) {
    from.inductionVariable().replaceAllUsesWith(to.inductionVariable());
    for (int i = 0; i < carried.size(); i++) {
      from.carriedArguments().get(i).replaceAllUsesWith(carried.get(i));
    }
    yielded.addAll(from.yield().values());
    from.yield().erase();
    for (var op : from.body().operations()) {
      op.detach();
      to.body().append(op);
    }
  }
}
