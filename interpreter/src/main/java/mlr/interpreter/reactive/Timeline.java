package mlr.interpreter.reactive;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of instants, numbered from 0, with a row of cells for each instant still remembered, one cell a stream.
 * The outermost counts the node's instants. That of an {@code over} segment counts the steps of its body: {@code length}
 * consecutive ones for each activation, that is each instant of the host timeline where the segment runs.
 */
final class Timeline {
  private final long length;
  private final List<Stream> streams = new ArrayList<>();
  private final List<Timeline> inner = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Long> hosts = new ArrayList<>();
  private final Timeline host;
  private long firstRow;
  private long firstActivation;
  private long limit;
  private Stream activation;

  private Timeline(Timeline host, long length) {
    this.host = host == null ? this : host;
    this.length = length;
  }

  /** The timeline of a whole node. */
  static Timeline outermost() {
    return new Timeline(null, 1);
  }

  /** The timeline of the body of an {@code over} segment that stands on this one. */
  Timeline over(long steps) {
    var timeline = new Timeline(this, steps);
    inner.add(timeline);
    return timeline;
  }

  /** The timeline around this one; itself for the outermost. */
  Timeline host() {
    return host;
  }

  boolean isOutermost() {
    return host == this;
  }

  /** Steps of one activation. */
  long length() {
    return length;
  }

  List<Timeline> inner() {
    return inner;
  }

  List<Stream> streams() {
    return streams;
  }

  int add(Stream stream) {
    streams.add(stream);
    return streams.size() - 1;
  }

  /** The stream on the host timeline that gives the number of the latest activation, from 0. */
  Stream activation() {
    return activation;
  }

  void setActivation(Stream stream) {
    activation = stream;
  }

  /** Whether this timeline is {@code other} or lies inside it. */
  boolean isWithin(Timeline other) {
    for (var timeline = this; ; timeline = timeline.host) {
      if (timeline == other) {
        return true;
      }
      if (timeline.isOutermost()) {
        return false;
      }
    }
  }

  /** Forgets every instant. */
  void clear() {
    rows.clear();
    hosts.clear();
    firstRow = 0;
    firstActivation = 0;
    limit = 0;
    inner.forEach(Timeline::clear);
  }

  /** The number of instants that exist so far. */
  long limit() {
    return limit;
  }

  /** The first instant whose cells are still there. */
  long firstRow() {
    return firstRow;
  }

  /** Adds the next instant (outermost) or the steps of the next activation, which runs at {@code hostInstant}. */
  void extend(long hostInstant) {
    for (long i = 0; i < length; i++) {
      rows.add(new Object[streams.size()]);
    }
    hosts.add(hostInstant);
    limit += length;
  }

  /** The instant of the host timeline in which an instant of this one lies. */
  long hostInstant(long instant) {
    return hosts.get((int) (instant / length - firstActivation));
  }

  /** The first step of the activation that {@code instant} is part of. */
  long activationStart(long instant) {
    return instant - instant % length;
  }

  /** The cells of an existing instant. */
  Object[] row(long instant) {
    if (instant < firstRow) {
      throw new IllegalStateException("instant " + instant + " is demanded, but only those from " + firstRow + " on are remembered");
    }
    return rows.get((int) (instant - firstRow));
  }

  /** The first remembered instant that lies in {@code hostInstant} or later; {@link #limit} when there is none. */
  long firstFrom(long hostInstant) {
    int activation = hosts.size();
    while (activation > 0 && hosts.get(activation - 1) >= hostInstant) {
      activation--;
    }
    return Math.max((firstActivation + activation) * length, firstRow);
  }

  /** Forgets instants before {@code first}, of the outermost timeline, keeping everywhere the last one forgotten but for its past. */
  void forgetBefore(long first) {
    long keep = Math.max(0, first - 1);
    dropRows(keep);
    for (var timeline : inner) {
      timeline.forgetOutside(first);
    }
  }

  private void forgetOutside(long firstHost) {
    long keep = firstFrom(firstHost);
    dropRows(Math.max(0, keep - 1));
    for (var timeline : inner) {
      timeline.forgetOutside(keep);
    }
  }

  private void dropRows(long keep) {
    if (keep > firstRow) {
      rows.subList(0, (int) (keep - firstRow)).clear();
      firstRow = keep;
      long activationKept = keep / length;
      hosts.subList(0, (int) (activationKept - firstActivation)).clear();
      firstActivation = activationKept;
    }
  }
}
