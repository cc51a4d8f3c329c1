package mlr.interpreter.reactive;

import java.util.List;
import java.util.function.Function;
import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.ir.Operation;
import mlr.ir.eval.UndefinedBehavior;

/** An operation without memory: its result, or the array of its results, from the operands of the same instant. */
final class OperationStream extends ClockedStream {
  private final Operation op;
  private final Function<Object[], Object> meaning;
  private List<Operand> operands = List.of();

  OperationStream(Timeline timeline, ClockStream clock, Operation op, Function<Object[], Object> meaning, String name) {
    super(timeline, clock, op.location(), name);
    this.op = op;
    this.meaning = meaning;
  }

  void link(List<Stream> sources) {
    operands = sources.stream().map(source -> Operand.of(timeline(), source)).toList();
  }

  @Override
  Object compute(long instant, Demand demand) {
    var arguments = new Object[operands.size()];
    boolean complete = true;
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = operands.get(i).at(instant, demand);
      complete &= arguments[i] != null;
    }
    if (!complete) {
      return null;
    }
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == Absent.ABSENT) {
        throw new ExecutionError(location(), "'" + op.name() + "' op runs at instant " + instant + ", where " + operands.get(i).source().name() + " is absent");
      }
    }
    try {
      return meaning.apply(arguments);
    } catch (UndefinedBehavior e) {
      throw ExecutionError.undefined(op, e);
    }
  }

  /** One result of an operation. */
  static final class Result extends Stream {
    private final OperationStream all;
    private final int index;

    Result(OperationStream all, int index, String name) {
      super(all.timeline(), all.location(), name);
      this.all = all;
      this.index = index;
    }

    @Override
    Object evaluate(long instant, Demand demand) {
      var results = demand.request(all, instant);
      return results instanceof Object[] values ? values[index] : results;
    }
  }
}
