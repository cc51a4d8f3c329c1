package mlr.ir.definition;

import mlr.ir.Attribute;
import mlr.ir.Value;

/** What a fold found: an existing value or a constant. */
public sealed interface FoldResult {
  record Existing(Value value) implements FoldResult {}

  record Constant(Attribute value) implements FoldResult {}
}
