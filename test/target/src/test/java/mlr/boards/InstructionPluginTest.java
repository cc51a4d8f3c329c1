package mlr.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.toolchain.ToolRun;
import mlr.lowering.toolchain.Toolchain;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The board's own count of instructions agrees with that of the emulator's plugin, which sees each instruction. */
class InstructionPluginTest {
  private static final Path SOURCE = Path.of("..", "..", "benchmarks", "plugin", "instructions.c").toAbsolutePath().normalize();

  /** A sum of squares with a branch on the input, long enough to cross many ticks of a counter. */
  private static final String WORK = """
      define void @n_reset(ptr %state) {
        ret void
      }
      define void @n_step(ptr %state, ptr %in, ptr %out) {
      entry:
        %n = load i32, ptr %in
        br label %loop
      loop:
        %i = phi i32 [ 0, %entry ], [ %next, %again ]
        %s = phi i32 [ 1, %entry ], [ %t, %again ]
        %bit = and i32 %s, 4
        %set = icmp ne i32 %bit, 0
        br i1 %set, label %odd, label %again
      odd:
        store volatile i32 %s, ptr %out
        br label %again
      again:
        %square = mul i32 %s, %s
        %t = add i32 %square, %i
        %next = add i32 %i, 1
        %more = icmp ult i32 %next, %n
        br i1 %more, label %loop, label %done
      done:
        store i32 %t, ptr %out
        ret void
      }
      """;

  @TempDir
  private Path folder;

  static Stream<Target> targets() {
    return Boards.targets();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void boardAndEmulatorCountTheSame(Target target) throws IOException {
    int steps = 60;
    var inputs = ByteBuffer.allocate(4 * steps).order(ByteOrder.LITTLE_ENDIAN);
    for (int step = 0; step < steps; step++) {
      inputs.putInt(1 + step * step);
    }
    var stepInterface = StepInterface.ofNode("n", 0, 4, 4);
    var object = List.of(new CodeGenerator(target).object(WORK, "test").bytes());
    var runner = BoardRunner.of(target);
    var counted = runner.run(object, stepInterface, inputs.array(), steps, BoardRunner.Counting.ON).instructions();

    ToolRun.of("gcc", List.of("-O2", "-shared", "-fPIC", "-fvisibility=hidden", SOURCE.toString(), "-o", "libinstructions.so"), folder, Map.of())
        .successful();
    var command = new ArrayList<>(runner.prepare(folder, object, stepInterface, inputs.array(), steps, BoardRunner.Counting.OFF));
    command.addAll(List.of("-plugin", "./libinstructions.so,begin=" + address("n_step") + ",end=" + address("returned_on_stack")
        + ",counts=counts.txt,blocks=blocks.txt"));
    ToolRun.of(command.getFirst(), command.subList(1, command.size()), folder, Map.of()).successful();

    var seen = Files.readAllLines(folder.resolve("counts.txt")).stream().mapToLong(Long::parseLong).toArray();
    assertEquals(Arrays.toString(seen), Arrays.toString(counted));
    long inBlocks = Files.readAllLines(folder.resolve("blocks.txt")).stream().map(line -> line.split(" "))
        .mapToLong(fields -> Long.parseLong(fields[1]) * Long.parseLong(fields[2])).sum();
    assertTrue(Math.abs(inBlocks - Arrays.stream(seen).sum()) < 10L * steps, inBlocks + " in blocks");
  }

  private String address(String symbol) {
    return Toolchain.open().nm(folder, List.of("image.elf")).successful().output().lines().map(line -> line.split(" "))
        .filter(fields -> fields.length == 3 && fields[2].equals(symbol)).findFirst().orElseThrow()[0];
  }
}
