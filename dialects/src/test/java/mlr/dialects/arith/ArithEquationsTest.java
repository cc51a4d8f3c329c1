package mlr.dialects.arith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.ir.rewrite.equation.EquationCheck;
import mlr.ir.rewrite.equation.EquationPattern;
import org.junit.jupiter.api.Test;

/** Every equation holds, as far as evaluating both sides on edge values and random values tells; and that tells a wrong one. */
class ArithEquationsTest {
  @Test
  void everyEquationHolds() {
    for (var equation : ArithEquations.all()) {
      var result = EquationCheck.of(equation);
      assertTrue(result.counterexample().isEmpty(), () -> equation.name() + "\n" + result.counterexample().orElseThrow());
      assertTrue(result.instances() >= 3, () -> "only " + result.instances() + " instances of " + equation.name());
    }
  }

  /** Wrong in one bit, at one width, in the sign, in poison, in a predicate. */
  @Test
  void wrongEquationsAreFound() {
    var wrong = ArithEquations.vocabulary().equations("""
        subi(subi(C1, x), C2) = subi(addi(C1, C2), x)
        subi(C2, subi(x, C1)) = subi(x, addi(C1, C2))
        ori(x, xori(x, -1)) = 1
        cmpi[p](extui(x), extui(y)) = cmpi[p](x, y) if sameType(x, y)
        extui(extsi(x)) = extui(x)
        index_cast(index_cast(x)) = x
        select(p, select(q, x, y), y) = select(andi(p, q), x, y)
        xori(cmpf[p](x, y), 1) = cmpf[p](y, x)
        addf(addf(x, C1), C2) = addf(x, addf(C1, C2))
        subf(x, x) = 0.0
        divsi(muli(x, y), y) = x
        shrui(shli(x, C), C) = x
        maxsi(x, 0) = x
        minui(x, C) = C if smallestSigned(C)
        """);
    assertEquals(List.of(), wrong.stream().filter(equation -> EquationCheck.of(equation).counterexample().isEmpty()).map(EquationPattern::name).toList());
  }

  @Test
  void mistakesInTheTextAreTold() {
    assertEquals("equation 'addi(x, y) = z': 'z' does not occur on the left", message("addi(x, y) = z"));
    assertEquals("equation 'addi(x, y = x': expected ',' before '='", message("addi(x, y = x"));
    assertEquals("equation 'plus(x, y) = x': there is no operation or function 'plus'", message("plus(x, y) = x"));
    assertEquals("equation 'cmpi(x, y) = x': 'arith.cmpi' needs its attribute 'predicate' in brackets", message("cmpi(x, y) = x"));
    assertEquals("equation 'addi(x, y) = x if odd(x)': there is no condition 'odd'", message("addi(x, y) = x if odd(x)"));
    assertEquals("equation 'x = x': the left side must be an operation", message("x = x"));
    assertEquals("equation 'addi(x, y) = x + y': '+' has no meaning here", message("addi(x, y) = x + y"));
  }

  private static String message(String text) {
    return assertThrows(IllegalArgumentException.class, () -> ArithEquations.vocabulary().equations(text)).getMessage();
  }
}
