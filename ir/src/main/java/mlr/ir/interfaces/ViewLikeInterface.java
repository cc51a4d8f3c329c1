package mlr.ir.interfaces;

import mlr.ir.Value;

/** An operation whose result is another way to reach the memory of an operand, as upstream's {@code ViewLikeOpInterface}. */
public interface ViewLikeInterface {
  /** The operand whose memory, or a part of it, the result reaches. */
  Value viewSource();
}
