package mlr.interpreter.reactive;

import java.util.List;
import mlr.interpreter.ExecutionError;
import mlr.ir.Location;

/** {@code merge}: the branch that its condition names. */
final class SelectionStream extends ClockedStream {
  private final long[] cases;
  private Operand condition;
  private List<Operand> branches = List.of();

  SelectionStream(Timeline timeline, ClockStream clock, long[] cases, Location location, String name) {
    super(timeline, clock, location, name);
    this.cases = cases.clone();
  }

  void link(Stream newCondition, List<Stream> newBranches) {
    condition = Operand.of(timeline(), newCondition);
    branches = newBranches.stream().map(branch -> Operand.of(timeline(), branch)).toList();
  }

  @Override
  Object compute(long instant, Demand demand) {
    var sample = condition.at(instant, demand);
    if (sample == null) {
      return null;
    }
    long value = ClockStream.truth(sample, condition.source(), instant);
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == value) {
        return branches.get(i).at(instant, demand);
      }
    }
    throw new ExecutionError(location(), "merge has no branch for the value " + value + " of " + condition.source().name());
  }
}
