package mlr.passes.reactive;

import java.util.Optional;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.clock.Clock;
import mlr.ir.Operation;
import mlr.ir.Value;

/**
 * That one stream needs another to be known, and at which instant.
 *
 * @param user the stream that needs
 * @param source the stream that is needed
 * @param weight the instant of the source, seen from the user's: 0, -1 before, +1 after
 * @param scope whose instants are counted: the node's, or the steps of an {@code over} segment
 * @param reason why, for messages
 * @param border the segment whose border the source's value crosses, for carries and {@code replay}
 * @param memory the clock of the delay that this is, if it is one
 */
record Dependence(Value user, Value source, int weight, Operation scope, Reason reason, Optional<SegmentOp> border, Optional<Clock> memory) {
  /** Why one stream needs another. */
  enum Reason {
    /** It is computed from it. */
    READS,
    /** It is there only where the other says so. */
    CLOCK,
    /** Its memory is renewed where the other says so. */
    RESET,
    /** It is computed when the segment ends. */
    END,
    /** It looks at all earlier or all later values of the other. */
    GATHERS
  }

  /** The weight when the instants of {@code counted} are counted. */
  int weightIn(Operation counted) {
    return scope == counted ? weight : 0;
  }
}
