package mlr.tools.mlr.engine;

import java.util.ArrayList;
import java.util.List;
import mlr.lowering.board.BoardRun;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.board.BoardRunner.Counting;

/** The node's code on an emulated board: all instants in one run. */
public record BoardEngine(NativeNode node) implements Engine {
  @Override
  public List<Object[]> run(List<Object[]> inputs) {
    return decode(inputs, measure(inputs, Counting.OFF));
  }

  /** Runs the board; what it gave, what it cost. */
  public BoardRun measure(List<Object[]> inputs, Counting counting) {
    var codec = new FrameCodec(node.ports());
    return BoardRunner.of(node.object().target()).run(List.of(node.object().bytes()), node.stepInterface(), codec.encodeAll(inputs), inputs.size(), counting);
  }

  /** The outputs of a run. */
  public List<Object[]> decode(List<Object[]> inputs, BoardRun run) {
    var codec = new FrameCodec(node.ports());
    var outputs = new ArrayList<Object[]>();
    for (int i = 0; i < inputs.size(); i++) {
      outputs.add(codec.decode(inputs.get(i), run.outputs().get(i)));
    }
    return outputs;
  }
}
