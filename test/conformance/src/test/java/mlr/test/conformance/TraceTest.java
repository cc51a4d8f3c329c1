package mlr.test.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The comparison itself sees what it must see. */
@Tag("conformance")
class TraceTest {

  private static final Trace EXPECTED = Trace.parse("t,\"x[0,1]\"\ntrue,0.1\nfalse,\n");

  @Test
  void oneNumberInTwoSpellingsIsOneNumber() {
    assertEquals(List.of(), EXPECTED.differences(Trace.parse("t,\"x[0,1]\"\ntrue,1.0E-1\nfalse,\n"), CellComparison.BITS));
  }

  @Test
  void aBitMoreIsADifference() {
    assertEquals(1, EXPECTED.differences(Trace.parse("t,\"x[0,1]\"\ntrue,0.10000001\nfalse,\n"), CellComparison.BITS).size());
  }

  @Test
  void presenceCounts() {
    assertEquals(1, EXPECTED.differences(Trace.parse("t,\"x[0,1]\"\ntrue,0.1\nfalse,0.0\n"), CellComparison.BITS).size());
  }

  @Test
  void lengthAndColumnsCount() {
    assertEquals(1, EXPECTED.differences(Trace.parse("t,\"x[0,1]\"\ntrue,0.1\n"), CellComparison.BITS).size());
    assertEquals(1, EXPECTED.differences(Trace.parse("t,x\ntrue,0.1\nfalse,\n"), CellComparison.BITS).size());
  }

  @Test
  void zerosDifferAndNaNsDoNot() {
    assertFalse(CellComparison.BITS.agree("0.0", "-0.0"));
    assertTrue(CellComparison.BITS.agree("NaN", "NaN"));
    assertFalse(CellComparison.BITS.agree("NaN", "0.0"));
    assertFalse(new CellComparison(false, 1, 1).agree("NaN", "0.0"));
  }

  @Test
  void tolerancesDoNotReachIntegers() {
    var loose = new CellComparison(true, 0.5, 0);
    assertTrue(loose.agree("1.0", "1.4"));
    assertFalse(loose.agree("1.0", "1.6"));
    assertFalse(loose.agree("1", "1.4"));
    assertFalse(loose.agree("1", "2"));
  }

  @Test
  void labelsAreDropped() {
    assertEquals(new Trace(List.of("x"), List.of(List.of("2"))), Trace.parse("step,x\n1,2\n").without(List.of("step")));
  }
}
