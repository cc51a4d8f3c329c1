package mlr.lowering.board;

import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;

/** What a node did on a board. */
public final class BoardRun {
  private final List<byte[]> outputs;
  private final long[] instructions;
  private final long stackBytes;

  BoardRun(List<byte[]> outputs, long[] instructions, long stackBytes) {
    this.outputs = List.copyOf(outputs);
    this.instructions = instructions;
    this.stackBytes = stackBytes;
  }

  /** The output frame of each step, as raw little-endian bytes. */
  public List<byte[]> outputs() {
    return outputs;
  }

  /** The instructions of each step, from the first of the step function to its return; empty unless counted. */
  public long[] instructions() {
    return instructions.clone();
  }

  /** Count, least, mean and most of the instructions per step. */
  public LongSummaryStatistics instructionStatistics() {
    return Arrays.stream(instructions).summaryStatistics();
  }

  /** The most stack that the reset and the steps touched, in bytes. */
  public long stackBytes() {
    return stackBytes;
  }
}
