package mlr.dialects.elementwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mlr.ir.attributes.IntegerAttr;
import org.junit.jupiter.api.Test;

/** The claims about pairs of numbers are checked on pairs of each kind there is. */
class FloatPredicateTest {
  private static final double[] VALUES = {Double.NEGATIVE_INFINITY, -1.5, -0.0, 0.0, Double.MIN_VALUE, 1.5, Double.POSITIVE_INFINITY, Double.NaN};

  private interface Check {
    void of(FloatPredicate predicate, double a, double b);
  }

  private static void onAllPairs(Check check) {
    for (var predicate : FloatPredicate.values()) {
      for (double a : VALUES) {
        for (double b : VALUES) {
          check.of(predicate, a, b);
        }
      }
    }
  }

  @Test
  void numbersAreUpstreams() {
    assertEquals(List.of("false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true"),
        LongStream.range(0, 16).mapToObj(number -> FloatPredicate.at(number).keyword()).toList());
  }

  @Test
  void onlyTheNumbersOfPredicatesAreNumbers() {
    LongStream.range(0, 16).mapToObj(IntegerAttr::i64).forEach(number -> assertTrue(FloatPredicate.isNumber(number), number::toString));
    Stream.of(-1L, 16L, 1L << 32, Long.MIN_VALUE).map(IntegerAttr::i64).forEach(number -> assertFalse(FloatPredicate.isNumber(number), number::toString));
  }

  @Test
  void keywordsNamePredicates() {
    for (var predicate : FloatPredicate.values()) {
      assertEquals(Optional.of(predicate), FloatPredicate.of(predicate.keyword()));
    }
    assertEquals(Optional.empty(), FloatPredicate.of("slt"));
  }

  /** The first letter tells what NaN does, the others what numbers do. */
  @Test
  void keywordsSayWhatHolds() {
    onAllPairs((predicate, a, b) -> {
      boolean unordered = Double.isNaN(a) || Double.isNaN(b);
      boolean expected = switch (predicate.keyword()) {
        case "false" -> false;
        case "true" -> true;
        case "ord" -> !unordered;
        case "uno" -> unordered;
        default -> unordered ? predicate.keyword().startsWith("u") : switch (predicate.keyword().substring(1)) {
          case "eq" -> a == b;
          case "ne" -> a != b;
          case "lt" -> a < b;
          case "le" -> a <= b;
          case "gt" -> a > b;
          default -> a >= b;
        };
      };
      assertEquals(expected, predicate.test(a, b), predicate + " " + a + ", " + b);
    });
  }

  @Test
  void negatedHoldsWhenThisDoesNot() {
    onAllPairs((predicate, a, b) -> assertEquals(!predicate.test(a, b), predicate.negated().test(a, b), predicate + " " + a + ", " + b));
  }

  @Test
  void swappedTakesOperandsTheOtherWayRound() {
    onAllPairs((predicate, a, b) -> assertEquals(predicate.test(a, b), predicate.swapped().test(b, a), predicate + " " + a + ", " + b));
  }
}
