package mlr.validation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.validation.input.Trace.Instant;
import mlr.validation.subject.External;

/**
 * A node of one of the two modules. What it does is written down, from each time on that it is loaded; on the other side of the next pass it does the
 * same as long as it is given the same, without being run. Where something else is given, it is run through all of that again and then goes on.
 */
public final class NodeRun implements SubjectRun {
  private final String name;
  private final Operation metered;
  private final List<External> externals;
  private final String side;

  /** What it did on the other side of the pass before this, loaded for the first time, the second time and so on, and how it is left. */
  private final List<List<Step>> known;
  private final Optional<RunningNode> left;

  private final List<List<Step>> done = new ArrayList<>();
  private Optional<RunningNode> running = Optional.empty();

  /** What was given in an instant, and what it did. */
  private record Step(Instant instant, long salt, Reaction reaction) {
    boolean answers(Instant now, long nowSalt, long allowed) {
      return salt == nowSalt && reaction.work() <= allowed && !(reaction.outcome() instanceof Outcome.Stopped) && instant.equals(now);
    }
  }

  /**
   * A node, not yet loaded.
   *
   * @param side before or after
   * @param metered a module from {@link Metering#copy}
   */
  public NodeRun(String side, String name, Operation metered, List<External> externals) {
    this(side, name, metered, externals, List.of(), Optional.empty());
  }

  private NodeRun(String side, String name, Operation metered, List<External> externals, List<List<Step>> known, Optional<RunningNode> left) {
    this.side = side;
    this.name = name;
    this.metered = metered;
    this.externals = List.copyOf(externals);
    this.known = known;
    this.left = left;
  }

  @Override
  public NodeRun asBefore() {
    return new NodeRun("before", name, metered, externals, done, running);
  }

  /** Loads it, again as the case may be: it is in the state that it begins with. */
  public void load() {
    done.add(new ArrayList<>());
    running = Optional.empty();
  }

  /** Runs an instant that may take {@code allowed} ticks. */
  public Reaction step(Instant instant, long salt, long allowed) {
    var reaction = remembered(instant, salt, allowed).orElseGet(() -> step(running(), instant, salt, allowed));
    done.getLast().add(new Step(instant, salt, reaction));
    return reaction;
  }

  private Optional<Reaction> remembered(Instant instant, long salt, long allowed) {
    int times = done.size();
    int at = done.getLast().size();
    boolean further = running.isEmpty() && times <= known.size() && at < known.get(times - 1).size();
    return further && known.get(times - 1).get(at).answers(instant, salt, allowed) ? Optional.of(known.get(times - 1).get(at).reaction()) : Optional.empty();
  }

  /** The running node in the state that it is left in by all that it did since it was loaded. */
  private RunningNode running() {
    if (running.isEmpty()) {
      running = left.filter(_ -> isWhereItWasLeft()).or(() -> {
        var node = new RunningNode(what(), name, metered, externals);
        done.getLast().forEach(step -> step(node, step.instant(), step.salt(), step.reaction().work()));
        return Optional.of(node);
      });
    }
    return running.get();
  }

  /** Whether it did all that is known, and nothing else: as long as it is not running, it did what is known. */
  private boolean isWhereItWasLeft() {
    return done.size() == known.size() && done.getLast().size() == known.getLast().size();
  }

  private Reaction step(RunningNode node, Instant instant, long salt, long allowed) {
    return node.step(what(), instant, salt, allowed);
  }

  private String what() {
    return "node @" + name + " as it is " + side + " the pass";
  }
}
