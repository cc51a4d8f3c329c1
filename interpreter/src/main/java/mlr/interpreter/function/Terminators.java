package mlr.interpreter.function;

import mlr.dialects.cf.SwitchOp;
import mlr.dialects.llvm.Branches;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.nodes.MovesNode;
import mlr.interpreter.nodes.TerminatorNode;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.BranchInterface;

/** Turns the terminators of a region's blocks into nodes. */
record Terminators(Translation translation, Region region, int[] results) {
  TerminatorNode translate(Operation end) {
    if (end.definition().hasTrait(Trait.RETURN_LIKE)) {
      return new TerminatorNode.Jump(TerminatorNode.RETURN, new MovesNode(translation.slots(end.operands()), results));
    }
    return switch (end) {
      case SwitchOp choice -> new TerminatorNode.Choice(end, translation.slot(choice.flag()), choice::successorFor, jumps(choice));
      case Branches.SwitchOp choice -> new TerminatorNode.Choice(end, translation.slot(choice.value()), choice::successorFor, jumps(choice));
      case Branches.UnreachableOp unreachable -> new TerminatorNode.Unreachable(unreachable);
      case BranchInterface _ when end.successors().size() == 1 -> jumps(end)[0];
      case BranchInterface _ when end.successors().size() == 2 ->
          new TerminatorNode.Choice(end, translation.slot(end.operand(0)), value -> value != 0 ? 0 : 1, jumps(end));
      default -> throw new ExecutionError(end.location(), "'" + end.name() + "' op ends a block in a way that the interpreter does not know");
    };
  }

  private TerminatorNode.Jump[] jumps(Operation branch) {
    var jumps = new TerminatorNode.Jump[branch.successors().size()];
    for (int i = 0; i < jumps.length; i++) {
      var target = branch.successors().get(i);
      jumps[i] = new TerminatorNode.Jump(region.indexOf(target),
          translation.moves(((BranchInterface) branch).successorOperands(i), target.arguments()));
    }
    return jumps;
  }
}
