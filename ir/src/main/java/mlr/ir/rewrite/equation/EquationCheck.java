package mlr.ir.rewrite.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mlr.ir.eval.Poison;
import mlr.ir.eval.TensorValue;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewriteListener;

/**
 * Holds an equation to its word: makes instances of its left side at many types, with edge values and random values for constants,
 * evaluates them on edge and random inputs, rewrites, and evaluates again. The right side may be defined where the left is
 * not, never the other way round.
 *
 * @param instances how many instances the equation applied to
 * @param counterexample the first instance and inputs where the sides differ
 */
public record EquationCheck(int instances, Optional<String> counterexample) {
  private static final int ATTEMPTS = 20_000;
  private static final int INSTANCES = 40;
  private static final int INPUTS = 60;

  /** Checks an equation; the same one always in the same way. */
  public static EquationCheck of(EquationPattern pattern) {
    var random = new SplittableRandom(pattern.name().hashCode());
    int applied = 0;
    for (int i = 0; i < ATTEMPTS && applied < INSTANCES; i++) {
      var instance = EquationInstance.of(pattern, random);
      if (instance.isPresent()) {
        var counterexample = check(pattern, instance.get(), random);
        if (counterexample.isPresent()) {
          applied++;
          if (!counterexample.get().isEmpty()) {
            return new EquationCheck(applied, counterexample);
          }
        }
      }
    }
    return new EquationCheck(applied, Optional.empty());
  }

  /** The counterexample, blank when there is none; empty when the equation did not apply. */
  private static Optional<String> check(EquationPattern pattern, EquationInstance instance, SplittableRandom random) {
    var inputs = new ArrayList<Object[]>();
    var before = new ArrayList<Object>();
    for (int i = 0; i < INPUTS; i++) {
      inputs.add(instance.inputs(random));
      before.add(instance.evaluate(inputs.getLast()));
    }
    var text = instance.toString();
    var root = instance.root();
    if (!pattern.matchAndRewrite(root, new PatternRewriter(root, RewriteListener.NONE))) {
      return Optional.empty();
    }
    for (int i = 0; i < INPUTS; i++) {
      var after = instance.evaluate(inputs.get(i));
      if (!refines(before.get(i), after)) {
        return Optional.of(text + "\non " + Arrays.deepToString(inputs.get(i)) + " is " + before.get(i) + ", but\n" + instance + "\nis " + after);
      }
    }
    return Optional.of("");
  }

  /** Boxed floats are equal when their bits are, all NaNs being one. */
  private static boolean refines(Object before, Object after) {
    if (before == EquationInstance.UNDEFINED) {
      return true;
    }
    if (before == Poison.POISON) {
      return after != EquationInstance.UNDEFINED;
    }
    if (after == Poison.POISON || after == EquationInstance.UNDEFINED) {
      return false;
    }
    if (before instanceof TensorValue left && after instanceof TensorValue right) {
      return left.size() == right.size() && IntStream.range(0, left.size()).allMatch(i -> left.get(i).equals(right.get(i)));
    }
    return before.equals(after);
  }

}
