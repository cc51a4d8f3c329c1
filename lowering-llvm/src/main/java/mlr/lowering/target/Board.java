package mlr.lowering.target;

import java.util.List;

/**
 * An emulated board on which a target's objects run.
 *
 * @param kit           the folder of start-up code and linker script under {@code mlr/boards}
 * @param emulator      QEMU's program
 * @param machine       arguments that choose the machine
 * @param debianPackage the Debian package with the emulator
 * @param memoryBytes   bytes of memory left for frames, state, stack and the object's own data
 */
public record Board(String kit, String emulator, List<String> machine, String debianPackage, long memoryBytes) {
  public Board {
    machine = List.copyOf(machine);
  }
}
