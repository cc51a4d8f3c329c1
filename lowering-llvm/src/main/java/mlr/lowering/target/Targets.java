package mlr.lowering.target;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The targets that objects can be built for, by name. */
public final class Targets {
  private static final Set<FloatFormat> SINGLE = EnumSet.of(FloatFormat.F32);
  private static final Set<FloatFormat> BOTH = EnumSet.allOf(FloatFormat.class);
  private static final String ARM_LAYOUT = "e-m:e-p:32:32-Fi8-i64:64-v128:64:128-a:0:32-n32-S64";
  private static final String RISCV_LAYOUT = "e-m:e-p:32:32-i64:64-n32-S128";
  private static final ContractionTile HOST_TILE = new ContractionTile(32, 4, 1);
  private static final ContractionTile CORTEX_M_TILE = new ContractionTile(8, 8, 2);
  private static final long MEBIBYTE = 1 << 20;

  private Targets() {
  }

  /** All targets; the host first. */
  public static List<Target> all() {
    return List.of(host(), cortexM4(), cortexM7(), rv32imac(), rv32imafc());
  }

  /** The names of all targets; the host first. */
  public static List<String> names() {
    return all().stream().map(Target::name).toList();
  }

  /**
   * The target of the given name.
   *
   * @throws UnknownTargetException when there is none, with the known names and the nearest of them
   */
  public static Target named(String name) {
    return all().stream().filter(target -> target.name().equals(name)).findFirst()
        .orElseThrow(() -> new UnknownTargetException(name, names()));
  }

  /** The machine this process runs on: x86-64-v3, or AArch64. */
  public static Target host() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "aarch64" -> new Target("host", "aarch64-unknown-linux-gnu", "generic", "", "",
          "e-m:e-p270:32:32-p271:32:32-p272:64:64-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32", 64,
          new FloatUnit(BOTH, BOTH, BOTH, BOTH, BOTH), 128, 1, HOST_TILE, RuntimeSymbols.host(), Optional.empty());
      default -> new Target("host", "x86_64-unknown-linux-gnu", "x86-64-v3", "", "",
          "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128", 64,
          new FloatUnit(BOTH, BOTH, Set.of(), BOTH, BOTH), 256, 1, HOST_TILE, RuntimeSymbols.host(), Optional.empty());
    };
  }

  private static Target cortexM4() {
    return new Target("cortex-m4", "thumbv7em-none-unknown-eabihf", "cortex-m4", "", "", ARM_LAYOUT, 32,
        new FloatUnit(SINGLE, SINGLE, Set.of(), Set.of(), SINGLE), 0, 16, CORTEX_M_TILE, RuntimeSymbols.arm(true),
        Optional.of(armBoard("mps2-an386")));
  }

  private static Target cortexM7() {
    return new Target("cortex-m7", "thumbv7em-none-unknown-eabihf", "cortex-m7", "", "", ARM_LAYOUT, 32,
        new FloatUnit(BOTH, BOTH, BOTH, BOTH, BOTH), 0, 16, CORTEX_M_TILE, RuntimeSymbols.arm(false),
        Optional.of(armBoard("mps2-an500")));
  }

  private static Target rv32imac() {
    return new Target("rv32imac", "riscv32-unknown-unknown-elf", "generic-rv32", "+m,+a,+c", "ilp32", RISCV_LAYOUT, 32,
        FloatUnit.NONE, 0, 1, new ContractionTile(8, 4, 1), RuntimeSymbols.riscv32(true), Optional.of(riscvBoard()));
  }

  private static Target rv32imafc() {
    return new Target("rv32imafc", "riscv32-unknown-unknown-elf", "generic-rv32", "+m,+a,+f,+c", "ilp32f", RISCV_LAYOUT, 32,
        new FloatUnit(SINGLE, SINGLE, SINGLE, Set.of(), SINGLE), 0, 1, new ContractionTile(16, 8, 1), RuntimeSymbols.riscv32(false),
        Optional.of(riscvBoard()));
  }

  private static Board armBoard(String machine) {
    return new Board("arm", "qemu-system-arm", List.of("-M", machine), "qemu-system-arm", 4 * MEBIBYTE);
  }

  private static Board riscvBoard() {
    return new Board("riscv", "qemu-system-riscv32", List.of("-M", "virt", "-bios", "none"), "qemu-system-misc",
        64 * MEBIBYTE);
  }
}
