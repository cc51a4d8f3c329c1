package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Block;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;

/** The base clock of an instance, where it is slower than the region that the instance stands in. */
record InstanceBase(InstanceOp instance, ClockAnalysis clocks) {
  /**
   * A stream on the instance's base clock that is always false, written before the instance: a reset block on it keeps on that clock
   * what nothing inside ties to one. Empty where the base is the region's own clock.
   */
  Optional<Value> never() {
    var region = regionClock();
    var steps = new ArrayList<Clock.On>();
    for (var clock = clocks.activationOf(instance); !clock.equals(region) && clock instanceof Clock.On on; clock = on.parent()) {
      steps.addFirst(on);
    }
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    var builder = OpBuilder.before(instance);
    Value never = builder.create(ConstantOp.of(IntegerAttr.FALSE, instance.location())).result(0);
    for (var step : steps) {
      never = builder.create(OperationState.of(WhenOp.DEFINITION, instance.location()).operands(never, visible(step.condition()))
          .attribute("value", IntegerAttr.i64(step.value())).result(IntegerType.I1)).result(0);
    }
    return Optional.of(never);
  }

  private Clock regionClock() {
    var owner = instance.parentOp().orElseThrow();
    return switch (owner) {
      case NodeOp _ -> new Clock.Base(owner);
      case SegmentOp segment when segment.kind() == SegmentOp.Kind.OVER -> new Clock.Base(segment);
      case ThenOp then -> clocks.activationOf(then);
      default -> clocks.activationOf(owner);
    };
  }

  /** The condition, or what carries it out of the region where it is defined. */
  private Value visible(Value condition) {
    for (var block = instance.block(); block.isPresent(); block = block.get().parentOp().flatMap(Operation::block)) {
      var found = in(block.get(), condition);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("the condition of an instance's clock is not visible where it stands: " + condition);
  }

  private Optional<Value> in(Block block, Value condition) {
    for (var argument : block.arguments()) {
      if (argument == condition) {
        return Optional.of(argument);
      }
    }
    for (var op : block) {
      for (var result : op.results()) {
        if (result.type().equals(condition.type()) && clocks.canonicalCondition(result) == condition) {
          return Optional.of(result);
        }
      }
    }
    return Optional.empty();
  }
}
