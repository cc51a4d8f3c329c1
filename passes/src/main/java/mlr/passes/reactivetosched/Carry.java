package mlr.passes.reactivetosched;

import java.util.List;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.reactive.SegmentOp;

/** One carried variable of a segment: a memory that starts as the header says and then holds what the then part gave. */
final class Carry {
  private final Frame frame;
  private final SegmentOp segment;
  private final int index;
  private final Cell cell;

  Carry(Frame frame, SegmentOp segment, int index) {
    this.frame = frame;
    this.segment = segment;
    this.index = index;
    var argument = segment.carryArguments().get(index);
    var init = Machine.constant(segment.carries().get(index)).orElseGet(() -> Machine.zero(argument.type()));
    this.cell = frame.cell("carry " + index, segment, argument.type(), init, frame.path(segment));
  }

  Cell cell() {
    return cell;
  }

  /** Defines the block argument; returns whether the header's value had to be read at the first instant. */
  boolean translate() {
    var argument = Frame.key(segment.carryArguments().get(index));
    var value = segment.carries().get(index);
    if (Machine.constant(value).isPresent()) {
      frame.add(new Action(segment, frame.path(segment), List.of(cell.content()), List.of(argument), (_, environment) ->
          environment.define(argument, environment.get(cell.content()))));
      return false;
    }
    var start = frame.read(value, segment);
    var first = frame.first(segment);
    frame.add(new Action(segment, frame.path(segment), List.of(cell.content(), start, first), List.of(argument), (builder, environment) ->
        environment.define(argument, builder.create(SelectOp.DEFINITION, segment.location(), environment.get(first), environment.get(start),
            environment.get(cell.content())).result())));
    return true;
  }
}
