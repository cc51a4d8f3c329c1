package mlr.frontend.emit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.frontend.typed.BodyWalk;
import mlr.frontend.typed.TypedEquation;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.typed.Variable;

/** Which variables equations define, and how often expressions read each: so it is known what must leave a region. */
final class DefinedVariables {
  private DefinedVariables() {}

  /** The variables that become visible around {@code equations}. */
  static Set<Variable> around(List<TypedEquation> equations) {
    var all = new LinkedHashSet<Variable>();
    for (var equation : equations) {
      switch (equation) {
        case TypedEquation.Definition e -> e.targets().stream().flatMap(Optional::stream).forEach(all::add);
        case TypedEquation.Reset e -> all.addAll(around(e.body()));
        case TypedEquation.Segment e -> {
          if (!(e.header() instanceof TypedEquation.Header.Over)) {
            all.addAll(inside(e));
          }
          all.addAll(around(e.then()));
        }
        case TypedEquation.Assertion _, TypedEquation.Next _ -> {}
      }
    }
    return all;
  }

  /** The variables of the {@code do} part of a segment, those of its header included. */
  static Set<Variable> inside(TypedEquation.Segment segment) {
    var all = new LinkedHashSet<Variable>();
    all.addAll(around(segment.body()));
    segment.carries().forEach(carry -> all.add(carry.variable()));
    segment.end().ifPresent(all::add);
    segment.counter().ifPresent(all::add);
    return all;
  }

  /** How often each variable is read in {@code equations}, by id. */
  static Map<Integer, Integer> reads(List<TypedEquation> equations) {
    var counts = new HashMap<Integer, Integer>();
    BodyWalk.expressions(equations, expression -> count(expression, counts));
    return counts;
  }

  /** How often each variable is read in the parts of a segment: everything but its header's tensors and initial values. */
  static Map<Integer, Integer> readsInside(TypedEquation.Segment segment) {
    var counts = reads(segment.body());
    BodyWalk.expressions(segment.then(), expression -> count(expression, counts));
    if (segment.header() instanceof TypedEquation.Header.Until until) {
      BodyWalk.visit(until.condition(), expression -> count(expression, counts));
    }
    return counts;
  }

  private static void count(TypedExpression expression, Map<Integer, Integer> counts) {
    if (expression instanceof TypedExpression.Read read) {
      counts.merge(read.variable().id(), 1, Integer::sum);
    }
  }
}
