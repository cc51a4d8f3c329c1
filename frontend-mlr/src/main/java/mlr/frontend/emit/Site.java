package mlr.frontend.emit;

import java.util.Map;
import java.util.Optional;
import mlr.ir.OpBuilder;
import mlr.ir.Value;

/**
 * A region that operations are emitted into.
 *
 * @param part which part of a node or segment it belongs to
 * @param body the {@code do} part, when this is the {@code then} part of a segment
 * @param next the values that carried variables take in the next segment, by variable; filled while the {@code then} part is emitted
 */
record Site(Frame frame, OpBuilder builder, Part part, Optional<Site> body, Map<Integer, Value> next) {
  /** The parts of a node. */
  enum Part { NODE, DO, THEN }

  /** The same region under another frame: the body of an inlined node. */
  Site with(Frame other) {
    return new Site(other, builder, part, body, next);
  }
}
