package mlr.validation.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.eval.TensorValue;
import mlr.validation.input.Trace.Instant;

/**
 * Leads a node into states that it is seldom in. Inputs are made while the node runs, in phases in each of which every input
 * has a temper. What the node puts out tells states apart, as far as the outside can: where a new one shows, the
 * inputs stay for a while, and later traces begin with what led to a rare one and go on from there with one change at a time.
 */
public final class TraceExplorer {
  /** Lengths that phases may have at most: mostly short, so that much happens; some as long as a program may wait. */
  private static final int[] PHASES = {2, 2, 4, 4, 12, 50};

  private static final int PHASE_AFTER_NEWS = 12;

  /** Instants of what is often seen after which a phase ends, unless it is one of patience. */
  private static final int BOREDOM = 4;

  private final NodeInterface ports;
  private final InputGenerator values;

  /** How often each kind of output was seen, and the shortest way there. */
  private final Map<List<Object>, Sight> sights = new LinkedHashMap<>();

  private long seen;

  private InputTemper.Next next;
  private RandomGenerator random;
  private List<Instant> instants = List.of();
  private List<Instant> prefix = List.of();
  private InputTemper[] tempers = {};
  private List<Object> outputs = List.of();
  private long salt;
  private int phaseEnd;
  private int usual;
  private boolean patient;
  private boolean atNews;

  /** What is known of one kind of output. */
  private static final class Sight {
    private long count;
    private final List<Instant> way;

    Sight(List<Instant> way) {
      this.way = way;
    }
  }

  public TraceExplorer(NodeInterface ports, InputGenerator values) {
    this.ports = ports;
    this.values = values;
  }

  /** Begins another trace of up to {@code length} instants. */
  public void begin(int trial, int length, RandomGenerator newRandom) {
    random = newRandom;
    next = new InputTemper.Next(ports, values, trial % 4 == 3, random);
    instants = new ArrayList<>();
    prefix = trial > 0 && random.nextInt(4) > 0 ? wayToTheRarest(length / 2) : List.of();
    tempers = new InputTemper[ports.inputs().size()];
    salt = random.nextLong();
    phaseEnd = prefix.size();
    usual = 0;
    patient = false;
    atNews = false;
  }

  private List<Instant> wayToTheRarest(int most) {
    var rarest = new ArrayList<Sight>();
    for (var sight : sights.values()) {
      if (sight.way.size() <= most) {
        rarest.add(sight);
      }
    }
    rarest.sort((a, b) -> Long.compare(a.count, b.count));
    return rarest.isEmpty() ? List.of() : rarest.get(random.nextInt(Math.min(3, rarest.size()))).way;
  }

  /** The next instant. */
  public Instant next() {
    int at = instants.size();
    var instant = at < prefix.size() ? prefix.get(at) : new Instant(at == 0 || random.nextInt(100) == 0, inputs(at));
    instants.add(instant);
    return instant;
  }

  private List<Object> inputs(int at) {
    var now = new ArrayList<Object>();
    boolean begins = at == phaseEnd || !patient && usual > BOREDOM;
    int only = begins && at > 0 && isRare() ? random.nextInt(Math.max(1, tempers.length)) : -1;
    for (int i = 0; i < tempers.length; i++) {
      var port = ports.inputs().get(i);
      boolean changes = at == 0 || begins && (only < 0 ? random.nextInt(3) > 0 : only == i);
      if (changes) {
        tempers[i] = InputTemper.of(port, random);
      } else if (tempers[i] == null || begins) {
        tempers[i] = tempers[i] == InputTemper.ONCE || tempers[i] == null ? InputTemper.STEADY : tempers[i];
      }
      now.add(changes ? next.first(port, tempers[i]) : next.after(port, tempers[i], instants.getLast().inputs().get(i)));
    }
    if (begins) {
      patient = random.nextInt(4) == 0;
      usual = 0;
      phaseEnd = at + 1 + random.nextInt(PHASES[random.nextInt(PHASES.length)]);
    }
    return now;
  }

  private boolean isRare() {
    return atNews || sights.containsKey(outputs) && sights.get(outputs).count * sights.size() < seen;
  }

  /** Tells what the node put out in the last instant. */
  public void saw(List<Object> newOutputs) {
    outputs = kind(newOutputs);
    var sight = sights.computeIfAbsent(outputs, _ -> new Sight(List.copyOf(instants)));
    atNews = sight.count++ == 0;
    seen++;
    usual = isRare() ? 0 : usual + 1;
    if (atNews && instants.size() >= prefix.size()) {
      phaseEnd = Math.max(phaseEnd, instants.size() + random.nextInt(PHASE_AFTER_NEWS));
    }
  }

  /** Values that tell states apart: truth values and integers as they are, floats by sign and whether they are whole, no tensors. */
  private static List<Object> kind(List<Object> outputs) {
    return outputs.stream().map(value -> switch (value) {
      case Long number -> (Object) (Math.abs(number) <= 8 ? number : Long.signum(number) * 64 - Long.numberOfLeadingZeros(Math.abs(number)));
      case Float number -> Math.signum(number) + (number == Math.rint(number) ? 10 : 0);
      case Double number -> Math.signum(number) + (number == Math.rint(number) ? 10 : 0);
      case TensorValue _ -> "tensor";
      default -> value;
    }).toList();
  }

  /** Chooses what functions outside the module answer in this trace. */
  public long salt() {
    return salt;
  }

  /** The trace so far. */
  public Trace trace() {
    return new Trace(ports.inputs().stream().map(Port::type).toList(), instants, salt);
  }
}
