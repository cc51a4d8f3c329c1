package mlr.lowering.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.LoweringException;
import mlr.lowering.target.Board;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.toolchain.TemporaryFolder;
import mlr.lowering.toolchain.ToolRun;
import mlr.lowering.toolchain.Toolchain;
import mlr.lowering.toolchain.ToolchainCache;

/** Links objects into an image for a target's board and runs it in QEMU over frames of input. */
public final class BoardRunner {
  private static final int STACK_REGION = 256 * 1024;
  private static final int FAULT = 99;

  private final Target target;
  private final Board board;
  private final BoardKit kit;

  private BoardRunner(Target target, Board board, BoardKit kit) {
    this.target = target;
    this.board = board;
    this.kit = kit;
  }

  /** Whether to count the instructions of each step, exactly; without, a run is quicker. */
  public enum Counting { ON, OFF }

  /**
   * A runner for a target.
   *
   * @throws LoweringException when the target has no board, or the emulator is not installed
   */
  public static BoardRunner of(Target target) {
    return of(target, System.getenv());
  }

  /** A runner that looks for emulator and cache by the given environment. */
  static BoardRunner of(Target target, Map<String, String> environment) {
    var board = target.board().orElseThrow(() -> new LoweringException("target '" + target + "' has no board",
        "use the host engine to run it"));
    requireEmulator(board, environment.getOrDefault("PATH", ""));
    var cache = ToolchainCache.ofUser(environment);
    return new BoardRunner(target, board, BoardKit.of(target, board, Toolchain.open(cache), cache));
  }

  private static void requireEmulator(Board board, String path) {
    for (var folder : path.split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, board.emulator()))) {
        return;
      }
    }
    throw new LoweringException(board.emulator() + " is not installed",
        "install it with: sudo apt-get install " + board.debianPackage());
  }

  /**
   * Resets the node and steps it.
   *
   * @param objects       object files, one of which defines the node
   * @param stepInterface how to drive it
   * @param inputs        the input frames of all steps, one after another
   * @param steps         how many
   * @param counting      whether to count instructions
   * @throws LoweringException when state and frames do not fit into the board's memory
   */
  public BoardRun run(List<byte[]> objects, StepInterface stepInterface, byte[] inputs, int steps, Counting counting) {
    try (var temporary = TemporaryFolder.create("mlr-board")) {
      var folder = temporary.path();
      emulate(folder, prepare(folder, objects, stepInterface, inputs, steps, counting));
      return readOutputs(folder.resolve("out.bin"), stepInterface, steps, counting);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot run on " + target, failure);
    }
  }

  /**
   * Links the image {@code image.elf} and writes the frames {@code in.bin} without running them; parameters as in {@link #run}.
   *
   * @param folder where to
   * @return the emulator's command line, to be run in the folder
   */
  public List<String> prepare(Path folder, List<byte[]> objects, StepInterface stepInterface, byte[] inputs, int steps,
      Counting counting) throws IOException {
    if (inputs.length != steps * stepInterface.inBytes()) {
      throw new IllegalArgumentException(inputs.length + " bytes of input for " + steps + " steps of "
          + stepInterface.inBytes() + " bytes");
    }
    requireMemory(stepInterface);
    link(folder, objects, stepInterface);
    writeInputs(folder.resolve("in.bin"), inputs, steps, counting);
    var command = new ArrayList<>(List.of(board.emulator()));
    command.addAll(board.machine());
    command.addAll(List.of("-display", "none", "-monitor", "none", "-serial", "none",
        "-semihosting-config", "enable=on,target=native", "-kernel", "image.elf"));
    if (counting == Counting.ON) {
      command.addAll(List.of("-icount", "shift=0"));
    }
    return command;
  }

  private void requireMemory(StepInterface stepInterface) {
    long needed = stepInterface.stateBytes() + 2 * (stepInterface.inBytes() + stepInterface.outBytes());
    if (needed + 2 * STACK_REGION > board.memoryBytes()) {
      throw new LoweringException("the node needs " + needed + " bytes of state and frames, the board of '" + target + "' has "
          + board.memoryBytes(), "make the node's state smaller, or choose another target");
    }
  }

  private void link(Path folder, List<byte[]> objects, StepInterface stepInterface) throws IOException {
    var files = new ArrayList<Path>();
    for (int index = 0; index < objects.size(); index++) {
      files.add(Files.write(folder.resolve("object" + index + ".o"), objects.get(index)));
    }
    Files.writeString(folder.resolve("binding.c"), """
        #include "%s/board.h"
        extern void %s(void *state);
        extern void %s(void *state, const void *in, void *out);
        const binding node = {%2$s, %3$s, %d, %d, %d};
        """.formatted(kit.folder(), stepInterface.reset(), stepInterface.step(), stepInterface.stateBytes(),
        stepInterface.inBytes(), stepInterface.outBytes()));
    BoardKit.compile(folder, List.of("binding.c"), target, kit.toolchain());
    files.add(folder.resolve("binding.o"));
    kit.link(files, folder.resolve("image.elf"));
  }

  private static void writeInputs(Path file, byte[] inputs, int steps, Counting counting) throws IOException {
    var content = ByteBuffer.allocate(8 + inputs.length).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(steps).putInt(counting == Counting.ON ? 1 : 0).put(inputs);
    Files.write(file, content.array());
  }

  private void emulate(Path folder, List<String> command) {
    var run = ToolRun.of(command.getFirst(), command.subList(1, command.size()), folder, Map.of());
    if (run.exit() == FAULT) {
      throw new InternalCompilerError("the image for " + target + " stopped on its board: " + (run.output() + run.errors()).strip(), "");
    }
    run.successful();
  }

  private BoardRun readOutputs(Path file, StepInterface stepInterface, int steps, Counting counting) throws IOException {
    var content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    boolean counted = counting == Counting.ON;
    if (content.capacity() != steps * (stepInterface.outBytes() + (counted ? Long.BYTES : 0)) + Integer.BYTES) {
      throw new InternalCompilerError("the board of " + target + " wrote " + content.capacity() + " bytes for " + steps + " steps", "");
    }
    var outputs = new ArrayList<byte[]>(steps);
    var instructions = new long[counted ? steps : 0];
    for (int step = 0; step < steps; step++) {
      var frame = new byte[(int) stepInterface.outBytes()];
      content.get(frame);
      outputs.add(frame);
      if (counted) {
        instructions[step] = content.getLong();
      }
    }
    long stack = Integer.toUnsignedLong(content.getInt());
    if (stack == STACK_REGION) {
      throw new InternalCompilerError("the steps used the whole stack of " + STACK_REGION + " bytes on the board of " + target, "");
    }
    return new BoardRun(outputs, instructions, stack);
  }
}
