package mlr.lowering.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import mlr.lowering.LoweringException;
import mlr.lowering.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardRunnerTest {
  @Test
  void aMissingEmulatorIsNamedWithTheLineToType(@TempDir Path empty) {
    var environment = Map.of("PATH", empty.toString());
    var arm = assertThrows(LoweringException.class, () -> BoardRunner.of(Targets.named("cortex-m7"), environment));
    assertEquals("qemu-system-arm is not installed", arm.getMessage());
    assertEquals("install it with: sudo apt-get install qemu-system-arm", arm.wayOut());
    var riscv = assertThrows(LoweringException.class, () -> BoardRunner.of(Targets.named("rv32imac"), environment));
    assertEquals("install it with: sudo apt-get install qemu-system-misc", riscv.wayOut());
  }

  @Test
  void theHostHasNoBoard() {
    assertThrows(LoweringException.class, () -> BoardRunner.of(Targets.host()));
  }
}
