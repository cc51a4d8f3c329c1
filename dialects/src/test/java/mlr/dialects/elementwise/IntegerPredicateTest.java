package mlr.dialects.elementwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;

/** The claims about pairs of numbers are checked on all pairs of some narrow types. */
class IntegerPredicateTest {
  private interface Check {
    void of(IntegerPredicate predicate, long a, long b, int width);
  }

  private static void onAllPairs(Check check) {
    for (int width : List.of(1, 2, 3)) {
      var values = LongStream.range(0, 1L << width).map(bits -> IntegerAttr.wrap(IntegerType.signless(width), bits)).toArray();
      for (var predicate : IntegerPredicate.values()) {
        for (long a : values) {
          for (long b : values) {
            check.of(predicate, a, b, width);
          }
        }
      }
    }
  }

  @Test
  void numbersAreUpstreams() {
    assertEquals(List.of("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"),
        LongStream.range(0, 10).mapToObj(number -> IntegerPredicate.at(number).keyword()).toList());
  }

  @Test
  void onlyTheNumbersOfPredicatesAreNumbers() {
    for (var predicate : IntegerPredicate.values()) {
      var number = predicate.attributes().get("predicate").map(IntegerAttr.class::cast).orElseThrow();
      assertTrue(IntegerPredicate.isNumber(number));
      assertEquals(predicate, IntegerPredicate.at(number.value()));
    }
    Stream.of(-1L, 10L, 1L << 32, Long.MIN_VALUE).map(IntegerAttr::i64).forEach(number -> assertFalse(IntegerPredicate.isNumber(number), number::toString));
  }

  @Test
  void keywordsNamePredicates() {
    for (var predicate : IntegerPredicate.values()) {
      assertEquals(Optional.of(predicate), IntegerPredicate.of(predicate.keyword()));
    }
    assertEquals(Optional.empty(), IntegerPredicate.of("oeq"));
    assertEquals(Optional.empty(), IntegerPredicate.of("EQ"));
  }

  @Test
  void signsAreThoseOfTheWidth() {
    assertTrue(IntegerPredicate.SLT.test(-1, 0, 8));
    assertTrue(IntegerPredicate.UGT.test(-1, 0, 8));
    assertTrue(IntegerPredicate.SLT.test(1, 0, 1), "true is -1 when read with a sign");
    assertTrue(IntegerPredicate.UGT.test(1, 0, 1));
    assertTrue(IntegerPredicate.UGT.test(-1, Long.MAX_VALUE, 64));
  }

  @Test
  void negatedHoldsWhenThisDoesNot() {
    onAllPairs((predicate, a, b, width) -> assertEquals(!predicate.test(a, b, width), predicate.negated().test(a, b, width), predicate + " " + a + ", " + b));
  }

  @Test
  void swappedTakesOperandsTheOtherWayRound() {
    onAllPairs((predicate, a, b, width) -> assertEquals(predicate.test(a, b, width), predicate.swapped().test(b, a, width), predicate + " " + a + ", " + b));
  }

  @Test
  void reflexiveOnesHoldForEqualNumbers() {
    onAllPairs((predicate, a, _, width) -> assertEquals(predicate.isReflexive(), predicate.test(a, a, width), predicate + " " + a));
  }

  @Test
  void asUnsignedComparesTheUnsignedReadings() {
    onAllPairs((predicate, a, b, width) -> assertEquals(predicate.test(Integers.unsigned(a, width), Integers.unsigned(b, width), 64),
        predicate.asUnsigned().test(a, b, width), predicate + " " + a + ", " + b));
  }
}
