package mlr.lowering.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mlr.lowering.LoweringException;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.certificate.CertificateJson;
import mlr.lowering.certificate.CertificateText;
import mlr.lowering.jit.HostJit;
import mlr.lowering.object.ElfSection;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.toolchain.Toolchain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectBuilderTest {
  private static final StepInterface INTERFACE = StepInterface.ofNode("acc", 8, 20, 8);
  private static final int STEPS = 4;

  @TempDir
  private Path folder;

  static List<Target> targets() {
    return Targets.all();
  }

  static List<Target> boards() {
    return Targets.all().stream().filter(target -> target.board().isPresent()).toList();
  }

  private static Built build(Target target) {
    return new ObjectBuilder(target).build(LoopModules.lowered(LoopModules.ACCUMULATOR, target), "acc");
  }

  private static byte[] inputs() {
    var frames = ByteBuffer.allocate(STEPS * 20).order(ByteOrder.LITTLE_ENDIAN);
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < 4; i++) {
        frames.putFloat(0.75f * step + i * i - 2.5f);
      }
      frames.put((byte) (step == 2 ? 0 : 1)).put(new byte[3]);
    }
    return frames.array();
  }

  /** The outputs that the program's definition gives. */
  private static byte[] expected() {
    var frames = ByteBuffer.allocate(STEPS * 8).order(ByteOrder.LITTLE_ENDIAN);
    var weights = new float[] {1.0f, 0.5f, 0.25f, -3.0f};
    float sum = 0;
    boolean odd = false;
    for (int step = 0; step < STEPS; step++) {
      if (step != 2) {
        for (int i = 0; i < 4; i++) {
          sum = Math.fma(0.75f * step + i * i - 2.5f, weights[i], sum);
        }
        odd = !odd;
      }
      frames.putFloat((float) Math.floor(sum)).put((byte) (odd ? 1 : 0)).put(new byte[3]);
    }
    return frames.array();
  }

  /** The bytes of frames that fields hold, without padding. */
  private static String fields(byte[] frames) {
    var text = new StringBuilder();
    var buffer = ByteBuffer.wrap(frames).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < frames.length; at += 8) {
      text.append(buffer.getFloat(at)).append(' ').append(buffer.get(at + 4)).append('\n');
    }
    return text.toString();
  }

  @Test
  void theHostRunsWhatTheProgramMeans() {
    var built = build(Targets.host());
    try (var jit = HostJit.load(built.object()); var arena = Arena.ofConfined()) {
      var node = jit.node(INTERFACE, arena);
      var inputs = inputs();
      var outputs = new byte[STEPS * 8];
      node.reset();
      for (int step = 0; step < STEPS; step++) {
        node.in().asByteBuffer().put(inputs, 20 * step, 20);
        node.step();
        node.out().asByteBuffer().get(outputs, 8 * step, 8);
      }
      assertEquals(fields(expected()), fields(outputs));
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void boardsRunWhatTheProgramMeans(Target target) {
    var run = BoardRunner.of(target).run(List.of(build(target).object().bytes()), INTERFACE, inputs(), STEPS, BoardRunner.Counting.OFF);
    var outputs = ByteBuffer.allocate(STEPS * 8);
    run.outputs().forEach(outputs::put);
    assertEquals(fields(expected()), fields(outputs.array()));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theHeaderCompilesAndItsUserLinks(Target target) throws IOException {
    build(target).write(folder);
    Files.writeString(folder.resolve("main.c"), """
        #include "acc.h"
        static acc_state state;
        float start(const acc_in *in);
        float start(const acc_in *in) { acc_out out; acc_reset(&state); acc_step(&state, in, &out); return out.y; }
        """);
    var arguments = new ArrayList<>(List.of("--target=" + target.triple(), "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-ffreestanding", "-c", "main.c"));
    if (!target.abi().isEmpty()) {
      arguments.addAll(List.of("-march=" + target.name(), "-mabi=" + target.abi()));
    }
    if (target.abi().isEmpty() && !target.isHost()) {
      arguments.add("-mcpu=" + target.cpu());
    }
    Toolchain.open().clang(folder, arguments).successful();
    Toolchain.open().lld(folder, List.of("-r", "-o", "all.o", "main.o", "acc.o")).successful();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theCertificateCountsWhatTheObjectHolds(Target target) {
    var built = build(target);
    var certificate = built.certificate();
    assertEquals(built.object().elf().bytesOf(ElfSection::isCode), certificate.codeBytes());
    assertEquals(built.object().elf().bytesOf(ElfSection::isConstant), certificate.constantBytes());
    assertEquals(0, certificate.variableBytes());
    var json = CertificateJson.of(certificate);
    assertEquals(json, CertificateJson.of(build(target).certificate()));
    assertTrue(json.contains("\"owner\" : \"sum\""), json);
    assertTrue(json.contains("\"latency_instants\" : 3"), json);
    var text = CertificateText.of(certificate);
    assertTrue(text.contains("state: 8 bytes") && text.contains("parity: i1, 1 bytes at 4"), text);
  }

  @Test
  void writesAllThreeFilesAndNothingElse() throws IOException {
    var built = build(Targets.host());
    built.write(folder.resolve("new/folder"));
    try (var files = Files.list(folder.resolve("new/folder"))) {
      assertEquals(List.of("acc.certificate.json", "acc.h", "acc.o"), files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertArrayEquals(built.object().bytes(), Files.readAllBytes(folder.resolve("new/folder/acc.o")));
    var ordinary = Files.createFile(folder.resolve("ordinary"));
    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(folder.resolve("new/folder/acc.o")));
  }

  @Test
  void writesNothingWhenOneFileCannotBe() throws IOException {
    Files.createDirectories(folder.resolve("acc.certificate.json/occupied"));
    var failure = assertThrows(LoweringException.class, () -> build(Targets.host()).write(folder));
    assertTrue(failure.getMessage().contains("acc.certificate.json is a folder"), failure.getMessage());
    try (var files = Files.list(folder)) {
      assertEquals(List.of("acc.certificate.json"), files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aModuleThatExportsNothingIsRefused() {
    var target = Targets.host();
    var module = LoopModules.lowered("func.func @f() {\n  return\n}", target);
    assertTrue(assertThrows(LoweringException.class, () -> new ObjectBuilder(target).build(module, "f")).getMessage().contains("exports no node"));
  }
}
