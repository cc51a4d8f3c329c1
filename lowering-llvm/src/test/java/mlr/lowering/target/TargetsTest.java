package mlr.lowering.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  @Test
  void theKnownTargets() {
    assertEquals(List.of("host", "cortex-m4", "cortex-m7", "rv32imac", "rv32imafc"), Targets.names());
    Targets.names().forEach(name -> assertEquals(name, Targets.named(name).name()));
  }

  @ParameterizedTest
  @CsvSource({"cortexm7,cortex-m7", "cortex-m5,cortex-m4", "rv32imaf,rv32imafc", "hots,host"})
  void aMisspeltNameIsAnsweredWithTheNearest(String misspelt, String meant) {
    var unknown = assertThrows(UnknownTargetException.class, () -> Targets.named(misspelt));
    assertEquals("unknown target '" + misspelt + "'", unknown.getMessage());
    assertTrue(unknown.wayOut().startsWith("did you mean '" + meant + "'?"), unknown.wayOut());
  }

  @Test
  void aStrangeNameIsAnsweredWithTheListAlone() {
    var unknown = assertThrows(UnknownTargetException.class, () -> Targets.named("z80"));
    assertEquals("the known targets are host, cortex-m4, cortex-m7, rv32imac, rv32imafc", unknown.wayOut());
  }

  @Test
  void contractionsFuseWhereTheUnitDoes() {
    assertTrue(Targets.named("cortex-m4").floats().fuses(FloatFormat.F32));
    assertFalse(Targets.named("cortex-m4").floats().computes(FloatFormat.F64));
    assertTrue(Targets.named("cortex-m7").floats().fuses(FloatFormat.F64));
    assertFalse(Targets.named("rv32imac").floats().fuses(FloatFormat.F32));
    assertTrue(Targets.named("rv32imafc").floats().fuses(FloatFormat.F32));
  }

  @Test
  void noTargetAllowsTheMathsLibraryOrTheHeap() {
    for (var target : Targets.all()) {
      for (var symbol : List.of("malloc", "fmaf", "fmodf", "floorf", "expf", "sqrt")) {
        assertTrue(target.runtimeSymbol(symbol).isEmpty(), target + " " + symbol);
      }
      assertTrue(target.runtimeSymbol("memcpy").isPresent());
    }
  }

  @Test
  void softArithmeticIsAllowedOnlyWhereTheCoreLacksIt() {
    assertTrue(Targets.named("rv32imac").runtimeSymbol("__addsf3").isPresent());
    assertTrue(Targets.named("rv32imafc").runtimeSymbol("__addsf3").isEmpty());
    assertTrue(Targets.named("cortex-m4").runtimeSymbol("__aeabi_dadd").isPresent());
    assertTrue(Targets.named("cortex-m7").runtimeSymbol("__aeabi_dadd").isEmpty());
  }
}
