package mlr.passes.reactivetosched;

import java.util.List;
import java.util.function.Supplier;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.ThenYieldOp;
import mlr.dialects.reactive.YieldOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.CollectOp;
import mlr.ir.Operation;
import mlr.ir.Value;

/** The then part of a segment as actions of the frame around the segment; what leaves the body differs between time and space. */
abstract class ThenPart {
  private final Frame frame;
  private final Sweeps sweeps;

  ThenPart(Frame frame, Sweeps sweeps) {
    this.frame = frame;
    this.sweeps = sweeps;
  }

  /** The value of a body stream at the first position. */
  abstract Key initial(Operation op, Value source);

  /** The value of a body stream at the last position. */
  abstract Key last(Operation op, Value source);

  /** What must be done before the buffers are whole. */
  abstract Supplier<List<Action>> filled();

  void translate(ThenOp then) {
    for (var op : Streams.flatten(then.body())) {
      switch (op) {
        case InitialOp first -> frame.alias(op, invariantOr(first.operand(), op, source -> initial(op, source)));
        case FinalOp last -> frame.alias(op, invariantOr(last.operand(), op, source -> last(op, source)));
        case AllOp all -> collect(all);
        case ThenYieldOp _, YieldOp _ -> { }
        case ResetOp reset -> frame.resetsBefore(reset.body().last().orElseThrow());
        case SegmentOp segment when segment.kind() == SegmentOp.Kind.OVER -> new SpaceSegment(frame, segment).translate();
        case SegmentOp _, ReplayOp _ -> frame.machine().diagnostics().error(op.location(), "'" + op.name() + "' inside a then part is not supported yet");
        default -> {
          if (op.resultCount() == 0 || !ClockAnalysis.isTimeInvariant(op.result(0))) {
            frame.translate(op);
          }
        }
      }
    }
  }

  private Key invariantOr(Value operand, Operation op, java.util.function.Function<Value, Key> otherwise) {
    var source = Streams.source(operand);
    return ClockAnalysis.isTimeInvariant(source) ? frame.read(source, op) : otherwise.apply(source);
  }

  private void collect(AllOp all) {
    var buffer = sweeps.buffer(Streams.source(all.operand()));
    var result = Frame.key(all.result(0));
    var action = frame.add(new Action(all, frame.path(all), List.of(sweeps.count()), List.of(result), (builder, environment) -> environment.define(result,
        builder.create(CollectOp.DEFINITION, all.location(), List.of(buffer, environment.get(sweeps.count())), all.resultTypes()).result(0))));
    frame.onFinish(() -> action.after(filled().get()));
  }
}
