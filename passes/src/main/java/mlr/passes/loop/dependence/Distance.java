package mlr.passes.loop.dependence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mlr.dialects.loop.ConstantBounds;
import mlr.dialects.loop.ForOp;
import mlr.ir.Value;
import mlr.ir.analysis.AliasAnalysis;

/**
 * How far apart, in each loop of a nest, iterations lie in which two accesses meet: the second one's induction variable less
 * the first one's where that is the same for all meetings, empty where it is not known.
 *
 * @param loops one entry a loop, from the outermost
 */
public record Distance(List<Optional<Long>> loops) {
  /**
   * The distance between two accesses in loops that hold both; empty when they never meet. What is found index by index has to
   * hold together: strong SIV and ZIV tests, and ranges where bounds are constants (Goff, Kennedy, Tseng, "Practical Dependence
   * Testing", 1991).
   */
  public static Optional<Distance> between(Access first, Access second, List<ForOp> nest, AliasAnalysis aliases) {
    return across(first, second, nest.stream().map(Induction::of).toList(), aliases);
  }

  /**
   * An induction variable as the two accesses see it, two variables of equal bounds where they stand in different loops.
   */
  public record Induction(Value inFirst, Value inSecond, Optional<ConstantBounds> bounds) {
    static Induction of(ForOp loop) {
      return new Induction(loop.inductionVariable(), loop.inductionVariable(), ConstantBounds.of(loop));
    }
  }

  /** The same for accesses in loops that need not be the same ones. */
  public static Optional<Distance> across(Access first, Access second, List<Induction> nest, AliasAnalysis aliases) {
    if (aliases.alias(first.memref(), second.memref()) == AliasAnalysis.Alias.NO) {
      return Optional.empty();
    }
    var found = new ArrayList<>(Collections.nCopies(nest.size(), Optional.<Long>empty()));
    boolean comparable = first.memref() == second.memref() && first.indices().isPresent() && second.indices().isPresent()
        && nest.stream().allMatch(induction -> isOutside(first.memref(), induction));
    if (comparable) {
      for (int i = 0; i < first.indices().get().size(); i++) {
        if (!narrow(first.indices().get().get(i), second.indices().get().get(i), nest, found)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Distance(found));
  }

  private static boolean isOutside(Value value, Induction induction) {
    return isOutside(value, induction.inFirst()) && isOutside(value, induction.inSecond());
  }

  private static boolean isOutside(Value value, Value variable) {
    var region = variable.parentBlock().flatMap(block -> block.region()).orElseThrow();
    return value.parentBlock().flatMap(block -> block.region()).filter(home -> !region.encloses(home)).isPresent();
  }

  /** Adds what one index says; returns whether the accesses can still meet. */
  private static boolean narrow(LinearForm first, LinearForm second, List<Induction> nest, List<Optional<Long>> found) {
    // What is neither an induction variable nor the same everywhere in the nest may be anything.
    var values = new ArrayList<Value>(first.factors().keySet());
    values.addAll(second.factors().keySet());
    for (var value : values) {
      boolean variable = nest.stream().anyMatch(n -> n.inFirst() == value || n.inSecond() == value);
      if (!variable && (nest.stream().anyMatch(n -> !isOutside(value, n)) || first.factor(value) != second.factor(value))) {
        return true;
      }
    }
    long difference = first.constant() - second.constant();
    var used = nest.stream().filter(n -> first.factor(n.inFirst()) != 0 || second.factor(n.inSecond()) != 0).toList();
    if (used.isEmpty()) {
      return difference == 0;
    }
    if (used.size() == 1 && first.factor(used.getFirst().inFirst()) == second.factor(used.getFirst().inSecond())) {
      return fix(nest.indexOf(used.getFirst()), difference, first.factor(used.getFirst().inFirst()), used.getFirst(), found);
    }
    return mayBeEqual(first, second, used);
  }

  /** {@code factor * i + difference = factor * j}: j lies {@code difference / factor} behind i. */
  private static boolean fix(int position, long difference, long factor, Induction induction, List<Optional<Long>> found) {
    long distance = difference / factor;
    boolean possible = difference % factor == 0
        && induction.bounds().map(b -> distance % b.step() == 0 && Math.abs(distance / b.step()) < b.tripCount()).orElse(true)
        && found.get(position).map(d -> d == distance).orElse(true);
    found.set(position, Optional.of(distance));
    return possible;
  }

  /** Whether the ranges of two forms, as far as constant bounds tell, have a number in common. */
  private static boolean mayBeEqual(LinearForm first, LinearForm second, List<Induction> used) {
    long low = first.constant() - second.constant();
    long high = low;
    for (var induction : used) {
      if (induction.bounds().filter(b -> b.tripCount() > 0 && Math.abs(b.lower()) < 1L << 31 && Math.abs(b.upper()) < 1L << 31).isEmpty()) {
        return true;
      }
      var bounds = induction.bounds().get();
      long last = bounds.at(bounds.tripCount() - 1);
      for (long factor : new long[] {first.factor(induction.inFirst()), -second.factor(induction.inSecond())}) {
        low += Math.min(factor * bounds.lower(), factor * last);
        high += Math.max(factor * bounds.lower(), factor * last);
      }
    }
    return low <= 0 && high >= 0;
  }
}
