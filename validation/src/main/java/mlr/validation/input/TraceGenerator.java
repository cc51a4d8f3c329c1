package mlr.validation.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.validation.input.ScalarGenerator.Style;
import mlr.validation.input.Trace.Instant;

/**
 * Inputs of a node over several instants. In a trace each input has a temper of its own: changing always or seldom, true
 * often or seldom, ordinary or at the edges.
 */
public record TraceGenerator(NodeInterface ports, InputGenerator values) {
  /** How one input behaves in a trace. */
  private record Temper(Style style, double change, double truth) {
    static Temper of(int trial, RandomGenerator random) {
      var style = trial % 2 == 0 ? (random.nextBoolean() ? Style.ORDINARY : Style.KNOWN) : InputGenerator.style(random);
      return new Temper(style, oneOf(random, 0.02, 0.2, 1), oneOf(random, 0.03, 0.03, 0.2, 0.5, 0.9));
    }
  }

  private static double oneOf(RandomGenerator random, double... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A trace that begins with a reset. */
  public Trace trace(int trial, int length, RandomGenerator random) {
    var tempers = ports.inputs().stream().map(_ -> Temper.of(trial, random)).toList();
    var trace = new ArrayList<Instant>();
    var now = new Object[tempers.size()];
    for (int instant = 0; instant < length; instant++) {
      now = Arrays.copyOf(now, now.length);
      for (int i = 0; i < now.length; i++) {
        if (instant == 0 || random.nextDouble() < tempers.get(i).change()) {
          now[i] = value(ports.inputs().get(i), tempers.get(i), random);
        }
      }
      trace.add(new Instant(instant == 0 || instant == length * 2 / 3, Arrays.asList(now)));
    }
    return new Trace(ports.inputs().stream().map(Port::type).toList(), trace, random.nextLong());
  }

  private Object value(Port port, Temper temper, RandomGenerator random) {
    var constructors = ports.enums().get(port.scalarSourceType());
    if (port.type() instanceof ShapedType || constructors == null && !port.type().equals(IntegerType.I1)) {
      return values.value(port.type(), random.nextInt(3) == 0 ? Style.KNOWN : temper.style(), random);
    }
    return constructors == null ? (Object) (random.nextDouble() < temper.truth() ? 1L : 0L) : (Object) random.nextLong(constructors.size());
  }
}
