package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.ir.Operation;
import mlr.ir.Value;

/** A segment over tensors: all its passes are one action of the frame around it, its then part further actions. */
final class SpaceSegment {
  private final Frame frame;
  private final SegmentOp segment;
  private final List<Action> done = new ArrayList<>();

  SpaceSegment(Frame frame, SegmentOp segment) {
    this.frame = frame;
    this.segment = segment;
  }

  void translate() {
    SweepPlan.of(segment, frame.machine().clocks(), frame.machine().diagnostics()).ifPresent(plan -> {
      var sweeps = new Sweeps(frame, segment, plan, new Clock.Base(segment));
      frame.register(sweeps);
      carries();
      sweeps.translate();
      addCount(sweeps);
      segment.then().ifPresent(then -> new Exits(sweeps).translate(then));
      frame.onFinish(() -> run(sweeps));
    });
  }

  private void addCount(Sweeps sweeps) {
    frame.add(new Action(segment, frame.path(segment), List.of(), List.of(sweeps.count()), (builder, environment) ->
        environment.define(sweeps.count(), builder.create(ConstantOp.index(segment.length(), segment.location())).result(0))));
  }

  private void carries() {
    for (int i = 0; i < segment.carries().size(); i++) {
      var carry = new Carry(frame, segment, i);
      carry.translate();
      var next = segment.then().orElseThrow().yield().next().get(i);
      carry.cell().update(frame.read(next, segment.then().orElseThrow().yield()));
    }
  }

  private void run(Sweeps sweeps) {
    var reads = new ArrayList<>(sweeps.reads());
    reads.add(sweeps.count());
    done.add(frame.add(new Action(segment, frame.path(segment), reads, sweeps.exits(), sweeps::emit)));
    done.getFirst().after(frame.resetsBefore(segment));
  }

  private final class Exits extends ThenPart {
    private final Sweeps sweeps;

    Exits(Sweeps sweeps) {
      super(frame, sweeps);
      this.sweeps = sweeps;
    }

    @Override
    Key initial(Operation op, Value source) {
      return sweeps.exit("initial", source);
    }

    @Override
    Key last(Operation op, Value source) {
      return sweeps.exit("final", source);
    }

    @Override
    Supplier<List<Action>> filled() {
      return () -> done;
    }
  }
}
