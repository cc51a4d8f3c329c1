package mlr.interpreter.function;

import java.util.List;
import java.util.Optional;
import mlr.dialects.loop.ConditionOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.loop.WhileOp;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.ForNode;
import mlr.interpreter.nodes.IfNode;
import mlr.interpreter.nodes.MovesNode;
import mlr.interpreter.nodes.SequenceNode;
import mlr.interpreter.nodes.WhileNode;
import mlr.ir.Operation;
import mlr.ir.Region;

/** The structured loops and conditionals of the loop dialect. */
final class LoopTranslator implements OperationTranslator {
  @Override
  public Optional<ActionNode> translate(Operation op, Translation in) {
    return switch (op) {
      case ForOp loop -> Optional.of(counted(loop, in));
      case IfOp choice -> Optional.of(new IfNode(op, in.slot(choice.condition()), branch(choice, choice.thenRegion(), in), branch(choice, choice.elseRegion(), in)));
      case WhileOp loop -> Optional.of(repeated(loop, in));
      default -> Optional.empty();
    };
  }

  private static ActionNode counted(ForOp loop, Translation in) {
    var bounds = new ForNode.Bounds(in.slot(loop.lowerBound()), in.slot(loop.upperBound()), in.slot(loop.step()), in.slot(loop.inductionVariable()));
    var body = in.sequence(loop.body(), in.moves(loop.yield().values(), loop.carriedArguments()));
    return new ForNode(loop, bounds, in.moves(loop.initialValues(), loop.carriedArguments()), body, in.moves(loop.carriedArguments(), loop.results()));
  }

  private static ActionNode branch(IfOp choice, Region region, Translation in) {
    return region.isEmpty() ? new SequenceNode(List.of())
        : in.sequence(region.entry(), new MovesNode(in.slots(region.entry().last().orElseThrow().operands()), in.slots(choice.results())));
  }

  private static ActionNode repeated(WhileOp loop, Translation in) {
    var condition = (ConditionOp) loop.before().last().orElseThrow();
    var before = new SequenceNode(in.actions(loop.before()));
    var taken = in.moves(condition.arguments(), loop.after().arguments());
    var rest = in.sequence(loop.after(), in.moves(loop.after().last().orElseThrow().operands(), loop.before().arguments()));
    return new WhileNode(condition, in.slot(condition.condition()), in.moves(loop.initialValues(), loop.before().arguments()), before,
        new SequenceNode(List.of(taken, rest)), in.moves(condition.arguments(), loop.results()));
  }
}
