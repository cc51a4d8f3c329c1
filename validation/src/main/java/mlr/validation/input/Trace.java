package mlr.validation.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlr.ir.Type;

/** What a node is given, instant by instant. Every input has a value in every instant; whether it is there, clocks decide. */
public record Trace(List<Type> types, List<Instant> instants, long salt) {
  /** One instant: its inputs, and whether the node is reset before it. */
  public record Instant(boolean reset, List<Object> inputs) {
    public Instant {
      inputs = List.copyOf(inputs);
    }
  }

  public Trace {
    types = List.copyOf(types);
    instants = List.copyOf(instants);
  }

  /** The instants up to {@code last}, from the last reset on. */
  public Trace until(int last) {
    int first = last;
    while (!instants.get(first).reset()) {
      first--;
    }
    return new Trace(types, instants.subList(first, last + 1), salt);
  }

  /** Traces that are a little simpler than this, the simplest first: with fewer instants, with inputs that stay or are simple. */
  Stream<Trace> simpler() {
    return Stream.of(shorter(), withoutResets(), simplerInputs(), simplerValues()).flatMap(all -> all);
  }

  private Stream<Trace> shorter() {
    var traces = new ArrayList<Trace>();
    for (int chunk = instants.size() / 2; chunk >= 1; chunk /= 2) {
      for (int from = 0; from + chunk <= instants.size(); from += chunk) {
        if (chunk < instants.size()) {
          var rest = new ArrayList<>(instants.subList(0, from));
          rest.addAll(instants.subList(from + chunk, instants.size()));
          rest.set(0, new Instant(true, rest.getFirst().inputs()));
          traces.add(new Trace(types, rest, salt));
        }
      }
    }
    return traces.stream();
  }

  private Stream<Trace> withoutResets() {
    return positions().filter(i -> i > 0 && instants.get(i).reset()).mapToObj(i -> with(i, new Instant(false, instants.get(i).inputs())));
  }

  /** An input simple in all instants at once. */
  private Stream<Trace> simplerInputs() {
    return IntStream.range(0, types.size()).boxed().flatMap(port -> instants.stream().map(instant -> instant.inputs().get(port)).distinct().limit(8)
        .flatMap(value -> Simplification.of(types.get(port), value).map(simple -> replaced(port, value, simple))));
  }

  private Trace replaced(int port, Object value, Object by) {
    return new Trace(types, instants.stream().map(i -> i.inputs().get(port).equals(value) ? with(i, port, by) : i).toList(), salt);
  }

  private Stream<Trace> simplerValues() {
    return positions().boxed().flatMap(i -> IntStream.range(0, types.size()).boxed().flatMap(port ->
        Simplification.of(types.get(port), instants.get(i).inputs().get(port)).map(simple -> with(i, with(instants.get(i), port, simple)))));
  }

  private IntStream positions() {
    return IntStream.range(0, instants.size());
  }

  private static Instant with(Instant instant, int port, Object value) {
    var inputs = new ArrayList<>(instant.inputs());
    inputs.set(port, value);
    return new Instant(instant.reset(), inputs);
  }

  private Trace with(int at, Instant instant) {
    var changed = new ArrayList<>(instants);
    changed.set(at, instant);
    return new Trace(types, changed, salt);
  }
}
