package mlr.passes.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.loop.ForOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.analysis.AliasAnalysis;
import mlr.passes.loop.dependence.Access;
import mlr.passes.loop.dependence.Distance;

/**
 * Loops directly inside one another, without carried values and without anything else in the bodies of all but the
 * innermost; the bounds of all are known before the outermost.
 *
 * @param loops from the outermost
 */
record PerfectNest(List<ForOp> loops) {
  private static final int DEEPEST = 6;

  /** The outermost nests below {@code root}, each as deep as it goes. */
  static List<PerfectNest> in(Operation root) {
    var nests = new ArrayList<PerfectNest>();
    var taken = new HashSet<ForOp>();
    root.walkPreOrder(op -> {
      if (op instanceof ForOp loop && loop.resultCount() == 0 && !taken.contains(loop)) {
        var nest = from(loop);
        taken.addAll(nest.loops);
        nests.add(nest);
      }
    });
    return nests;
  }

  private static PerfectNest from(ForOp outermost) {
    var loops = new ArrayList<>(List.of(outermost));
    while (loops.size() < DEEPEST) {
      var body = LoopBody.operations(loops.getLast());
      if (body.size() != 1 || !(body.getFirst() instanceof ForOp inner) || inner.resultCount() > 0 || !inner.operands().stream().allMatch(outermost::isDefinedOutside)) {
        break;
      }
      loops.add(inner);
    }
    return new PerfectNest(loops);
  }

  int depth() {
    return loops.size();
  }

  ForOp outermost() {
    return loops.getFirst();
  }

  ForOp innermost() {
    return loops.getLast();
  }

  /**
   * The directions of all dependences, as the sign of the distance in each loop: every way in which two accesses, one of them a write,
   * may meet in different iterations, the earlier one first. Empty when the body does more than access memory.
   */
  Optional<Set<List<Integer>>> directions(AliasAnalysis aliases) {
    return Access.in(LoopBody.operations(innermost())).map(accesses -> directions(accesses, aliases));
  }

  private Set<List<Integer>> directions(List<Access> accesses, AliasAnalysis aliases) {
    var all = new HashSet<List<Integer>>();
    for (int i = 0; i < accesses.size(); i++) {
      for (int j = i; j < accesses.size(); j++) {
        if (accesses.get(i).writes() || accesses.get(j).writes()) {
          Distance.between(accesses.get(i), accesses.get(j), loops, aliases).ifPresent(distance -> addSigns(distance, List.of(), all));
        }
      }
    }
    return all;
  }

  private static void addSigns(Distance distance, List<Integer> signs, Set<List<Integer>> all) {
    if (signs.size() == distance.loops().size()) {
      int first = firstSign(signs);
      if (first != 0) {
        all.add(signs.stream().map(sign -> sign * first).toList());
      }
      return;
    }
    var exact = distance.loops().get(signs.size());
    for (int sign : exact.map(d -> List.of(Long.signum(d))).orElse(List.of(-1, 0, 1))) {
      var longer = new ArrayList<>(signs);
      longer.add(sign);
      addSigns(distance, longer, all);
    }
  }

  /** The sign of the outermost loop in which two iterations differ, 0 when they are the same. */
  static int firstSign(List<Integer> signs) {
    return signs.stream().filter(sign -> sign != 0).findFirst().orElse(0);
  }

  /** Lower bound, upper bound and step. */
  record Bounds(Value lower, Value upper, Value step) {}

  /**
   * The bounds of all loops, fit to be used in another order in front of the nest. Poison or a bad step of an inner loop does not
   * matter as long as the loops around it run no iteration: then the inner one's are 0, 0 and 1.
   */
  List<Bounds> guardedBounds(BoundArithmetic before) {
    var bounds = new ArrayList<Bounds>();
    var runs = Optional.<Value>empty();
    for (var loop : loops) {
      var arithmetic = before.in(loop.lowerBound().type());
      var guard = runs;
      var own = new Bounds(arithmetic.guarded(guard, loop.lowerBound(), 0), arithmetic.guarded(guard, loop.upperBound(), 0), arithmetic.guarded(guard, loop.step(), 1));
      bounds.add(own);
      runs = Optional.of(arithmetic.runs(own.lower(), own.upper(), guard));
    }
    return bounds;
  }
}
