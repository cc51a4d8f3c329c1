package mlr.interpreter.reactive;

import java.util.ArrayList;
import java.util.Arrays;
import mlr.interpreter.ExecutionError;

/**
 * Evaluation by demand: finds the value of a stream at an instant, first those it depends on, and remembers each in
 * its cell. Works on a stack of its own, so that a chain of any length does not exhaust Java's.
 */
final class Demand {
  /** In the cell of a value that is being found. */
  private static final Object STARTED = new Object();

  /** In the cell of a value that needs instants still to come, as seen at one moment. */
  private static final class Unknown {}

  /** Ends an evaluation that needs an instant still to come. */
  private static final class NotYet extends RuntimeException {
    private static final NotYet SIGNAL = new NotYet();

    private NotYet() {
      super("not yet known", null, false, false);
    }
  }

  private Stream[] streams = new Stream[256];
  private long[] instants = new long[256];
  private int depth;
  private Unknown unknown = new Unknown();

  /** Says that new instants exist, so that what was unknown may be known now. */
  void timeHasPassed() {
    unknown = new Unknown();
  }

  /** Whether a cell holds a value. */
  static boolean isKnown(Object cell) {
    return cell != null && cell != STARTED && !(cell instanceof Unknown);
  }

  /** Finds the value of {@code stream} at {@code instant}; {@code null} when that needs instants still to come. */
  Object find(Stream stream, long instant) {
    try {
      push(stream, instant);
      Object value = null;
      while (depth > 0) {
        value = evaluateTop();
      }
      return value;
    } catch (NotYet _) {
      return giveUp(unknown);
    } catch (RuntimeException | StackOverflowError e) {
      giveUp(null);
      throw e;
    }
  }

  private Object evaluateTop() {
    int top = depth - 1;
    var stream = streams[top];
    var row = stream.timeline().row(instants[top]);
    var cell = row[stream.slot()];
    if (cell == unknown) {
      throw NotYet.SIGNAL;
    }
    if (isKnown(cell)) {
      depth = top;
      return cell;
    }
    row[stream.slot()] = STARTED;
    var value = stream.evaluate(instants[top], this);
    if (value != null) {
      row[stream.slot()] = value;
      depth = top;
    } else if (depth == top + 1) {
      throw new IllegalStateException("stream " + stream.name() + " waits for nothing");
    }
    return value;
  }

  /** The value of a stream at an instant if it is there; else {@code null}, and it will be found before the asker is asked again. */
  Object request(Stream stream, long instant) {
    if (instant >= stream.timeline().limit()) {
      throw NotYet.SIGNAL;
    }
    var cell = stream.timeline().row(instant)[stream.slot()];
    if (isKnown(cell)) {
      return cell;
    }
    if (cell == STARTED) {
      throw cycle(stream, instant);
    }
    if (cell == unknown) {
      throw NotYet.SIGNAL;
    }
    push(stream, instant);
    return null;
  }

  private void push(Stream stream, long instant) {
    if (depth == streams.length) {
      streams = Arrays.copyOf(streams, 2 * depth);
      instants = Arrays.copyOf(instants, 2 * depth);
    }
    streams[depth] = stream;
    instants[depth] = instant;
    depth++;
  }

  /** Empties the stack; values that were being found get {@code mark}. */
  private Object giveUp(Object mark) {
    for (int i = 0; i < depth; i++) {
      if (instants[i] >= streams[i].timeline().firstRow() && instants[i] < streams[i].timeline().limit()) {
        var row = streams[i].timeline().row(instants[i]);
        if (row[streams[i].slot()] == STARTED) {
          row[streams[i].slot()] = mark;
        }
      }
    }
    depth = 0;
    return null;
  }

  private ExecutionError cycle(Stream stream, long instant) {
    var path = new ArrayList<String>();
    for (int i = depth - 1; i >= 0; i--) {
      var started = streams[i].timeline().row(instants[i])[streams[i].slot()] == STARTED;
      if (started && path.size() < 50) {
        path.add(streams[i].name() + " at instant " + instants[i]);
      }
      if (streams[i] == stream && instants[i] == instant) {
        break;
      }
    }
    return new ExecutionError(stream.location(), "the value of " + stream.name() + " at instant " + instant + " depends on itself: "
        + String.join(", needed by ", path));
  }
}
