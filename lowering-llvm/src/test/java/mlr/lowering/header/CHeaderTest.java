package mlr.lowering.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.ClockPath;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.toolchain.ToolRun;
import mlr.lowering.toolchain.Toolchain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CHeaderTest {
  private static final Map<String, List<String>> ENUMS = Map.of("gear", List.of("Park", "Drive"));

  @TempDir
  private Path folder;

  static List<Target> targets() {
    return Targets.all();
  }

  private static Port port(String name, String sourceType, Type type, String clock, long offset) {
    return new Port(name, sourceType, type, ClockPath.parse(clock, ENUMS), offset);
  }

  private static NodeInterface node(long outputOffset) {
    return new NodeInterface("pilot",
        List.of(port("x", "f32[5,25]", RankedTensorType.of(FloatType.F32, 5, 25), ".", 0), port("go", "bool", IntegerType.I1, ".", 500),
            port("class", "u16", IntegerType.I16, ". on go", 502), port("g", "gear", IntegerType.I32, ".", 504), port("d", "f64", FloatType.F64, ". on Drive(g)", 512)),
        List.of(port("y", "i8[3]", RankedTensorType.of(IntegerType.I8, 3), ".", 0), port("h", "f16", FloatType.F16, ".", outputOffset)),
        ENUMS, true, Map.of("state_bytes", 24L, "in_bytes", 520L, "out_bytes", 6L));
  }

  private static NodeInterface silent() {
    return new NodeInterface("silent", List.of(), List.of(), Map.of(), true, Map.of("state_bytes", 0L, "in_bytes", 0L, "out_bytes", 0L));
  }

  private static String header(Target target, NodeInterface... nodes) {
    return new CHeader("pilot", target, List.of(nodes), List.of(new ExternalFunction("lidar_gain", List.of(IntegerType.I32), Optional.of(FloatType.F32))),
        List.of(new RuntimeSymbol("__aeabi_ldivmod", "the core has no 64-bit division", RuntimeSymbol.Origin.ARITHMETIC))).text();
  }

  private ToolRun compile(String header, Target target, String language, String standard) throws IOException {
    Files.writeString(folder.resolve("pilot.h"), header);
    Files.writeString(folder.resolve("use.c"), """
        #include "pilot.h"
        #include "pilot.h"
        static pilot_state state;
        static struct pilot_in in;
        static pilot_out out;
        float run(void);
        float run(void) {
          pilot_reset(&state);
          in.x[4][24] = 1.0f;
          in.class_ = 3;
          in.g = pilot_gear_Drive;
          pilot_step(&state, &in, &out);
          return out.y[2] + lidar_gain(2) + (float)sizeof(silent_in);
        }
        """);
    var arguments = new ArrayList<>(List.of("--target=" + target.triple(), "-x", language, "-std=" + standard, "-ffreestanding", "-Wall", "-Wextra", "-Wundef", "-pedantic", "-Werror", "-c", "use.c"));
    if (!target.abi().isEmpty()) {
      arguments.addAll(List.of("-march=" + target.name(), "-mabi=" + target.abi()));
    }
    return Toolchain.open().clang(folder, arguments);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void compilesCleanlyAsC99WithItsOffsetsRight(Target target) throws IOException {
    compile(header(target, node(4), silent()), target, "c", "c99").successful();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c:c11", "c:c17", "c++:c++98", "c++:c++17"})
  void compilesCleanlyInOtherStandards(String dialect) throws IOException {
    compile(header(Targets.host(), node(4), silent()), Targets.host(), dialect.split(":")[0], dialect.split(":")[1]).successful();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c:c99", "c:c11", "c++:c++98", "c++:c++17"})
  void aLayoutOtherThanTheCompilersIsRefused(String dialect) throws IOException {
    var run = compile(header(Targets.host(), node(5), silent()), Targets.host(), dialect.split(":")[0], dialect.split(":")[1]);
    assertEquals(1, run.exit());
    assertTrue(run.errors().contains("pilot_out_h_offset") || run.errors().contains("negative size"), run.errors());
  }

  @Test
  void saysWhatTheObjectNeeds() {
    var text = header(Targets.named("cortex-m4"), node(4));
    assertTrue(text.contains("__aeabi_ldivmod (the core has no 64-bit division)"), text);
    assertTrue(text.contains("double d; /* f64, present when Drive(g) */"), text);
    assertTrue(text.contains("uint8_t go; /* bool: 0 or 1 */"), text);
  }
}
