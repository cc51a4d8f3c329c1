package mlr.boards;

import java.util.List;
import java.util.stream.Stream;
import mlr.lowering.board.BoardRun;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;

/** The targets with a board, and a run of LLVM IR on one. */
final class Boards {
  private Boards() {
  }

  static Stream<Target> targets() {
    return Targets.all().stream().filter(target -> !target.isHost());
  }

  static BoardRun run(Target target, String llvmIr, StepInterface stepInterface, byte[] inputs, int steps, BoardRunner.Counting counting) {
    var object = new CodeGenerator(target).object(llvmIr, "test");
    return BoardRunner.of(target).run(List.of(object.bytes()), stepInterface, inputs, steps, counting);
  }
}
