package mlr.ir.dataflow;

import java.util.Optional;
import mlr.ir.Attribute;

/** What constant a value is. */
public sealed interface ConstantFact {
  /** No value has reached it yet; after the analysis: it is never computed. */
  record Unreached() implements ConstantFact {}

  /** It is this constant whenever it is computed. */
  record Constant(Attribute value) implements ConstantFact {}

  /** It may be several. */
  record Varying() implements ConstantFact {}

  ConstantFact UNREACHED = new Unreached();
  ConstantFact VARYING = new Varying();

  /** The constant, if it is one. */
  default Optional<Attribute> constant() {
    return this instanceof Constant(Attribute value) ? Optional.of(value) : Optional.empty();
  }
}
